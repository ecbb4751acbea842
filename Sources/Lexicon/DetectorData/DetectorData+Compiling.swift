internal import UnicodeText
internal import YAMLReading

extension DetectorData {
  /// The files that the data is compiled from, by name.
  package static let fileNames = [
    "abbreviations.yml", "addresses.yml", "cards.yml", "carriers.yml", "domains.yml", "handles.yml", "ibans.yml",
    "money.yml", "name-forms.yml", "names.yml", "national-ids.yml", "orders.yml", "phones.yml", "structure.yml",
    "tracking.yml",
  ]

  /// Compiles the files of `lexicons/data`.
  ///
  /// - Parameter files: Their paths, of which the last part is one of ``fileNames``, and what stands in them (UTF-8).
  /// - Throws: The first mistake, with its place and how to mend it.
  package init(compiling files: [(path: String, bytes: [UInt8])]) throws(DetectorDataError) {
    self.init()
    var missing = Set(Self.fileNames)
    for file in files {
      let name = String(file.path.split(separator: "/").last ?? "")
      guard missing.remove(name) != nil else {
        throw DetectorDataError(
          path: file.path, position: nil, message: "no file of detector data has this name, or it is here twice",
          remedy: "name it one of \(Self.fileNames.joined(separator: ", "))")
      }
      let source = try DetectorSource(path: file.path, bytes: file.bytes)
      switch name {
      case "abbreviations.yml": try addAbbreviations(source)
      case "addresses.yml": try addAddresses(source)
      case "cards.yml": try addCards(source)
      case "carriers.yml": carrierHosts = try words("hosts", of: source, keys: ["hosts"])
      case "domains.yml": try addDomains(source)
      case "handles.yml": try addHandles(source)
      case "ibans.yml": try addIBANs(source)
      case "money.yml": try addMoney(source)
      case "name-forms.yml": try addNameForms(source)
      case "names.yml": try addNames(source)
      case "national-ids.yml":
        try check(source, keys: ["numbers"])
        nationalIDs = try shapes("numbers", of: source, title: "country")
      case "orders.yml":
        try check(source, keys: ["shapes"])
        orders = try shapes("shapes", of: source, title: "market")
      case "phones.yml": try addPhones(source)
      case "structure.yml": try addStructure(source)
      default:
        try check(source, keys: ["shapes"])
        tracking = try shapes("shapes", of: source, title: "carrier")
      }
    }
    if let name = missing.sorted().first {
      throw DetectorDataError(
        path: name, position: nil, message: "the file is missing", remedy: "add it to lexicons/data")
    }
  }

  private func check(_ source: DetectorSource, keys: Set<String>) throws(DetectorDataError) {
    _ = try source.pairs(source.root, keys: keys)
  }

  private func words(
    _ key: String, of source: DetectorSource, keys: Set<String>
  ) throws(DetectorDataError) -> WordSet {
    try check(source, keys: keys)
    return try source.words(key)
  }

  private mutating func addAbbreviations(_ source: DetectorSource) throws(DetectorDataError) {
    try check(source, keys: ["always", "before-numbers", "after-ordinals"])
    wholeAbbreviations = try source.words("always")
    numberAbbreviations = try source.words("before-numbers")
    wordsAfterOrdinals = try source.words("after-ordinals")
    abbreviationEndings = Abbreviations.endings(of: try source.texts("always") + source.texts("before-numbers"))
  }

  private mutating func addDomains(_ source: DetectorSource) throws(DetectorDataError) {
    try check(
      source,
      keys: [
        "certain-tlds", "tlds", "word-tlds", "providers", "provider-domains", "bracketed-at", "bracketed-dot",
        "not-mailboxes",
      ])
    certainTLDs = try source.words("certain-tlds")
    tlds = try source.words("tlds")
    wordTLDs = try source.words("word-tlds")
    mailProviders = try source.words("providers")
    mailDomains = try source.words("provider-domains")
    let names = try source.texts("providers").map { "\($0).com" } + source.texts("provider-domains")
    reversedMailDomains = WordSet(folded: names.map { String($0.reversed()) })
    bracketedAt = try source.words("bracketed-at")
    bracketedDot = try source.words("bracketed-dot")
    notMailboxes = try source.words("not-mailboxes")
  }

  private mutating func addHandles(_ source: DetectorSource) throws(DetectorDataError) {
    try check(source, keys: ["connectors", "name-words", "not-accounts"])
    connectors = try source.words("connectors")
    accountNameWords = try source.words("name-words")
    notAccounts = try source.words("not-accounts")
  }

