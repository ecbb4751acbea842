package import Linting
internal import SourceText

/// SARIF 2.1.0: one run, whose results are written as they come; what the end knows stands behind them.
package struct SARIFReporter: Reporter {
  private let version: String
  private let hasBaseline: Bool
  private let describe: @Sendable (String) -> RuleDescription?

  /// A reporter for a version of the program; with a baseline each result tells whether it is new.
  package init(
    version: String, hasBaseline: Bool, describe: @escaping @Sendable (String) -> RuleDescription?
  ) {
    self.version = version
    self.hasBaseline = hasBaseline
    self.describe = describe
  }

  package var head: [UInt8] {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return Array(
      "{\"$schema\":\"\(schema)\",\"version\":\"2.1.0\",\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
        .utf8)
  }
  package var separator: [UInt8] { Array(",\n".utf8) }
  package var tellsProblems: Bool { true }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    for (number, found) in report.findings(withAccepted: true).enumerated() {
      if number > 0 { bytes.append(",\n") }
      var writer = JSONWriter(exchange(&bytes, with: []))
      writer.result(found, hasBaseline: hasBaseline)
      bytes = writer.finish()
    }
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) {
    var hasResults = totals.findings + totals.accepted.suppressed + totals.accepted.inBaseline > 0
    for absent in totals.absent {
      if hasResults { bytes.append(",\n") }
      hasResults = true
      var writer = JSONWriter(exchange(&bytes, with: []))
      writer.absent(absent, describe(absent.rule))
      bytes = writer.finish()
    }
    bytes.append("\n],")
    // Members of the run that the head has begun.
    var writer = JSONWriter(exchange(&bytes, with: []))
    writer.name("tool")
    writer.object { writer in
      writer.name("driver")
      writer.object { writer in
        writer.name("name")
        writer.string("buyerlint")
        writer.name("version")
        writer.string(version)
        writer.name("fullDescription")
        writer.message(notice)
        writer.name("rules")
        writer.array { writer in
          let rules = Set(totals.rules).union(totals.absent.map(\.rule)).sorted()
          for id in rules { writer.rule(id, describe(id)) }
        }
      }
    }
    writer.name("invocations")
    writer.array { writer in
      writer.object { writer in
        writer.name("executionSuccessful")
        writer.boolean(totals.failed == 0)
        writer.name("toolExecutionNotifications")
        writer.array { writer in
          for problem in totals.problems { writer.notification(problem) }
          if totals.failed > totals.problems.count {
            writer.notification("\(totals.failed - totals.problems.count) further problems are not listed")
          }
          for (language, count) in totals.uncheckedByLanguage.sorted(by: { $0.key < $1.key }) {
            writer.notification("not checked in full: \(count) with text in \(language)")
          }
          if totals.undecodable > 0 {
            writer.notification("not checked in full: \(totals.undecodable) not text throughout")
          }
        }
      }
    }
    bytes = writer.finish()
    bytes.append("}]}\n")
  }
}

extension JSONWriter {
  fileprivate mutating func message(_ text: String) {
    object { writer in
      writer.name("text")
      // In messages braces stand for arguments and brackets for links.
      writer.string(SARIFText.plain(text))
    }
  }

  fileprivate mutating func result(_ found: ReportedFinding, hasBaseline: Bool) {
    object { writer in
      let finding = found.finding
      writer.name("ruleId")
      writer.string(finding.rule)
      writer.name("level")
      writer.string(finding.severity.sarifLevel)
      writer.name("message")
      writer.message(finding.message + (found.field.map { " (\($0))" } ?? ""))
      writer.name("locations")
      writer.array { writer in writer.location(found) }
      if let fingerprint = found.fingerprint {
        writer.name("partialFingerprints")
        writer.object { writer in
          writer.name("sentence/v1")
          writer.string("\(fingerprint):\(found.occurrence + 1)")
        }
      }
      if hasBaseline {
        writer.name("baselineState")
        writer.string(found.acceptance == .inBaseline ? "unchanged" : "new")
      }
      writer.name("suppressions")
      writer.array { writer in
        guard case .suppressed(let reason, let isInDraft) = found.acceptance else { return }
        writer.object { writer in
          writer.name("kind")
          writer.string(isInDraft ? "inSource" : "external")
          writer.name("justification")
          writer.string(reason)
        }
      }
      writer.fixes(found)
      if finding.isDisguised {
        writer.name("properties")
        writer.object { writer in
          writer.name("disguised")
          writer.boolean(true)
        }
      }
    }
  }

