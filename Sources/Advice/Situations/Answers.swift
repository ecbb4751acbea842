internal import Lexicon
internal import LexiconImages
internal import Linting
internal import YAMLReading

/// What findings say of what a draft is about, where its words tell nothing: the file `answers.yml` of the lexicons.
///
///     message:
///       complaint:
///         revision-request: 13
///         any: 7
struct Answers: Sendable {
  private struct Weighed {
    let situation: String

    /// By rule or family; `any` is every rule.
    var weights: [String: Int] = [:]

    func weight(of finding: Finding) -> Int? {
      weights[finding.rule] ?? weights[String(finding.family)] ?? weights["any"]
    }
  }

  private static let path = "answers.yml"
  private var channels: [Channel: [Weighed]] = [:]

  /// Reads the built-in file, or the caller's in its place; mistakes are noted.
  init(lexicons files: [String: [UInt8]], _ problems: inout LexiconProblems) {
    guard
      let bytes = files[Self.path]
        ?? LexiconArchive.bytes(ofFile: Self.path, in: ImageStorage(LexiconImages.sources)),
      let root = problems.parse(LexiconFile(path: Self.path, bytes: bytes))
    else { return }
    for (key, value) in root.mapping ?? [] {
      guard let channel = key.string.flatMap({ Channel($0) }) else {
        problems.add(Self.path, key.start, "a channel is `message` or `public_response`")
        continue
      }
      channels[channel] = (value.mapping ?? []).map { name, weights in
        var weighed = Weighed(situation: name.string ?? "")
        for (rule, weight) in weights.mapping ?? [] {
          guard let number = weight.string.flatMap({ Int($0) }), (1...63).contains(number) else {
            problems.add(Self.path, weight.start, "a weight is a number from 1 to 63")
            continue
          }
          weighed.weights[rule.string ?? ""] = number
        }
        return weighed
      }
    }
  }

  /// What the findings of a draft speak for, as if its words told it.
  func clues(for findings: [Finding], in channel: Channel) -> [Clue] {
    (channels[channel] ?? []).flatMap { weighed in
      findings.compactMap { finding in
        weighed.weight(of: finding).map { weight in
          // What identifies somebody is not shown again.
          let end = finding.family == "personal-data" ? finding.range.lowerBound : finding.range.upperBound
          return Clue(
            id: weighed.situation, weight: weight, message: finding.message, range: finding.range.lowerBound..<end)
        }
      }
    }
  }
}
