import Documents
import SourceText
import TestSupport
import Testing

extension Embedding {
  /// What is wrong with a draft that was read out of the document; nil where each character stands where it was put.
  ///
  /// - Parameter isTrimmed: Whether the text may lack white space at its ends.
  func difference(from draft: DocumentDraft, in document: Document) -> String? {
    guard draft.text.utf8 == Array(String(text).utf8) else {
      return
        "read \(spelledOut(draft.text.utf8)), not \(spelledOut(Array(String(text).utf8))), from \(spelledOut(bytes))"
    }
    var derived = 0
    for (index, scalar) in text.enumerated() {
      let range = derived..<(derived + UTF8.width(scalar))
      let place = document.encoding.source(of: draft.text.map.source(of: range))
      if place != places[index] {
        return "\(scalar.escaped(asASCII: true)) at \(place), not \(places[index]), in \(spelledOut(bytes))"
      }
      derived = range.upperBound
    }
    return nil
  }

  /// What is wrong with the one draft of the document, read as a kind.
  func difference(as kind: DocumentKind, _ options: ReadingOptions = ReadingOptions()) throws -> String? {
    let document = try DocumentReader(options).read(bytes, as: kind)
    if let problem = document.problems.first { return "\(problem) in \(spelledOut(bytes))" }
    guard document.drafts.count == 1 else { return "\(document.drafts.count) drafts in \(spelledOut(bytes))" }
    return difference(from: document.drafts[0], in: document)
  }
}

enum RandomDraft {
  /// The characters of a random text, those that a format cannot hold left out.
  static func scalars(
    upTo count: Int = 40, _ random: inout SplitMix64, where isHeld: (Unicode.Scalar) -> Bool = { _ in true }
  ) -> [Unicode.Scalar] {
    String(decoding: RandomText.make(upTo: count, using: &random), as: UTF8.self).unicodeScalars.filter(isHeld)
  }

  /// Words of characters that are no white space, with one space between them.
  ///
  /// The first is a letter: what begins with `>` is a quotation.
  static func words(
    _ random: inout SplitMix64, where isHeld: (Unicode.Scalar) -> Bool = { _ in true }
  ) -> [Unicode.Scalar] {
    var words: [[Unicode.Scalar]] = [["w"]]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let word = scalars(upTo: 8, &random) { $0.value > 0x20 && $0.value != 0x7F && isHeld($0) }
      if !word.isEmpty { words.append(word) }
    }
    return Array(words.joined(separator: [" "]))
  }
}
