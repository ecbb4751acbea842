import Linting
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct `innocent messages` {
  @Test(arguments: [UInt64(20_261_124)])
  func `hold at most one finding in a thousand`(seed: UInt64) throws {
    var found: [String] = []
    for message in try InnocentMessages().messages(4_000, seed: seed) {
      for finding in try linter.check(Draft(message)) where finding.severity >= .warning {
        let words = String(decoding: Array(message.utf8)[finding.range], as: UTF8.self)
        found.append("\(finding.rule): “\(words)” in: \(message)")
      }
    }
    #expect(found.count <= 4, "\(found.joined(separator: "\n"))")
  }
}
