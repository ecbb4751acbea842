internal import Lexicon
internal import LexiconImages
internal import Linting
internal import SourceText
internal import YAMLReading

/// What languages say of fixes: `LANG/fixing/concepts.yml`, and words to put in, `LANG/fixing/words.yml`.
///
/// None of it is in the image that checks, so that checking takes no longer for it; it is compiled when something is to be mended.
struct FixingLexicon: Sendable {
  /// An idea that decides what may go and what has to stay.
  enum Concept: String, CaseIterable {
    /// A greeting, thanks, a sign-off: alone no draft.
    case courtesy
    /// A remedy that is granted already, as a statement.
    case owed
    /// Another statement of fact that stands by itself.
    case fact
    /// An apology, or regret, at the front of a sentence that says what for.
    case apology
    /// Something given without need, which goes together with what it was given for.
    case voluntary
    /// What drafts are about besides opinions: the order, its parcel, its parts.
    case subject
    /// An opinion in public, and what it is made of.
    case feedback
    /// What begins or ends a clause that says under which condition.
    case condition
    /// What joins two main clauses.
    case conjunction
    /// A mention of a way of contact that stood in the draft.
    case contact
    /// A sentence that only announces the next one.
    case announcement
    /// A sentence that makes sense only behind the one before.
    case sequel
    /// The word for an order, a parcel's number or a return's before its ID.
    case order
    case tracking
    case returned = "return"
    /// The word for a number between such a word and the ID.
    case number
  }

  private static let profile = "fixing"

  private let linter: Linter
  private let words: [String: FixingWords]

  init(_ own: [String: [UInt8]]) throws(LintingError) {
    var files = LexiconArchive.files(ImageStorage(LexiconImages.sources), where: Self.concerns)
      .filter { own[$0.path] == nil }
    files += own.filter { Self.concerns($0.key) }.map { LexiconFile(path: $0.key, bytes: $0.value) }
    var words: [String: FixingWords] = [:]
    var problems = LexiconProblems()
    for file in files where file.path.hasSuffix("/fixing/words.yml") {
      words[String(file.path.prefix { $0 != "/" })] = FixingWords(file, &problems)
    }
    guard problems.list.isEmpty else { throw .lexicon(problems.list) }
    self.words = words
    linter = try Linter(
      compiling: files.filter { !$0.path.hasSuffix("/words.yml") }.map(Self.asConcepts) + Self.rules,
      Configuration(marketplace: Self.profile))
  }

  private static func concerns(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return path.hasPrefix("data/") || path.hasSuffix("/language.yml")
      || (parts.count == 3 && parts[1] == "fixing" && path.hasSuffix(".yml"))
  }

  /// A file as one that stands among the concepts of its language.
  private static func asConcepts(_ file: LexiconFile) -> LexiconFile {
    let parts = file.path.split(separator: "/")
    if parts.count == 3 { return LexiconFile(path: "\(parts[0])/\(parts[2])", bytes: file.bytes) }
    return file.path.hasPrefix("data/") ? file : LexiconFile(path: file.path, bytes: withoutContexts(file.bytes))
  }

  /// The settings of a language without the contexts in which a match does not count: here each match counts.
  private static func withoutContexts(_ bytes: [UInt8]) -> [UInt8] {
    var isContexts = false
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).filter { line in
      if let first = line.first, first != 0x20, first != UInt8(ascii: "#") {
        isContexts = line.starts(with: "contexts:".utf8)
      }
      return !isContexts
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// A rule for each concept, so that the linter's findings are where concepts stand.
  private static var rules: [LexiconFile] {
    let rules = Concept.allCases.map { concept in
      let name = concept.rawValue
      return LexiconFile(
        path: "rules/fixing/\(name).yml",
        bytes: Array(
          """
          summary: \(name)
          message: \(name)
          why: \(name)
          instead: \(name)
          severity: info
          patterns:
            - find: fixing.\(name)

          """.utf8))
    }
    let profile = LexiconFile(
      path: "marketplaces/\(profile).yml", bytes: Array("name: \(profile)\ntitle: Fixing\n".utf8))
    return rules + [profile]
  }

  /// Where concepts stand in a draft.
  func places(in draft: Draft) throws(LintingError) -> [Concept: [ByteRange]] {
    var draft = draft
    draft.marketplace = Self.profile
    var places: [Concept: [ByteRange]] = [:]
    for finding in try linter.check(draft) {
      let name = finding.rule.split(separator: "/").last.map(String.init) ?? ""
      if let concept = Concept(rawValue: name) { places[concept, default: []].append(finding.range) }
    }
    return places
  }

  /// The words of a language to put in; nil where it has none.
  func words(of language: String?) -> FixingWords? { language.flatMap { words[$0] } }
}
