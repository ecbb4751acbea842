package import JSONReading
package import Linting
package import Project
package import SourceText

/// Reads drafts from lines of NDJSON.
///
/// It keeps its buffers, so it belongs to one thread.
package struct RecordReader: ~Copyable {
  /// What a line holds.
  package struct Record {
    package var draft: Draft
    package var subject: [UInt8]?
    package var isBuyers = false
    package var id: [UInt8] = []
    package var echoed: [UInt8] = []

    /// Where the text and the subject stand in the line's bytes.
    package var textValue: JSONValue
    package var subjectValue: JSONValue?
  }

  /// What is wrong with a line, in one line without a full stop.
  package struct Failure: Error {
    package let message: String

    package init(_ message: String) { self.message = message }
  }

  private let fields: RecordFields

  /// The names of ``Field`` one after the other, and where each stands: one buffer, so that comparing counts no references.
  private let names: [UInt8]
  private let nameRanges: InlineArray<10, ByteRange>

  private let echoed: [[UInt8]]
  private var members: [JSONMember] = []

  /// The members that mean something.
  fileprivate enum Field: Int, CaseIterable {
    case text, id, channel, language, target, marketplace, subject, author, proactive, final
  }

  private typealias Values = InlineArray<10, JSONValue?>

  /// A reader of records whose members are called so.
  package init(_ fields: RecordFields) {
    self.fields = fields
    var names: [UInt8] = []
    nameRanges = InlineArray { index in
      let start = names.count
      names.append(contentsOf: fields.name(of: Field.allCases[index]).utf8)
      return start..<names.count
    }
    self.names = names
    echoed = fields.echoed.map { Array($0.utf8) }
  }

  /// The record of a line.
  ///
  /// - Parameter settings: What holds where the record says nothing.
  package mutating func read(
    _ utf8: Span<UInt8>, _ line: ByteRange, _ settings: FileSettings
  ) throws(Failure) -> Record {
    members.removeAll(keepingCapacity: true)
    do throws(JSONError) {
      try JSONReader.appendMembers(utf8, in: line, to: &members)
    } catch {
      throw Failure("\(error.problem) at byte \(error.offset - line.lowerBound) of the line")
    }
    let values = try sorted(utf8)
    guard let textValue = values[Field.text.rawValue], textValue.kind == .string else {
      throw Failure(values[Field.text.rawValue] == nil ? "`\(fields.text)` is missing" : notString(.text))
    }
    var text: [UInt8] = []
    textValue.decode(utf8, to: &text)
    var record = Record(
      draft: Draft(
        utf8: text,
        channel: try named(.channel, values, utf8, Channel.allCases.map(\.name), Channel.init)
          ?? settings.channel.value,
        target: try named(.target, values, utf8, Target.allCases.map(\.name), Target.init) ?? settings.target.value,
        marketplace: try string(.marketplace, values, utf8),
        language: try string(.language, values, utf8) ?? settings.language?.value,
        isProactive: try boolean(.proactive, values, utf8) ?? settings.isProactive?.value,
        isFinal: try boolean(.final, values, utf8) ?? settings.isFinal?.value),
      textValue: textValue)
    record.isBuyers =
      try named(.author, values, utf8, ["seller", "buyer"]) { ["seller": false, "buyer": true][$0] } ?? false
    if let subject = values[Field.subject.rawValue], subject.kind != .null {
      guard subject.kind == .string else { throw Failure(notString(.subject)) }
      var decoded: [UInt8] = []
      subject.decode(utf8, to: &decoded)
      record.subject = decoded
      record.subjectValue = subject
    }
    if let id = values[Field.id.rawValue] { record.id.append(utf8, id.range) }
    if !echoed.isEmpty { record.echoed = echo(utf8) }
    return record
  }

  /// The values that mean something, by ``Field``.
  private func sorted(_ utf8: Span<UInt8>) throws(Failure) -> Values {
    var values = Values(repeating: nil)
    let names = names.span
    for member in members {
      for index in nameRanges.indices where member.name.isString(names, nameRanges[index], in: utf8) {
        // Two values for one name are read differently by different programs: what is checked might not be what is sent.
        guard values[index] == nil else {
          throw Failure("`\(member.name.string(in: utf8) ?? "")` comes twice")
        }
        values[index] = member.value
      }
    }
    return values
  }

  private func echo(_ utf8: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for name in echoed {
      guard let member = members.last(where: { $0.name.isString(name.span, name.indices, in: utf8) }) else { continue }
      if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
      bytes.append(utf8, member.name.range)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(utf8, member.value.range)
    }
    return bytes
  }
}

// MARK: Values

extension RecordReader {
  private func string(_ field: Field, _ values: Values, _ utf8: Span<UInt8>) throws(Failure) -> String? {
    guard let value = values[field.rawValue], value.kind != .null else { return nil }
    guard let string = value.string(in: utf8) else { throw Failure(notString(field)) }
    return string
  }

  private func boolean(_ field: Field, _ values: Values, _ utf8: Span<UInt8>) throws(Failure) -> Bool? {
    guard let value = values[field.rawValue], value.kind != .null else { return nil }
    guard let boolean = value.boolean(in: utf8) else { throw Failure("`\(name(field))` is neither true nor false") }
    return boolean
  }

  private func named<Value>(
    _ field: Field, _ values: Values, _ utf8: Span<UInt8>, _ known: @autoclosure () -> [String],
    _ make: (String) -> Value?
  ) throws(Failure) -> Value? {
    guard let string = try string(field, values, utf8) else { return nil }
    guard let value = make(string) else {
      let list = known().map { "`\($0)`" }.joined(separator: ", ")
      throw Failure("`\(name(field))` is `\(string.prefix(40))`, which is none of \(list)")
    }
    return value
  }

  private func notString(_ field: Field) -> String { "`\(name(field))` is not a string" }

  private func name(_ field: Field) -> String { fields.name(of: field) }
}

extension RecordFields {
  /// What the member of a meaning is called.
  fileprivate func name(of field: RecordReader.Field) -> String {
    switch field {
    case .text: text
    case .id: id
    case .channel: channel
    case .language: language
    case .target: target
    case .marketplace: marketplace
    case .subject: subject
    case .author: author
    case .proactive: proactive
    case .final: final
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ utf8: Span<UInt8>, _ range: ByteRange) {
    unsafe utf8.withUnsafeBufferPointer { unsafe append(contentsOf: $0[range]) }
  }
}