  /// A result of which no more is known than the file that it stood in and its sentence.
  fileprivate mutating func absent(_ absent: AbsentResult, _ rule: RuleDescription?) {
    object { writer in
      writer.name("ruleId")
      writer.string(absent.rule)
      writer.name("level")
      writer.string("none")
      writer.name("message")
      writer.message("is gone: " + (rule?.message ?? absent.rule))
      writer.name("locations")
      writer.array { writer in
        writer.object { writer in
          writer.name("physicalLocation")
          writer.object { $0.artifactLocation(absent.path) }
        }
      }
      writer.name("partialFingerprints")
      writer.object { writer in
        writer.name("sentence/v1")
        writer.string("\(absent.fingerprint):\(absent.occurrence)")
      }
      writer.name("baselineState")
      writer.string("absent")
    }
  }

  private mutating func location(_ found: ReportedFinding) {
    object { writer in
      writer.name("physicalLocation")
      writer.object { writer in
        writer.artifactLocation(found.origin.plainPath)
        writer.name("region")
        writer.region((found.start, found.end), snippet: found.evidence)
      }
      if let part = found.origin.part {
        writer.name("logicalLocations")
        writer.array { writer in
          writer.object { writer in
            writer.name("fullyQualifiedName")
            writer.string(part)
          }
        }
      }
    }
  }

  private mutating func artifactLocation(_ path: String) {
    name("artifactLocation")
    object { writer in
      writer.name("uri")
      writer.string(SARIFText.uri(path))
      if !path.hasPrefix("/") {
        writer.name("uriBaseId")
        writer.string("%SRCROOT%")
      }
    }
  }

  private mutating func region(_ range: (start: TextPosition, end: TextPosition), snippet: [UInt8]?) {
    object { writer in
      let numbers: [(StaticString, Int)] = [
        ("startLine", range.start.line), ("startColumn", range.start.column), ("endLine", range.end.line),
        ("endColumn", range.end.column), ("byteOffset", range.start.offset),
        ("byteLength", range.end.offset - range.start.offset),
      ]
      for (name, number) in numbers {
        writer.name(name)
        writer.number(number)
      }
      if let snippet {
        writer.name("snippet")
        writer.object { writer in
          writer.name("text")
          writer.string(snippet.span)
        }
      }
    }
  }

  private mutating func fixes(_ found: ReportedFinding) {
    guard let places = found.places, let advice = found.advice, !advice.fixes.isEmpty else { return }
    name("fixes")
    array { writer in
      for fix in advice.fixes where !fix.edits.isEmpty {
        writer.object { writer in
          writer.name("description")
          writer.message("\(advice.text) (\(fix.safety.rawValue))")
          writer.name("artifactChanges")
          writer.array { writer in
            writer.object { writer in
              writer.artifactLocation(found.origin.plainPath)
              writer.name("replacements")
              writer.array { writer in
                for edit in fix.edits {
                  writer.object { writer in
                    writer.name("deletedRegion")
                    writer.region(places.source(of: edit.range), snippet: nil)
                    writer.name("insertedContent")
                    writer.object { writer in
                      writer.name("text")
                      writer.string(edit.text)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  fileprivate mutating func rule(_ id: String, _ rule: RuleDescription?) {
    object { writer in
      writer.name("id")
      writer.string(id)
      guard let rule else { return }
      writer.name("shortDescription")
      writer.message(rule.summary)
      writer.name("fullDescription")
      writer.message(rule.why)
      let policies = rule.sources.map { "\n- \($0.citation)" }.joined()
      writer.name("help")
      writer.message("\(rule.why)\n\nInstead: \(rule.instead)" + (policies.isEmpty ? "" : "\n\nPolicies:\(policies)"))
      if let address = rule.policyAddress {
        writer.name("helpUri")
        writer.string(address)
      }
      writer.name("properties")
      writer.object { writer in
        writer.name("tags")
        writer.array { $0.string(id.prefix { $0 != "/" }) }
      }
    }
  }

  fileprivate mutating func notification(_ text: String) {
    object { writer in
      writer.name("level")
      writer.string("error")
      writer.name("message")
      writer.message(text)
    }
  }

  fileprivate mutating func notification(_ problem: Problem) {
    object { writer in
      writer.name("level")
      writer.string("error")
      writer.name("message")
      writer.message(problem.message)
      writer.name("locations")
      writer.array { writer in
        writer.object { writer in
          writer.name("physicalLocation")
          writer.object { writer in
            writer.artifactLocation(problem.path)
            guard let line = problem.line else { return }
            writer.name("region")
            writer.object { writer in
              writer.name("startLine")
              writer.number(line)
              if let column = problem.column {
                writer.name("startColumn")
                writer.number(column)
              }
            }
          }
        }
      }
    }
  }
}

enum SARIFText {
  /// A message that is shown as it stands.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{": result += "{{"
      case "}": result += "}}"
      case "[", "]", "\\": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A path as a relative reference, or as the address of a file where it is absolute.
  static func uri(_ path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}

extension Severity {
  fileprivate var sarifLevel: String { self == .info ? "note" : name }
}
