/// What YAML 1.2 takes a scalar for (its core schema).
///
/// `yes`, `no`, `on` and `off` are text: `no` is a language, `off` a level.
enum YAMLScalarType {
  case text
  case boolean(Bool)
  case integer
  case number
  case null

  init(_ text: String, isQuoted: Bool) {
    self = .text
    if isQuoted { return }
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    case ".nan", ".NaN", ".NAN": self = .number
    default:
      var rest = Substring(text).utf8
      if rest.starts(with: "0x".utf8) {
        if rest.count > 2, rest.dropFirst(2).allSatisfy({ $0.isHexDigit }) { self = .integer }
        return
      }
      if rest.starts(with: "0o".utf8) {
        if rest.count > 2, rest.dropFirst(2).allSatisfy({ (0x30...0x37).contains($0) }) { self = .integer }
        return
      }
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
      if [".inf", ".Inf", ".INF"].contains(where: { rest.elementsEqual($0.utf8) }) {
        self = .number
      } else if !rest.isEmpty, rest.allSatisfy(\.isDigit) {
        self = .integer
      } else if Self.isNumber(rest) {
        self = .number
      }
    }
  }

  /// Whether it is `1.5`, `.5`, `1.` or one of these with an exponent, without its sign.
  private static func isNumber(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    let whole = rest.prefix(while: \.isDigit).count
    rest = rest.dropFirst(whole)
    var part = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      part = rest.prefix(while: \.isDigit).count
      rest = rest.dropFirst(part)
    }
    guard whole + part > 0 else { return false }
    if rest.isEmpty { return true }
    guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else { return false }
    rest = rest.dropFirst()
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(\.isDigit)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }
  fileprivate var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
}
