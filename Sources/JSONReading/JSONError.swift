/// What is wrong with a JSON text, and where.
package struct JSONError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case unexpectedEnd
    case expected(String)
    case controlCharacter
    case unknownEscape
    case unpairedSurrogate
    case malformedNumber
    case tooDeep
    case trailingText
    case notUTF8
  }

  /// The UTF-8 byte, from 0, at which reading stopped.
  package let offset: Int

  package let problem: Problem

  package init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  /// One line: what is wrong, and after how many bytes.
  package var description: String { "\(problem) at byte \(offset)" }
}

extension JSONError.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unexpectedEnd: "the JSON text ends too early"
    case .expected(let what): "\(what) is missing"
    case .controlCharacter: "a control character stands unescaped in a string"
    case .unknownEscape: "unknown escape in a string"
    case .unpairedSurrogate: "half of a surrogate pair in a string"
    case .malformedNumber: "malformed number"
    case .tooDeep: "values are nested deeper than \(JSONReader.deepest)"
    case .trailingText: "further text after the JSON value"
    case .notUTF8: "the bytes are not UTF-8"
    }
  }
}
