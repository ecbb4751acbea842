internal import Documents
internal import Reporting

/// A line on the terminal that counts along, in runs that take longer than a second.
struct Progress: Sendable {
  private let isShown: Bool
  private let start: Double
  private var last: Double
  private var isOnScreen = false

  private static let delay = 1.0
  private static let interval = 0.1

  init(isShown: Bool) {
    self.isShown = isShown
    start = isShown ? Environment.seconds : 0
    last = start
  }

  mutating func show(_ totals: Totals) {
    guard isShown else { return }
    let now = Environment.seconds
    guard now - start > Self.delay, now - last > Self.interval else { return }
    last = now
    isOnScreen = true
    OutputFile.standardError.send("\r\(totals.checked) drafts checked, \(totals.findings) findings ...")
  }

  /// Takes the line off the screen.
  mutating func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    OutputFile.standardError.send("\r\u{1B}[K")
  }
}
