internal import SourceText
internal import UnicodeText

/// Reads an e-mail (RFC 5322, MIME): its subject, and the text of each of its parts that is written by its sender.
struct EmailReader {
  private var document: Document

  /// How deep parts may be nested.
  private static let deepest = 32

  static func read(_ document: inout Document) throws(ICUError) {
    let bytes = document.utf8
    var reader = EmailReader(document: document)
    try reader.read(bytes.span)
    document = reader.document
  }

  private init(document: Document) {
    self.document = document
  }

  private mutating func read(_ utf8: Span<UInt8>) throws(ICUError) {
    // Mailboxes put a line of their own before each message.
    let start = utf8.hasASCII("from ", at: 0, end: utf8.count) ? utf8.lineEnd(from: 0, end: utf8.count) : 0
    let headers = EmailHeaders(utf8, in: start..<utf8.count)
    if headers.isEmpty { problem("an e-mail begins with headers such as `Subject:`", at: start) }
    try entity(utf8, headers, in: start..<utf8.count, number: "", depth: 0)
    try addSubject(utf8, headers)
    var attributes: DraftAttributes = [:]
    for (name, attribute) in Self.attributes {
      guard let value = headers[name] else { continue }
      let text = utf8.text(value.trimmed(in: utf8))
      if !text.isEmpty { attributes[attribute] = AttributeValue(text, value.trimmed(in: utf8)) }
    }
    for index in document.drafts.indices { document.drafts[index].attributes.merge(attributes) { _, said in said } }
  }

  /// Headers that say what the draft is.
  private static let attributes: [(String, DraftAttribute)] = [
    ("content-language", .language), ("x-channel", .channel), ("x-target", .target), ("x-marketplace", .marketplace),
    ("x-language", .language), ("x-proactive", .proactive), ("x-final", .final), ("x-author", .author),
  ]

  private mutating func problem(_ message: String, at offset: Int) {
    document.problems.append(DocumentProblem(message, at: offset))
  }

  private mutating func addSubject(_ utf8: Span<UInt8>, _ headers: EmailHeaders) throws(ICUError) {
    guard let value = headers["subject"] else { return }
    let subject = try EncodedWords.decode(utf8, value)
    for name in subject.unknownCharsets { problem("the charset `\(name)` is not known", at: value.lowerBound) }
    guard !subject.text.utf8.isEmpty else { return }
    if document.drafts.isEmpty {
      document.drafts.append(DocumentDraft(label: "subject", text: subject.text))
    } else {
      document.drafts[0].subject = subject.text
    }
  }

  // MARK: Parts

  /// Reads a message or a part of one; `number` says which (`1.2`).
  private mutating func entity(
    _ utf8: Span<UInt8>, _ headers: EmailHeaders, in range: ByteRange, number: String, depth: Int
  ) throws(ICUError) {
    let type = headers["content-type"].map { MIMEValue(utf8, $0) }
    let kind = type?.value ?? "text/plain"
    let body = headers.end..<range.upperBound
    if kind.hasPrefix("multipart/") {
      guard depth < Self.deepest else {
        return problem("parts are nested deeper than \(Self.deepest)", at: range.lowerBound)
      }
      guard let boundary = type?["boundary"], !boundary.isEmpty else {
        return problem("a part of several parts does not say its boundary", at: range.lowerBound)
      }
      return try multipart(utf8, body, boundary: Array(boundary.utf8), number: number, depth: depth)
    }
    let disposition = headers["content-disposition"].map { MIMEValue(utf8, $0).value }
    guard disposition != "attachment", kind == "text/plain" || kind == "text/html" else {
      document.passedOver.attachments += 1
      return
    }
    try text(utf8, body, headers, type, label: number.isEmpty ? nil : "part \(number), \(kind)")
  }

