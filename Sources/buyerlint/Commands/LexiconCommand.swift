internal import Documents
internal import Lexicon
internal import Linting
internal import Project
internal import Reporting

/// `buyerlint lexicon`: what a linguist asks of lexicons at work.
enum LexiconCommand {
  private struct Options: Sendable {
    var words: [String] = []
    var languages: [String] = []
    var rules: [String] = []
    var isBrief = false
  }

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint lexicon", arguments: "check | test | stats [FOLDER ...]",
    summary: "Review lexicons, run their examples, count what they hold",
    discussion: """
      check tells mistakes, patterns that are there twice or can never match, concepts that nothing asks for,
      and what a language lacks; test runs the examples of rules and shows what matched; stats counts. A FOLDER
      is laid out like the built-in lexicons, adds to them, and takes the place of files of the same path.
      """,
    options: [
      OptionSpecification("--lang", "TAG", group: "Lexicons", "only this language; may be given again") {
        $0.languages.append(String($1.prefix { $0 != "-" && $0 != "_" }))
      },
      OptionSpecification("--rule", "RULE", group: "Lexicons", "only this rule or family, for test") {
        $0.rules.append($1)
      },
      OptionSpecification("--quiet", group: "Output", "no examples that are right, nothing of what a language lacks") {
        options, _ in options.isBrief = true
      },
    ],
    takeArgument: { options, word in options.words.append(word) })

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try syntax.read(arguments, into: Options()) {
    case .help(let isLong):
      OutputFile.standardOutput.send(syntax.help(isLong: isLong))
      return ExitStatus.clean
    case .values(let options):
      let folders = Array(options.words.dropFirst())
      switch options.words.first {
      case "check": return try check(folders, options)
      case "test": return try test(folders, options)
      case "stats": return try count(folders, options)
      default: throw UsageError("`lexicon` takes `check`, `test` or `stats`, then folders")
      }
    }
  }

  // MARK: check

  private static func check(_ folders: [String], _ options: Options) throws(UsageError) -> Int32 {
    let lexicons = try OwnLexicons.folders(folders)
    let review = try review(lexicons)
    let languages = try languages(of: review, options).filter { lexicons.files.isEmpty || lexicons.holds($0) }
    var faults = 0
    for language in languages {
      for remark in review.remarks(on: language) {
        if remark.isFault {
          guard lexicons.files.isEmpty || lexicons.files[remark.path] != nil else { continue }
          faults += 1
        } else if options.isBrief {
          continue
        }
        let place = "\(lexicons.place(of: remark.path)):\(remark.line):\(remark.column)"
        OutputFile.standardOutput.send("\(place): \(remark.isFault ? "warning" : "note"): \(remark.message)\n")
      }
    }
    OutputFile.standardError.send(
      "buyerlint: languages reviewed: \(languages.count); patterns and concepts to mend: \(faults)\n")
    return faults == 0 ? ExitStatus.clean : ExitStatus.findings
  }

  // MARK: test

  private static func test(_ folders: [String], _ options: Options) throws(UsageError) -> Int32 {
    let linter = try OwnLexicons.make(folders) { files throws(LintingError) in try Linter(lexicons: files) }
    let rules = linter.rules.filter { rule in
      options.rules.isEmpty || options.rules.contains { rule.id == $0 || rule.id.hasPrefix($0 + "/") }
    }
    guard !rules.isEmpty else { throw UsageError("no rule is called so; `buyerlint rules` lists them") }
    var count = 0
    var wrong = 0
    for rule in rules {
      do throws(LintingError) {
        for outcome in try linter.outcomes(of: rule)
        where options.languages.isEmpty || options.languages.contains(outcome.example.language) {
          count += 1
          if !outcome.isRight { wrong += 1 }
          if !outcome.isRight || !options.isBrief { OutputFile.standardOutput.send(outcome.line) }
        }
      } catch {
        throw UsageError(error.description)
      }
    }
    OutputFile.standardError.send("buyerlint: examples run: \(count); wrong: \(wrong)\n")
    return wrong == 0 ? ExitStatus.clean : ExitStatus.findings
  }

  // MARK: stats

  private static func count(_ folders: [String], _ options: Options) throws(UsageError) -> Int32 {
    let review = try review(try OwnLexicons.folders(folders))
    let titles = ["language", "", "files", "concepts", "patterns", "words", "examples", "rules"]
    let rows = try languages(of: review, options).compactMap { review.statistics(of: $0) }.map { figures in
      [
        figures.language, figures.name, "\(figures.files)", "\(figures.concepts)", "\(figures.patterns)",
        "\(figures.words)", "\(figures.examples)", "\(figures.firing)/\(figures.rules)",
      ]
    }
    OutputFile.standardOutput.send(table([titles] + rows))
    return ExitStatus.clean
  }

  /// Columns as wide as what stands in them, the first two flush left, the figures flush right.
  private static func table(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        return column < 2 ? cell + space : space + cell
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  // MARK: Both

  private static func review(_ lexicons: LexiconFolders) throws(UsageError) -> LexiconReview {
    // The compiler knows more mistakes than the reader of sources.
    do throws(LintingError) {
      if !lexicons.files.isEmpty { _ = try Linter(lexicons: lexicons.files) }
      return try LexiconReview(lexicons: lexicons.files)
    } catch .lexicon(let problems) {
      throw UsageError(problems.map { lexicons.description(of: $0) }.joined(separator: "\n"))
    } catch {
      throw UsageError(error.description)
    }
  }

  private static func languages(of review: LexiconReview, _ options: Options) throws(UsageError) -> [String] {
    let known = review.languages
    if let missing = options.languages.first(where: { !known.contains($0) }) {
      throw UsageError("`\(missing)` has no lexicon; there are \(known.joined(separator: ", "))")
    }
    return options.languages.isEmpty ? known : options.languages
  }
}

extension ExampleOutcome {
  /// The outcome in one line, or two where it is wrong: the rule, the language, and the words that matched.
  fileprivate var line: [UInt8] {
    var line = Array("\(isRight ? "ok   " : "WRONG") \(rule) [\(example.language)] \(isBad ? "bad" : "good"):".utf8)
    if !isRight || words.isEmpty {
      line.append(text: " ")
      line.append(visible: example.text)
    }
    if !isRight { line.append(text: words.isEmpty ? "\n      nothing found" : "\n      found") }
    for word in words {
      line.append(text: " “")
      line.append(visible: word)
      line.append(text: "”")
    }
    if !otherRules.isEmpty { line.append(text: " (also \(otherRules.joined(separator: ", ")))") }
    line.append(text: "\n")
    return line
  }
}
