import FoundationEssentials
import Lexicon
import SourceText
import UnicodeText

/// A lexicon of one language and one rule, for patterns under test.
enum MiniLexicon {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../lexicons")

  /// The data of detectors, without which nothing compiles.
  static let data: [LexiconFile] = {
    do {
      return try DetectorData.fileNames.map { name in
        let path = "data/\(name)"
        return LexiconFile(path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
      }
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static let files: [String: String] = [
    "sources.yml": "OWN: {document: Our own reading, standing: own-reading}\n",
    "marketplaces/amazon.yml": "name: amazon\ntitle: Amazon\nhosts: [amazon.com]\n",
    "en/language.yml": """
    name: English
    function-words: [the, and]
    clause-marks: [but]
    contexts:
      negated: {concept: negation, before: 3}

    """,
    "en/words.yml": "negation: [not, never]\ntested: [xyzzy]\nother: [blue, red paint]\n",
    "rules/conduct/tested.yml": """
    id: conduct/tested
    summary: A test
    message: tests
    why: It tests.
    instead: Test.
    sources: [OWN]
    severity: error
    patterns:
      - find: tested
        unless: [negated]

    """,
  ]

  /// The lexicon with some of its files replaced, or others added.
  static func compile(_ changes: [String: String]) throws(LexiconProblems) -> [UInt8] {
    let texts = files.merging(changes) { $1 }
    return try LexiconCompiler.compile(data + texts.map { LexiconFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  /// The mistakes that are told of it, each as `path:line:column: message`.
  static func problems(_ changes: [String: String]) -> [String] {
    do {
      _ = try compile(changes)
      return []
    } catch {
      return error.list.map(\.description)
    }
  }

  /// What a pattern finds in a text of one sentence.
  static func matches(of pattern: String, in text: String, segmentation: String = "words") throws -> [String] {
    let quoted = pattern.replacing("'", with: "''")
    let image = LexiconImage(
      ImageStorage(
        copying: try compile([
          "en/language.yml": "name: English\nsegmentation: \(segmentation)\nclause-marks: [but]\n"
            + "contexts: {negated: {concept: negation, before: 3}}\n",
          "en/words.yml": "tested: ['\(quoted)']\nother: [blue, red paint]\nnegation: [not]\n",
        ])))
    guard let number = image.languageCodes.firstIndex(of: "en") else { return [] }
    let matcher = Matcher(image.language(number), functionWords: image.functionWords)
    guard let concept = matcher.image.concept(named: "tested") else { return [] }
    let folded = try FoldedText(Array(text.utf8).span)
    var tokens: [Token] = []
    Tokenizer.append(folded.utf8.span, 0..<folded.utf8.count, to: &tokens)
    tokens = SpacedLetters.joined(tokens.span, in: folded.utf8.span, matcher.image) ?? tokens
    _ = matcher.read(tokens.span, in: folded.utf8.span)
    matcher.match()
    return matcher.hits(of: concept).map { hit in
      let range = tokens[Int(hit.start)].start..<tokens[Int(hit.end) - 1].end
      return String(decoding: folded.utf8[range], as: UTF8.self)
    }
  }
}
