/// What the words of a sentence can show, as ``SignatureCompiler`` numbers it.
package struct SentenceSignature: Equatable, Sendable {
  typealias Groups = SIMD4<UInt64>
  typealias Conditions = SIMD2<UInt64>

  /// Groups of which both words are there.
  var groups = Groups()
  var conditions = Conditions()

  /// Everything may be there: for sentences that are not read by one lexicon alone.
  package static let anything = SentenceSignature(
    groups: Groups(repeating: .max), conditions: Conditions(repeating: .max))

  init(groups: Groups = Groups(), conditions: Conditions = Conditions()) {
    self.groups = groups
    self.conditions = conditions
  }

  /// Whether no rule finds anything in the sentence itself.
  @inline(__always)
  package var findsNothing: Bool { groups == Groups() }
}

/// The tests that rules make on signatures.
package struct SignatureTests: Sendable {
  private struct Test {
    let channel: Int?
    let reach: Int
    let groups: SentenceSignature.Groups
    let conditions: [(bit: Int, reach: Int)]
  }

  private let tests: [Test]

  init(_ numbers: FlatArray<UInt16>) {
    var tests: [Test] = []
    var at = 0
    func next() -> Int {
      defer { at += 1 }
      return Int(numbers[at])
    }
    while at < numbers.count {
      let channel = next()
      let reach = next()
      var groups = SentenceSignature.Groups()
      for _ in 0..<next() {
        let bit = next()
        groups[bit / 64] |= 1 << UInt64(bit % 64)
      }
      let conditions = (0..<next()).map { _ in (bit: next(), reach: next()) }
      tests.append(
        Test(channel: channel == Int(UInt16.max) ? nil : channel, reach: reach, groups: groups, conditions: conditions))
    }
    self.tests = tests
  }

  /// How many sentences around one the rules look at that may hold there, or nil where none may.
  ///
  /// - Parameters:
  ///   - signatures: Those of all sentences of the draft.
  ///   - channel: 0 for messages, 1 for public responses.
  package func reach(of sentence: Int, in signatures: [SentenceSignature], channel: Int) -> Int? {
    let groups = signatures[sentence].groups
    var reach: Int?
    for test in tests where groups & test.groups != SentenceSignature.Groups() {
      if let only = test.channel, only != channel { continue }
      if let known = reach, known >= test.reach { continue }
      if test.conditions.allSatisfy({ isThere($0.bit, within: $0.reach, of: sentence, signatures) }) {
        reach = test.reach
      }
    }
    return reach
  }

  private func isThere(_ bit: Int, within reach: Int, of sentence: Int, _ signatures: [SentenceSignature]) -> Bool {
    (max(0, sentence - reach)...min(signatures.count - 1, sentence + reach)).contains {
      signatures[$0].conditions[bit / 64] >> UInt64(bit % 64) & 1 != 0
    }
  }
}

/// What one word can show: a bit for each group's first and second set, and for the conditions.
struct WordSignature: BitwiseCopyable {
  var first = SentenceSignature.Groups()
  var second = SentenceSignature.Groups()
  var conditions = SentenceSignature.Conditions()

  var isEmpty: Bool {
    first == SentenceSignature.Groups() && second == SentenceSignature.Groups()
      && conditions == SentenceSignature.Conditions()
  }

  @inline(__always)
  mutating func add(_ other: WordSignature) {
    first |= other.first
    second |= other.second
    conditions |= other.conditions
  }
}

extension LanguageImage {
  /// The signature of a symbol, or behind the symbols of a detected kind.
  func signature(of symbol: Int) -> WordSignature {
    let start = Int(signatureNumbers[symbol]) * SignatureCompiler.wordCount
    var signature = WordSignature()
    for word in 0..<SignatureCompiler.groupWords {
      signature.first[word] = signatures[start + word]
      signature.second[word] = signatures[start + SignatureCompiler.groupWords + word]
    }
    for word in 0..<SignatureCompiler.conditionWords {
      signature.conditions[word] = signatures[start + 2 * SignatureCompiler.groupWords + word]
    }
    return signature
  }
}
