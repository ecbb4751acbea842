import Testing
import UnicodeText

@Suite struct ConfusableSkeletonTests {
  @Test(arguments: [("раураl", "paypal"), ("𝐀", "A"), ("rn", "m"), ("0", "O"), ("", "")])
  func `gives look-alikes one skeleton`(_ one: String, _ other: String) throws {
    let skeleton = try ConfusableSkeleton()
    let (first, second) = (try skeleton(one), try skeleton(other))
    #expect(first == second)
  }

  @Test func `tells apart what looks different`() throws {
    let skeleton = try ConfusableSkeleton()
    let (first, second) = (try skeleton("review"), try skeleton("refund"))
    #expect(first != second)
  }

  @Test func `grows with a skeleton longer than its text`() throws {
    let skeleton = try ConfusableSkeleton()
    #expect(try skeleton(String(repeating: "\u{FDFA}", count: 500)).utf8.count > 3_000)
  }

  @Test func `is shared between tasks`() async throws {
    let skeleton = try ConfusableSkeleton()
    let all = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 { group.addTask { try skeleton("раураl") } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(all.count == 1)
  }
}

@Suite struct LookAlikesTests {
  @Test(
    arguments: [("е", "e"), ("Α", "a"), ("ο", "o"), ("é", "e"), ("各", nil), ("e", nil)] as [(Unicode.Scalar, String?)])
  func `finds the letter that a character is drawn like`(_ scalar: Unicode.Scalar, _ letter: String?) {
    #expect(LookAlikes.letter(for: scalar.value) == letter?.utf8.first)
  }
}
