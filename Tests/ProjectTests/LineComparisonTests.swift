import SourceText
import TestSupport
import Testing

@testable import Project

@Suite struct LineComparisonTests {
  /// The changed lines, counted from 1, of letters that stand for a line each.
  private func changes(_ old: String, _ new: String) -> [Int] {
    func lines(_ letters: String) -> [UInt8] { letters.utf8.flatMap { [$0, 0x0A] } }
    let changes = LineComparison.changes(from: lines(old), to: lines(new))
    return Array(1..<(new.utf8.count + 1)).filter { line in
      let start = 2 * (line - 1)
      return changes.touches(start..<(start + 2))
    }
  }

  @Test(arguments: [
    ("", "", []), ("", "ab", [1, 2]), ("ab", "", []), ("abc", "abc", []), ("abc", "axc", [2]), ("abc", "abxc", [3]),
    ("abc", "ac", []), ("abc", "cab", [1]), ("abab", "aabab", [2]), ("abc", "xayczb", [1, 3, 4, 5]),
    ("aa", "aaa", [3]), ("abba", "cabcbac", [1, 4, 7]), ("xx", "axxb", [1, 4]),
  ])
  func `what is new is told`(old: String, new: String, lines: [Int]) {
    #expect(changes(old, new) == lines)
  }

  @Test(
    arguments: [
      ("a\nb", "a\nb\n", []), ("a\nb\n", "a\nb", []), ("a\r\nb\r\n", "a\nb\n", []), ("a\n", "a\r\n\r\n", [3..<5]),
      ("a\n", "a \n", [0..<3]), ("a\nb", "a\nc", [2..<3]), ("", "\n", [0..<1]), ("a\u{0}\n", "a\u{0}\nb", [3..<4]),
    ] as [(String, String, [ByteRange])])
  func `line ends are no change, and ranges are whole lines`(old: String, new: String, ranges: [ByteRange]) {
    #expect(LineComparison.changes(from: Array(old.utf8), to: Array(new.utf8)).ranges == ranges)
  }

  @Test func `what stays stands in the old version, in this order`() throws {
    try forRandomCases(2_000) { random in
      let alphabet = 2 + Int.random(in: 0..<12, using: &random)
      func letters() -> [UInt8] {
        (0..<Int.random(in: 0..<24, using: &random)).map { _ in
          UInt8(0x61 + Int.random(in: 0..<alphabet, using: &random))
        }
      }
      let (old, new) = (letters(), letters())
      let changed = Set(changes(String(decoding: old, as: UTF8.self), String(decoding: new, as: UTF8.self)))
      var rest = old[...]
      for (index, letter) in new.enumerated() where !changed.contains(index + 1) {
        guard let place = rest.firstIndex(of: letter) else { return "\(old) \(new): \(changed)" }
        rest = rest[(place + 1)...]
      }
      return nil
    }
  }

  @Test func `of lines that come once as many stay as can`() throws {
    try forRandomCases(500) { random in
      let old = Array("abcdefghijkl").shuffled(using: &random)
      let new =
        old.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }.shuffled(using: &random)
        + Array("xyz").prefix(Int.random(in: 0..<4, using: &random))
      let stay = new.count - changes(String(old), String(new)).count
      return stay == longestCommon(old, new) ? nil : "\(old) \(new): \(stay)"
    }
  }

  /// The length of the longest series that both hold in its order.
  private func longestCommon(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(repeating: 0, count: right.count + 1)
    for element in left {
      var diagonal = 0
      for index in right.indices {
        let above = row[index + 1]
        row[index + 1] = element == right[index] ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }

  @Test(.timeLimit(.minutes(1))) func `long versions that have little in common take no long time`() {
    let old = (0..<100_000).map { "\($0 % 7)\n\($0)\n" }.joined()
    let new = (0..<100_000).map { "\($0 % 5)\n\(99_999 - $0)\n" }.joined()
    #expect(!LineComparison.changes(from: Array(old.utf8), to: Array(new.utf8)).isEmpty)
  }

  @Test(arguments: [
    (0..<1, false), (4..<5, true), (3..<4, false), (3..<5, true), (6..<7, true), (7..<9, false), (5..<5, true),
    (7..<7, false),
  ])
  func `a range touches what it has a byte in common with`(range: ByteRange, touches: Bool) {
    var lines = ChangedLines()
    lines.append(4..<6)
    lines.append(6..<7)
    lines.append(9..<9)
    #expect(lines.ranges == [4..<7])
    #expect(lines.touches(range) == touches)
  }
}
