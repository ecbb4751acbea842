internal import JSONReading
package import SourceText

/// An entry of feedback as a line of NDJSON gives it.
package struct FeedbackRecord: Sendable {
  package var entry: FeedbackEntry

  /// The `id` as it stands in the line; empty where there is none.
  package var idJSON: [UInt8] = []

  /// What is wrong with a line, in one line without a full stop.
  package struct Failure: Error {
    package let message: String

    init(_ message: String) { self.message = message }
  }

  /// Reads a line.
  ///
  /// - Throws: What is wrong with it.
  package init(_ utf8: Span<UInt8>, _ line: ByteRange) throws(Failure) {
    var members: [JSONMember] = []
    do throws(JSONError) {
      try JSONReader.appendMembers(utf8, in: line, to: &members)
    } catch {
      throw Failure("\(error.problem) at byte \(error.offset - line.lowerBound) of the line")
    }
    var values = Values()
    for member in members {
      guard let name = member.name.string(in: utf8), let field = FeedbackField(rawValue: name) else { continue }
      // Two values for one name are read differently by different programs.
      guard values.byField[field] == nil else { throw Failure("`\(name)` comes twice") }
      values.byField[field] = member.value
    }
    guard let comment = values.byField[.comment] else { throw Failure("`comment` is missing") }
    entry = FeedbackEntry(
      language: try values.string(.language, utf8), rating: try values.rating(utf8),
      response: try values.string(.response, utf8).flatMap { $0.isEmpty ? nil : $0 },
      date: try values.date(.date, utf8), orderDate: try values.date(.orderDate, utf8),
      fulfillment: try values.fulfillment(utf8), isShippedOnTime: try values.boolean(.shippedOnTime, utf8),
      hasBuyShipping: try values.boolean(.buyShipping, utf8))
    switch comment.kind {
    case .null: break
    case .string: comment.decode(utf8, to: &entry.comment)
    case .object, .array, .number, .boolean: throw Failure("`comment` is not a string")
    }
    guard let id = values.byField[.id] else { return }
    unsafe utf8.withUnsafeBufferPointer { unsafe idJSON.append(contentsOf: $0[id.range]) }
    entry.id = id.string(in: utf8) ?? String(decoding: idJSON, as: UTF8.self)
  }
}

/// What the members of a record that mean something say.
private struct Values {
  var byField: [FeedbackField: JSONValue] = [:]

  func string(_ field: FeedbackField, _ utf8: Span<UInt8>) throws(FeedbackRecord.Failure) -> String? {
    guard let value = byField[field], value.kind != .null else { return nil }
    guard let string = value.string(in: utf8) else {
      throw FeedbackRecord.Failure("`\(field.rawValue)` is not a string")
    }
    return string
  }

  func boolean(_ field: FeedbackField, _ utf8: Span<UInt8>) throws(FeedbackRecord.Failure) -> Bool? {
    guard let value = byField[field], value.kind != .null else { return nil }
    guard let boolean = value.boolean(in: utf8) else {
      throw FeedbackRecord.Failure("`\(field.rawValue)` is neither true, false nor null")
    }
    return boolean
  }

  func rating(_ utf8: Span<UInt8>) throws(FeedbackRecord.Failure) -> Int? {
    guard let value = byField[.rating], value.kind != .null else { return nil }
    // `1`, and as some write it `1.0`.
    var digits = value.range.map { utf8[$0] }
    if digits.suffix(2) == Array(".0".utf8) { digits.removeLast(2) }
    guard value.kind == .number, digits.count == 1, (0x31...0x35).contains(digits[0]) else {
      throw FeedbackRecord.Failure("`rating` is no number from 1 to 5")
    }
    return Int(digits[0] - 0x30)
  }

  func date(_ field: FeedbackField, _ utf8: Span<UInt8>) throws(FeedbackRecord.Failure) -> CalendarDate? {
    guard let text = try string(field, utf8) else { return nil }
    // A time may stand behind the day.
    let day = text.utf8.count > 10 && text.utf8.dropFirst(10).first == UInt8(ascii: "T") ? text.prefix(10) : text[...]
    guard let date = CalendarDate(iso: day) else {
      throw FeedbackRecord.Failure("`\(field.rawValue)` is `\(text.prefix(40))`, which is no date such as 2026-05-03")
    }
    return date
  }

  func fulfillment(_ utf8: Span<UInt8>) throws(FeedbackRecord.Failure) -> FeedbackEntry.Fulfillment? {
    guard let name = try string(.fulfillment, utf8) else { return nil }
    guard let value = FeedbackEntry.Fulfillment(rawValue: name) else {
      throw FeedbackRecord.Failure("`fulfillment` is `\(name.prefix(40))`, which is neither `amazon` nor `merchant`")
    }
    return value
  }
}
