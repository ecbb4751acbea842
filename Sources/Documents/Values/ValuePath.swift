/// A step from a value to one inside it.
enum ValueStep: Hashable, Sendable {
  case key(String)
  case index(Int)
}

/// Where a value stands in a document, as `$.macros[3].body`.
struct ValuePath: Sendable, CustomStringConvertible {
  var steps: [ValueStep] = []

  var description: String {
    var text = "$"
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key) where Self.isPlain(key): text += ".\(key)"
      case .key(let key): text += "[\"\(key)\"]"
      }
    }
    return text
  }

  static func isPlain(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.count <= 60
      && key.utf8.allSatisfy {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 >= 0x80
      }
  }
}

/// A pattern of paths: `$.macros[*].body`, `replies.*.text`, `**.text`, or a key alone for it anywhere.
struct ValuePattern: Sendable {
  private enum Part {
    case step(ValueStep)
    case any
    /// Any number of steps.
    case deep
  }

  private var parts: [Part] = []

  init(_ text: String) {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "$") { rest.removeFirst() } else if !text.contains(".") { parts.append(.deep) }
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        rest.removeFirst()
      } else if first == UInt8(ascii: "[") {
        let inside = rest.dropFirst().prefix { $0 != UInt8(ascii: "]") }
        rest = rest.dropFirst(inside.count + 2)
        let word = String(decoding: inside, as: UTF8.self)
        if word == "*" {
          parts.append(.any)
        } else if let index = Int(word) {
          parts.append(.step(.index(index)))
        } else {
          parts.append(
            .step(
              .key(String(word.drop { $0 == "\"" || $0 == "'" }.reversed().drop { $0 == "\"" || $0 == "'" }.reversed()))
            ))
        }
      } else {
        let word = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
        rest = rest.dropFirst(word.count)
        switch String(decoding: word, as: UTF8.self) {
        case "*": parts.append(.any)
        case "**": parts.append(.deep)
        case let key: parts.append(.step(.key(key)))
        }
      }
    }
  }

  /// Whether a path fits.
  ///
  /// - Complexity: O(*n* · *m*) in the steps and the parts.
  func matches(_ path: ValuePath) -> Bool {
    // The parts that may come next, as a set that moves along the steps.
    var states = closure([0])
    for step in path.steps {
      var next: Set<Int> = []
      for state in states where state < parts.count {
        switch parts[state] {
        case .step(let wanted): if wanted == step { next.insert(state + 1) }
        case .any: next.insert(state + 1)
        case .deep: next.insert(state)
        }
      }
      states = closure(next)
    }
    return states.contains(parts.count)
  }

  private func closure(_ states: Set<Int>) -> Set<Int> {
    var all = states
    for state in states {
      var at = state
      while at < parts.count, case .deep = parts[at] {
        at += 1
        all.insert(at)
      }
    }
    return all
  }
}