  private mutating func addMoney(_ source: DetectorSource) throws(DetectorDataError) {
    try check(source, keys: ["signs", "codes", "capital-codes"])
    moneySigns = try source.words("signs")
    moneyCodes = try source.words("codes")
    capitalMoneyCodes = try source.words("capital-codes")
  }

  private mutating func addNames(_ source: DetectorSource) throws(DetectorDataError) {
    try check(source, keys: ["particles", "abbreviated-titles", "not-names", "family-names", "role-endings", "roles"])
    nameParticles = try source.words("particles")
    abbreviatedTitles = try source.words("abbreviated-titles")
    notNames = try source.words("not-names")
    familyNames = try source.words("family-names")
    roleEndings = try source.words("role-endings")
    roles = try source.words("roles")
  }

  private mutating func addNameForms(_ source: DetectorSource) throws(DetectorDataError) {
    try check(source, keys: ["not-first-names", "not-persons", "not-last-names", "followers"])
    notFirstNames = try source.words("not-first-names")
    notPersons = try source.words("not-persons")
    notLastNames = try source.words("not-last-names")
    nameFollowers = try source.words("followers")
  }

  private mutating func addStructure(_ source: DetectorSource) throws(DetectorDataError) {
    try check(source, keys: ["html-tags", "longest"])
    htmlTags = try source.words("html-tags")
    longestDraft = try source.number(source.value("longest", of: source.root), in: 1...1_000_000)
  }

  private mutating func addAddresses(_ source: DetectorSource) throws(DetectorDataError) {
    try check(source, keys: ["postcodes", "states", "leading", "trailing", "not-streets", "units"])
    leadingStreetWords = try source.words("leading")
    trailingStreetWords = try source.words("trailing")
    notStreets = try source.words("not-streets")
    postcodes = try shapes("postcodes", of: source, title: "country")
    states = try source.words("states")
    units = try source.words("units")
  }
}

// MARK: Numbers

extension DetectorData {
  private mutating func addPhones(_ source: DetectorSource) throws(DetectorDataError) {
    try check(
      source, keys: ["calling-codes", "international-prefixes", "groupings", "katakana-digits", "spoken-hyphens"])
    phoneLengths = Array(repeating: 0, count: 1000)
    let codes = try source.value("calling-codes", of: source.root)
    for (key, value) in codes.mapping ?? [] {
      let code = try source.number(key, in: 1...999)
      phoneLengths[code] = UInt32(truncatingIfNeeded: try source.lengths(value))
    }
    for prefix in try source.texts("international-prefixes") { internationalPrefixes += Array(prefix.utf8) + [0] }
    spokenHyphens = try source.words("spoken-hyphens")
    var spellings: [(digit: UInt8, bytes: [UInt8])] = []
    for (key, value) in try source.value("katakana-digits", of: source.root).mapping ?? [] {
      let digit = UInt8(try source.number(key, in: 0...9))
      for item in try source.items(value) { spellings.append((digit, Array(try source.text(item).utf8))) }
    }
    for spelling in spellings.sorted(by: { $0.bytes.count > $1.bytes.count }) {
      katakanaDigits += [spelling.digit, UInt8(spelling.bytes.count)] + spelling.bytes
    }
    phoneGroupings = try shapes("groupings", of: source, title: "region")
  }

  private mutating func addIBANs(_ source: DetectorSource) throws(DetectorDataError) {
    try check(source, keys: ["lengths"])
    ibanLengths = Array(repeating: 0, count: 26 * 26)
    for (key, value) in try source.value("lengths", of: source.root).mapping ?? [] {
      let length = try source.number(key, in: 15...34)
      for country in try source.items(value) {
        let letters = Array(try source.text(country).utf8).map { Int($0) - 0x61 }
        guard letters.count == 2, letters.allSatisfy({ (0..<26).contains($0) }) else {
          throw source.error(country, "`\(country.string ?? "")` is no country code", "write two lower-case letters")
        }
        ibanLengths[letters[0] * 26 + letters[1]] = UInt8(length)
      }
    }
  }

