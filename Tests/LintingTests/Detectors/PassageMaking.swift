import FoundationEssentials
import Lexicon
import SourceText
import UnicodeText

@testable import Linting

/// The data of the repository, compiled and read back from an image, as a release reads it.
let detectorData: DetectorData = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../lexicons/data")
  do {
    let files = try DetectorData.fileNames.map { name in
      (path: "lexicons/data/\(name)", bytes: Array(try Data(contentsOf: folder.appending(path: name))))
    }
    var writer = ImageWriter()
    try DetectorData(compiling: files).write(to: &writer)
    var reader = ImageReader(writer.bytes)
    let data = DetectorData(&reader)
    precondition(reader.isAtEnd)
    return data
  } catch {
    preconditionFailure("\(error)")
  }
}()

let detectors = Detectors(detectorData)

let marketplace = AllowedHosts(
  hosts: ["market.example"], relayDomains: ["relay.market.example"], allowsCarriers: false)

/// A finding as a test compares it: what it is and the source it covers.
struct Seen: Hashable, CustomStringConvertible {
  let kind: Detection.Kind
  let text: String

  var description: String { "\(kind)⟦\(text)⟧" }
}

/// Makes the last sentence of a text (or all of it) a passage, with the cues of ``CueWords``.
func passage(_ text: String, sentenceBySentence: Bool = false) throws -> [Passage] {
  let source = Array(text.utf8)
  let folded = try FoldedText(source.span)
  var breaker = SentenceBreaker(abbreviations: detectorData.abbreviations)
  let ranges =
    sentenceBySentence
    ? try breaker.sentences(of: source.span).map {
      folded.foldedOffset(of: $0.lowerBound)..<folded.foldedOffset(of: $0.upperBound)
    } : [0..<folded.utf8.count]
  var previous: [Token] = []
  var passages: [Passage] = []
  for range in ranges {
    var tokens = previous
    Tokenizer.append(folded.utf8.span, range, to: &tokens)
    let sentence = previous.count..<tokens.count
    guard !sentence.isEmpty else { continue }
    passages.append(
      Passage(
        source: source, text: folded, tokens: tokens, sentence: sentence, cues: CueWords.hits(tokens, folded.utf8)))
    previous = Array(tokens[sentence])
  }
  return passages
}

private func detections(in passage: Passage, hosts: AllowedHosts) -> [Detection] {
  let tokens = passage.tokens.span.extracting(passage.sentence)
  let gate = Gate(tokens, in: passage.text.utf8.span, passage.cues, [], from: passage.sentence.lowerBound)
  return detectors.detections(in: passage, gate, hosts: hosts)
}

/// What the detectors see in a text, read sentence by sentence as the engine does.
func seen(_ text: String, hosts: AllowedHosts = marketplace) throws -> [Seen] {
  let source = Array(text.utf8)
  return try passage(text, sentenceBySentence: true).flatMap { passage in
    detections(in: passage, hosts: hosts).map { detection in
      let range = passage.text.sourceRange(of: detection.range)
      return Seen(kind: detection.kind, text: String(decoding: source[range], as: UTF8.self))
    }
  }
}

/// What the detectors see of one kind.
func seen(_ kind: Detection.Kind, in text: String) throws -> [String] {
  try seen(text).filter { $0.kind == kind }.map(\.text)
}

/// Whether what the detectors see of one kind is disguised.
func isDisguised(_ kind: Detection.Kind, in text: String) throws -> Bool? {
  try passage(text, sentenceBySentence: true).flatMap { detections(in: $0, hosts: marketplace) }
    .first { $0.kind == kind }?.isDisguised
}
