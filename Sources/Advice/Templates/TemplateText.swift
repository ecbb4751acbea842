/// The text of a template, with places for what differs from draft to draft.
///
/// `{{name}}` is a place, and `{{#name}} ... {{/name}}` a part that stands only where `name` has a value; sections may not
/// stand in each other.
struct TemplateText: Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    case value(String)
    /// A part with texts and values.
    case section(String, [Piece])
  }

  private(set) var pieces: [Piece] = []

  /// Why a text is no template, and the line of it, from 1.
  struct Mistake: Error, Hashable {
    let line: Int
    let message: String
  }

  init(_ source: String) throws(Mistake) {
    var rest = Substring(source)
    var line = 1
    var open: (name: String, line: Int, pieces: [Piece])?
    func take(_ piece: Piece) { if open == nil { pieces.append(piece) } else { open?.pieces.append(piece) } }
    while let start = rest.firstPlace(of: "{{") {
      let text = rest[..<start]
      if !text.isEmpty { take(.text(String(text))) }
      line += text.utf8.count { $0 == 0x0A }
      rest = rest[start...].dropFirst(2)
      guard let end = rest.firstPlace(of: "}}") else { throw Mistake(line: line, message: "`{{` without `}}`") }
      let tag = rest[..<end]
      rest = rest[end...].dropFirst(2)
      let sign = tag.first.flatMap { "#/".contains($0) ? $0 : nil }
      let name = String(sign == nil ? tag : tag.dropFirst())
      guard Self.isName(name) else { throw Mistake(line: line, message: "`{{\(tag)}}` names nothing") }
      switch (sign, open) {
      case (nil, _): take(.value(name))
      case ("#", nil): open = (name, line, [])
      case ("#", _): throw Mistake(line: line, message: "a section may not stand in another one")
      case (_, let section?) where section.name == name:
        open = nil
        pieces.append(.section(name, section.pieces))
      default: throw Mistake(line: line, message: "`{{/\(name)}}` ends no section")
      }
    }
    if let open { throw Mistake(line: open.line, message: "`{{#\(open.name)}}` is not ended") }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
  }

  /// All names, in the order of the text.
  var names: [String] {
    var names: [String] = []
    func add(_ name: String) { if !names.contains(name) { names.append(name) } }
    for piece in pieces {
      switch piece {
      case .text: break
      case .value(let name): add(name)
      case .section(let name, let parts):
        add(name)
        for case .value(let name) in parts { add(name) }
      }
    }
    return names
  }

  /// The text with values in their places; a value that is missing stays a place.
  func filled(with values: [String: String]) -> String {
    Self.fill(pieces, values)
  }

  private static func fill(_ pieces: [Piece], _ values: [String: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let name): values[name] ?? "{{\(name)}}"
      case .section(let name, let parts): values[name] == nil ? "" : fill(parts, values)
      }
    }.joined()
  }
}

extension Substring {
  /// Where two ASCII characters first stand.
  fileprivate func firstPlace(of pair: String) -> Index? {
    let wanted = Array(pair.utf8)
    var previous: Index?
    for index in utf8.indices {
      if let previous, utf8[previous] == wanted[0], utf8[index] == wanted[1] { return previous }
      previous = index
    }
    return nil
  }
}
