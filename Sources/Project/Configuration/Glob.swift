/// A pattern of paths as `.gitignore` writes them, without `!`.
///
/// `*` is any part of a name, `**` any folders, `?` one character, `[a-z]` one of some, `{a,b}` one of several. A pattern
/// without a `/` before its end is of names at any depth, any other of paths from the folder that it is written for.
package struct Glob: Sendable {
  /// What is wrong with a pattern, in one line.
  package struct Failure: Error {
    package let message: String

    init(_ message: String) { self.message = message }
  }

  private enum Part {
    case scalar(Unicode.Scalar)
    case one
    case anything
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    func fits(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .scalar(let own): own == scalar
      case .one, .anything: true
      case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
      }
    }
  }

  private enum Segment {
    case anyFolders
    case name([Part])
  }

  private let alternatives: [[Segment]]

  private static let mostAlternatives = 64

  /// - Throws: What is wrong with the pattern.
  package init(_ text: String) throws(Failure) {
    guard !text.isEmpty else { throw Failure("a glob is not empty") }
    guard text.utf8.first != UInt8(ascii: "!") else {
      throw Failure("`!` is not taken here; name what is meant without it")
    }
    var alternatives: [[Segment]] = []
    for plain in try Self.expanded(Array(text.unicodeScalars)) { alternatives.append(try Self.segments(plain)) }
    self.alternatives = alternatives
  }

  /// The patterns that the braces of one stand for.
  private static func expanded(_ text: [Unicode.Scalar]) throws(Failure) -> [[Unicode.Scalar]] {
    var done: [[Unicode.Scalar]] = []
    var open = [text]
    while let next = open.popLast() {
      guard done.count + open.count < mostAlternatives else {
        throw Failure("more than \(mostAlternatives) alternatives")
      }
      guard let group = try BraceGroup(next) else {
        done.append(next)
        continue
      }
      for choice in group.choices.reversed() { open.append(next[..<group.start] + choice + next[group.end...]) }
    }
    return done
  }

  private static func segments(_ text: [Unicode.Scalar]) throws(Failure) -> [Segment] {
    var text = text[...]
    let isAnchored = text.first == "/"
    if isAnchored { text = text.dropFirst() }
    if text.last == "/" { text = text.dropLast() }
    let names = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !names.contains(where: \.isEmpty) else { throw Failure("an empty name in a glob") }
    var segments: [Segment] = isAnchored || names.count > 1 ? [] : [.anyFolders]
    for name in names {
      switch String(String.UnicodeScalarView(name)) {
      case "**": segments.append(.anyFolders)
      case ".": break
      case "..": throw Failure("`..` is not taken here; a glob is of paths below the configuration's folder")
      default: segments.append(.name(try parts(Array(name))))
      }
    }
    return segments
  }

  private static func parts(_ name: [Unicode.Scalar]) throws(Failure) -> [Part] {
    var parts: [Part] = []
    var at = 0
    while at < name.count {
      switch name[at] {
      case "*":
        if case .anything? = parts.last { break }
        parts.append(.anything)
      case "?": parts.append(.one)
      case "[":
        guard let close = name[(at + 1)...].dropFirst().firstIndex(of: "]") else {
          throw Failure("`[` without its `]`")
        }
        parts.append(set(name[(at + 1)..<close]))
        at = close
      case "\\" where at + 1 < name.count:
        at += 1
        parts.append(.scalar(name[at]))
      default: parts.append(.scalar(name[at]))
      }
      at += 1
    }
    return parts
  }

  private static func set(_ text: ArraySlice<Unicode.Scalar>) -> Part {
    let isNegated = text.first == "!" || text.first == "^"
    let members = Array(isNegated ? text.dropFirst() : text)
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var at = 0
    while at < members.count {
      if at + 2 < members.count, members[at + 1] == "-", members[at] <= members[at + 2] {
        ranges.append(members[at]...members[at + 2])
        at += 3
      } else {
        ranges.append(members[at]...members[at])
        at += 1
      }
    }
    return .set(ranges, isNegated: isNegated)
  }
}

/// The first group in braces of a pattern.
private struct BraceGroup {
  let start: Int
  let end: Int
  private(set) var choices: [[Unicode.Scalar]] = []

  /// Finds it; nil where there is none.
  init?(_ text: [Unicode.Scalar]) throws(Glob.Failure) {
    guard let open = Self.first("{", in: text) else { return nil }
    var depth = 0
    var choice: [Unicode.Scalar] = []
    var at = open
    while at < text.count {
      let scalar = text[at]
      let isEscape = scalar == "\\" && at + 1 < text.count
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if depth == 0 { break }
      if depth == 1, scalar == "," {
        choices.append(choice)
        choice = []
      } else if at > open {
        choice.append(scalar)
        if isEscape { choice.append(text[at + 1]) }
      }
      at += isEscape ? 2 : 1
    }
    guard at < text.count else { throw Glob.Failure("`{` without its `}`") }
    choices.append(choice)
    start = open
    end = at + 1
  }

  private static func first(_ scalar: Unicode.Scalar, in text: [Unicode.Scalar]) -> Int? {
    var at = 0
    while at < text.count, text[at] != scalar { at += text[at] == "\\" ? 2 : 1 }
    return at < text.count ? at : nil
  }
}

// MARK: Matching

extension Glob {
  /// Whether it fits a path itself.
  ///
  /// - Parameter path: Relative to the folder that the pattern is written for, without `.` and `..`.
  package func fits(_ path: String) -> Bool { fits(path, orFolders: false) }

  /// Whether it fits a path or a folder that the path lies in.
  package func holds(for path: String) -> Bool { fits(path, orFolders: true) }

  private func fits(_ path: String, orFolders: Bool) -> Bool {
    let names = path.split(separator: "/").map { Array($0.unicodeScalars) }
    guard !names.isEmpty else { return false }
    return alternatives.contains { Self.fits($0, names, orFolders: orFolders) }
  }

  /// Goes back to the last `**` alone: what those before it took can stay as it is, which keeps the time polynomial.
  private static func fits(_ segments: [Segment], _ names: [[Unicode.Scalar]], orFolders: Bool) -> Bool {
    var segment = 0
    var name = 0
    var back: (segment: Int, name: Int)?
    while name < names.count {
      if segment == segments.count, orFolders { return true }
      if segment < segments.count {
        switch segments[segment] {
        case .anyFolders:
          back = (segment, name)
          segment += 1
          continue
        case .name(let parts):
          if fits(parts, names[name]) {
            segment += 1
            name += 1
            continue
          }
        }
      }
      guard let last = back else { return false }
      back = (last.segment, last.name + 1)
      segment = last.segment + 1
      name = last.name + 1
    }
    return segments[segment...].allSatisfy { if case .anyFolders = $0 { true } else { false } }
  }

  private static func fits(_ parts: [Part], _ name: [Unicode.Scalar]) -> Bool {
    var part = 0
    var at = 0
    var back: (part: Int, at: Int)?
    while at < name.count {
      if part < parts.count {
        if case .anything = parts[part] {
          back = (part, at)
          part += 1
          continue
        }
        if parts[part].fits(name[at]) {
          part += 1
          at += 1
          continue
        }
      }
      guard let last = back else { return false }
      back = (last.part, last.at + 1)
      part = last.part + 1
      at = last.at + 1
    }
    return parts[part...].allSatisfy { if case .anything = $0 { true } else { false } }
  }
}
