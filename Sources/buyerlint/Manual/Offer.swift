internal import Linting

/// What a shell offers in place of a value or an argument.
struct Offer {
  enum Form {
    case single
    /// Several of them with commas between: `a,b`.
    case list
    /// One of them, and one of others behind a `=`.
    case pair([String])
    /// One of them, and maybe a file behind a `=`.
    case output
  }

  var form = Form.single
  var words: [String] = []
  var offersFiles = false
  var offersFolders = false

  var isEmpty: Bool { words.isEmpty && !offersFiles && !offersFolders }
}

/// What the words in capitals stand for, in the help of options and arguments.
struct Vocabulary {
  private let rules: [String]
  private let families: [String]
  private let marketplaces: [String]
  private let languages: [String]

  init(_ linter: Linter) {
    rules = linter.rules.map(\.id)
    var families: [String] = []
    for rule in rules {
      let family = String(rule.prefix { $0 != "/" })
      if families.last != family { families.append(family) }
    }
    self.families = families
    marketplaces = linter.marketplaces
    languages = linter.languages
  }

  /// What stands for an option's value; nil for an option that takes none.
  func offer(for option: CommandDescription.Option) -> Offer? {
    guard let placeholder = option.placeholder else { return nil }
    var offer = named(String(placeholder.prefix { $0.isLetter }))
    // An option that takes a rule takes a family too, which an argument does not.
    if offer.words == rules { offer.words += families }
    if placeholder.hasSuffix(",...") {
      offer.form = .list
    } else if placeholder.contains("[=") {
      offer.form = .output
    } else if placeholder.contains("="), !offer.isEmpty {
      offer.form = .pair(option.words)
      return offer
    }
    if offer.isEmpty { offer.words = option.words }
    return offer
  }

  /// What stands for the arguments of a command, which are words in capitals or what is to be written (`a | b`).
  func offer(for command: CommandDescription) -> Offer {
    var all = Offer()
    for part in command.arguments.split(whereSeparator: { " |[]".contains($0) }) where part.first?.isLetter == true {
      guard part.allSatisfy(\.isUppercase) else {
        all.words.append(String(part))
        continue
      }
      let one = named(String(part))
      all.words += one.words
      all.offersFiles = all.offersFiles || one.offersFiles
      all.offersFolders = all.offersFolders || one.offersFolders
    }
    return all
  }

  private func named(_ word: String) -> Offer {
    switch word {
    case "FILE", "PATH": Offer(offersFiles: true)
    case "FOLDER", "DIR": Offer(offersFolders: true)
    case "RULE": Offer(words: rules)
    case "MARKETPLACE": Offer(words: marketplaces)
    case "TAG": Offer(words: languages)
    default: Offer()
    }
  }
}
