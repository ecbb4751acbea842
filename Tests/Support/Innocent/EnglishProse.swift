/// English text for measurements of speed: messages of sellers, one a paragraph, some of them with a violation.
package struct EnglishProse: Sendable {
  /// The paragraphs, with an empty line between them and a line end at the end.
  package let text: String
  /// The number of paragraphs.
  package let messageCount: Int
  /// The number of paragraphs that hold one violating sentence; the few of family `channel` violate in public only.
  package let violatingCount: Int

  /// Makes at least `bytes` bytes of UTF-8, and less than one message more.
  ///
  /// - Parameters:
  ///   - bytes: the size wanted.
  ///   - share: the share of messages with a violating sentence, from 0 to 1; they are spread evenly.
  ///   - seed: the same seed gives the same text.
  /// - Throws: as `InnocentMessages.init`.
  package init(bytes: Int, share: Double = 0.05, seed: UInt64 = 1) throws {
    let innocent = try InnocentMessages()
    let groups = try PatternFile(named: "violations.txt").chapters.flatMap(\.groups)
    try InnocentMessages.check(groups, in: "violations.txt", words: innocent.words)
    let violations = groups.flatMap(\.patterns)
    var random = SplitMix64(seed: seed)
    var text = ""
    var messages = 0
    var violating = 0
    while text.utf8.count < bytes {
      var parts = innocent.parts(&random)
      messages += 1
      if Double(violating + 1) <= share * Double(messages) {
        violating += 1
        let sentence = InnocentMessages.fill(random.pick(violations), with: &parts.values)
        parts.sentences.insert(sentence, at: random.below(parts.sentences.count + 1))
      }
      if messages > 1 { text += "\n" }
      text += ([parts.greeting] + parts.sentences + [parts.closing]).joined(separator: " ") + "\n"
    }
    (self.text, messageCount, violatingCount) = (text, messages, violating)
  }
}
