internal import Linting

/// The colours of a report for people, or none.
package struct Palette: Sendable {
  package let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  enum Role {
    case severity(Severity)
    case frame
    case strong
  }

  func paint(_ text: String, _ role: Role) -> String {
    guard isColored else { return text }
    let code =
      switch role {
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.info): "1;36"
      case .frame: "34"
      case .strong: "1"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
