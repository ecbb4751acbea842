internal import Checking
internal import Linting
internal import Reporting

extension JSONWriter {
  /// Remarks as diagnostics.
  mutating func diagnostics(_ remarks: [Remark], _ catalogue: Catalogue) {
    array { writer in
      for remark in remarks { writer.diagnostic(remark, catalogue) }
    }
  }

  mutating func diagnostic(_ remark: Remark, _ catalogue: Catalogue) {
    object { writer in
      writer.range(remark.start, remark.end)
      writer.member("severity", remark.level)
      writer.member("code", remark.code)
      let rule = remark.source == nil ? nil : catalogue[remark.code]
      if let address = rule?.policyAddress {
        writer.name("codeDescription")
        writer.object { $0.member("href", address) }
      }
      writer.member("source", "buyerlint")
      writer.member("message", remark.message)
      if remark.isUnnecessary {
        writer.name("tags")
        writer.array { $0.number(1) }
      }
      guard let source = remark.source else { return }
      writer.name("data")
      writer.object { writer in
        writer.member("rule", source.item.finding.rule)
        if let fingerprint = source.item.fingerprint { writer.member("fingerprint", fingerprint) }
        if source.isSubject { writer.member("field", "subject") }
      }
    }
  }
}