  private mutating func multipart(
    _ utf8: Span<UInt8>, _ range: ByteRange, boundary: [UInt8], number: String, depth: Int
  ) throws(ICUError) {
    var start: Int?
    var count = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let end = utf8.lineEnd(from: at, end: range.upperBound)
      if let isLast = Self.boundary(boundary, utf8, at..<end) {
        if let start {
          count += 1
          let part = start..<max(start, Self.withoutLineEnd(utf8, before: at, after: start))
          let name = number.isEmpty ? "\(count)" : "\(number).\(count)"
          try entity(utf8, EmailHeaders(utf8, in: part), in: part, number: name, depth: depth + 1)
        }
        if isLast { return }
        start = end
      }
      at = end
    }
    problem(
      "the parts are not closed by `--\(String(decoding: boundary, as: UTF8.self))--`: the e-mail is cut off",
      at: range.lowerBound)
    guard let start else { return }
    let name = number.isEmpty ? "\(count + 1)" : "\(number).\(count + 1)"
    let part = start..<range.upperBound
    try entity(utf8, EmailHeaders(utf8, in: part), in: part, number: name, depth: depth + 1)
  }

  /// Whether a line parts two parts (false) or ends the last one (true); nil for any other line.
  private static func boundary(_ boundary: [UInt8], _ utf8: Span<UInt8>, _ line: ByteRange) -> Bool? {
    let start = line.lowerBound + 2
    let end = start + boundary.count
    guard end <= line.upperBound, utf8[line.lowerBound] == UInt8(ascii: "-"), utf8[start - 1] == UInt8(ascii: "-")
    else {
      return nil
    }
    for index in boundary.indices where utf8[start + index] != boundary[index] { return nil }
    let isLast = end + 2 <= line.upperBound && utf8[end] == UInt8(ascii: "-") && utf8[end + 1] == UInt8(ascii: "-")
    for index in (isLast ? end + 2 : end)..<line.upperBound where !utf8[index].isASCIISpace { return nil }
    return isLast
  }

  /// The line end before a boundary belongs to it.
  private static func withoutLineEnd(_ utf8: Span<UInt8>, before boundary: Int, after start: Int) -> Int {
    var end = boundary
    if end > start, utf8[end - 1] == 0x0A { end -= 1 }
    if end > start, utf8[end - 1] == 0x0D { end -= 1 }
    return end
  }

  // MARK: Texts

  private mutating func text(
    _ utf8: Span<UInt8>, _ body: ByteRange, _ headers: EmailHeaders, _ type: MIMEValue?, label: String?
  ) throws(ICUError) {
    let encoding = headers["content-transfer-encoding"].map { MIMEValue(utf8, $0).value } ?? "7bit"
    let transferred: MappedText
    switch encoding {
    case "quoted-printable": transferred = TransferEncoding.quotedPrintable(utf8, body)
    case "base64":
      let decoded = TransferEncoding.base64(utf8, body)
      transferred = decoded.text
      if let bad = decoded.firstBad { problem("this is no base64, or it is cut off", at: bad) }
    default:
      var text = MappedText()
      text.copy(body, of: utf8)
      transferred = text
      if !["7bit", "8bit", "binary", ""].contains(encoding) {
        problem(
          "the transfer encoding `\(encoding)` is not known", at: headers["content-transfer-encoding"]?.lowerBound ?? 0)
      }
    }
    let bytes = transferred.utf8
    let charset = charset(type, of: bytes, at: headers["content-type"]?.lowerBound ?? body.lowerBound)
    let decoded = try charset.decode(bytes.span, in: bytes.indices)
    if !decoded.undecodable.isEmpty { document.charset = charset.name }
    document.undecodable += decoded.undecodable.map(transferred.map.source(of:))
    let map = decoded.text.map.followed(by: transferred.map)
    var draft = DocumentDraft(label: label, text: MappedText(decoded.text.utf8, map))
    if type?.value == "text/html" {
      let seen = HTMLReader.read(decoded.text.utf8.span)
      draft.text = MappedText(seen.text.utf8, seen.text.map.followed(by: map))
      document.passedOver.quotations += seen.quotations
      document.take(seen.problems, by: map)
      if let language = seen.language {
        draft.attributes[.language] = AttributeValue(language.text, map.source(of: language.range))
      }
    }
    document.drafts.append(draft)
  }

  /// The charset of a part.
  ///
  /// Texts that say none, or ASCII, are often in another one.
  private mutating func charset(_ type: MIMEValue?, of bytes: [UInt8], at offset: Int) -> Charset {
    let name = type?["charset"]?.lowercased() ?? "us-ascii"
    let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
    if name == "us-ascii" || name == "ascii", isUTF8 { return .utf8 }
    if let charset = Charset(named: name) { return charset }
    problem("the charset `\(name)` is not known", at: offset)
    return isUTF8 ? .utf8 : .latin1
  }
}

extension ByteRange {
  /// Without white space at its ends.
  func trimmed(in utf8: Span<UInt8>) -> ByteRange {
    var (start, end) = (lowerBound, upperBound)
    while start < end, utf8[start].isASCIISpace { start += 1 }
    while end > start, utf8[end - 1].isASCIISpace { end -= 1 }
    return start..<end
  }
}