  private mutating func addCards(_ source: DetectorSource) throws(DetectorDataError) {
    try check(source, keys: ["brands", "ending-words"])
    cardEndings = try source.words("ending-words")
    for brand in try source.items(source.value("brands", of: source.root)) {
      _ = try source.pairs(brand, keys: ["brand", "prefixes", "lengths", "common"])
      var lengths = UInt32(truncatingIfNeeded: try source.lengths(source.value("lengths", of: brand)))
      if try source.flag(brand["common"]) { lengths |= 1 << 31 }
      for node in try source.items(source.value("prefixes", of: brand)) {
        let ends = try source.text(node).split(separator: "-")
        guard let first = ends.first, let last = ends.last, first.utf8.count == last.utf8.count, ends.count <= 2,
          let low = UInt32(first), let high = UInt32(last), low <= high
        else {
          throw source.error(node, "`\(node.string ?? "")` is no range", "write digits, or two of one length: `51-55`")
        }
        cardRanges += [low, high, UInt32(first.utf8.count), lengths]
      }
    }
  }

  private mutating func shapes(
    _ key: String, of source: DetectorSource, title: String
  ) throws(DetectorDataError) -> ShapeTable {
    var table = ShapeTable()
    for item in try source.items(source.value(key, of: source.root)) {
      _ = try source.pairs(item, keys: [title, "shape", "check", "needs"])
      _ = try source.text(source.value(title, of: item))
      let node = try source.value("shape", of: item)
      if let needs = item["needs"], needs.string != "cue" {
        throw source.error(needs, "a shape can only need a `cue`", "write `needs: cue` or leave it out")
      }
      let check = try item["check"].map { (node) throws(DetectorDataError) in try rules(node, of: source) } ?? []
      let mistake = table.add(try source.text(node), check: checks.add(check), needsCue: item["needs"] != nil)
      if let mistake {
        throw source.error(node, "the shape has \(mistake)", "see the top of orders.yml and national-ids.yml")
      }
    }
    return table
  }

  private func rules(_ node: YAMLNode, of source: DetectorSource) throws(DetectorDataError) -> [CheckRules.Rule] {
    if let name = node.string {
      guard let algorithm = Self.algorithms[name] else {
        throw source.error(
          node, "no check is called `\(name)`", "use \(Self.algorithms.keys.sorted().joined(separator: ", "))")
      }
      return [CheckRules.Rule(algorithm: algorithm)]
    }
    var rules: [CheckRules.Rule] = []
    for item in node.sequence ?? [node] { rules.append(try rule(item, of: source)) }
    return rules
  }

  private static let algorithms: [String: CheckRules.Algorithm] = [
    "luhn": .luhn, "gs1": .gs1, "verhoeff": .verhoeff, "mod-11-10": .mod11_10, "mod-11-2": .mod11_2,
  ]

  private func rule(_ node: YAMLNode, of source: DetectorSource) throws(DetectorDataError) -> CheckRules.Rule {
    var rule = CheckRules.Rule(algorithm: node["number"] != nil ? .number : .weighted)
    let keys: Set = [
      "weights", "number", "modulus", "from", "at", "complement", "zero", "ten", "eleven", "letters", "letters-from",
      "digits", "gs1-from", "gs1-after",
    ]
    for (key, value) in try source.pairs(node, keys: keys) {
      func number() throws(DetectorDataError) -> Int16 { Int16(try source.number(value, in: 0...997)) }
      func character() throws(DetectorDataError) -> Int16 { Int16(try source.text(value).utf8.first ?? 0) }
      switch key.string ?? "" {
      case "weights":
        for weight in try source.items(value) { rule.weights.append(Int16(try source.number(weight, in: 0...99))) }
      case "number": rule.count = try number()
      case "modulus": rule.modulus = Int16(try source.number(value, in: 2...997))
      case "from": rule.from = try number()
      case "at": rule.at = try number()
      case "complement": rule.isComplement = try source.flag(value)
      case "zero": rule.isZero = try source.flag(value)
      case "ten": rule.ten = try character()
      case "eleven": rule.eleven = try character()
      case "letters": rule.letters = try source.text(value).utf8.map { Int16($0) }
      case "letters-from": rule.letterBase = try number()
      case "digits": rule.checkDigits = Int16(try source.number(value, in: 1...2))
      case "gs1-from":
        rule.algorithm = .gs1
        rule.from = try number()
      default:
        rule.algorithm = .gs1
        rule.count = Int16(try source.number(value, in: 1...99))
      }
    }
    if rule.algorithm == .weighted, rule.weights.isEmpty {
      throw source.error(node, "the check has neither weights nor a number", "add `weights: [...]` or `number: n`")
    }
    return rule
  }
}
