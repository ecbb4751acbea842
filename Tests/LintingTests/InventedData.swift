import Linting

/// What stands for personal data in examples and tests.
enum InventedData {
  static let hosts = AllowedHosts(
    hosts: ["market.example"], relayDomains: ["relay.market.example"], allowsCarriers: true)

  /// Whether what a detector found is reserved for examples; other kinds of data belong to nobody anyway.
  static func belongsToNobody(_ found: Seen) -> Bool {
    switch found.kind {
    case .email, .url, .domain: isReserved(host: spelledOut(found.text, signs))
    case .phone:
      isReserved(phone: digits(of: found.text))
    case .card:
      // The last digits alone, as a receipt shows them, are many people's.
      digits(of: found.text).utf8.count < 12 || cards.contains(digits(of: found.text))
    case .iban: ibans.contains(spelledOut(found.text, []).filter { $0 != " " })
    default: true
    }
  }

  // MARK: Numbers

  /// Numbers that regulators keep free for films and examples, and Japanese ones that no exchange has; `x` is any digit.
  private static let phones = [
    "55501xx", "7700900xxx", "2079460xxx", "1134960xxx", "3023125xxx", "63998xxxx", "491570xxx", "300000000",
    "30000xxxx", "900000xxxx", "4066969xxx", "8999998xxx", "17139200xx", "8465004xx",
  ]

  private static func isReserved(phone digits: String) -> Bool {
    // Without the 0 that leads out of a town.
    let digits = Array(digits.utf8.drop { $0 == UInt8(ascii: "0") })
    return phones.contains { range in
      let range = Array(range.utf8)
      // Tests of disguises show parts of numbers, and several in a row.
      return (-range.count...digits.count).contains { start in
        let shared = max(start, 0)..<min(start + range.count, digits.count)
        return shared.count >= min(digits.count, 7)
          && shared.allSatisfy { digits[$0] == range[$0 - start] || range[$0 - start] == UInt8(ascii: "x") }
      }
    }
  }

  private static let cards: Set = [
    "4111111111111111", "4242424242424242", "4012888888881881", "5555555555554444", "5105105105105100",
    "378282246310005", "371449635398431", "6011111111111117", "30569309025904", "3530111333300000",
    // An article number with a wrong check digit.
    "4006381333932",
  ]

  /// Those of the registry's examples, and one whose check digits no bank gives.
  private static let ibans: Set = [
    "de89370400440532013000", "de75512108001245126199", "gb29nwbk60161331926819", "gb33bukb20201555555555",
    "fr1420041010050500013m02606", "fr7630006000011234567890189", "nl91abna0417164300", "nl02abna0123456789",
    "es9121000418450200051332", "se4550000000058398257466", "it60x0542811101000000123456", "pt50000201231234567890154",
    "de00370400440532013000",
  ]

  private static let numerals: [(word: String, digit: String)] = [
    ("zero", "0"), ("null", "0"), ("oh", "0"), ("one", "1"), ("eins", "1"), ("two", "2"), ("zwei", "2"), ("zwo", "2"),
    ("three", "3"), ("drei", "3"), ("four", "4"), ("vier", "4"), ("five", "5"), ("fünf", "5"), ("six", "6"),
    ("sechs", "6"), ("seven", "7"), ("sieben", "7"), ("eight", "8"), ("acht", "8"), ("nine", "9"), ("neun", "9"),
    ("〇", "0"), ("一", "1"), ("二", "2"), ("三", "3"), ("四", "4"), ("五", "5"), ("六", "6"), ("七", "7"), ("八", "8"),
    ("九", "9"), ("o", "0"), ("ゼロ", "0"), ("イチ", "1"), ("ニー", "2"), ("サン", "3"), ("ナナ", "7"), ("ハチ", "8"),
  ]

  private static func digits(of text: String) -> String {
    let written = spelledOut(text, [("-", " ")] + numerals)
    var digits = ""
    var isDoubled = false
    for (index, character) in written.enumerated() {
      if written.dropFirst(index).hasPrefix("double ") { isDoubled = true }
      guard character.isWholeNumber, let value = character.wholeNumberValue else { continue }
      digits += String(repeating: String(value), count: isDoubled ? 2 : 1)
      isDoubled = false
    }
    return digits
  }

  // MARK: Hosts

  private static let reserved = ["example", "test", "invalid", "example.com", "example.org", "example.net"]

  /// Marketplaces, of which some tests name what is theirs.
  private static let marketplaces = ["amazon.com", "ebay.de", "ebay.it"]

  /// Mailboxes that cannot be: this provider gives none of fewer than six letters.
  private static let impossible = ["jane@gmail", "jane@gmail.com", "j.doe@gmail", "moc.liamg@enaj"]

  /// Projects that tests name as what they are.
  private static let projects = ["pre-commit.com", "git-lfs.github.com"]

  /// Code of tests that looks like a domain.
  private static let code = [
    "samples.rule.id", "detection.kind.money", "a.com", "user.email", "inner.md", "part.md/a.md",
    "co.jp", "co.uk",
  ]

  private static let signs: [(word: String, digit: String)] = [
    ("(at)", "@"), ("(ät)", "@"), ("[at]", "@"), (" at ", "@"), (" klammeraffe ", "@"), ("(dot)", "."),
    ("(punkt)", "."),
    ("[dot]", "."), (" dot ", "."), (" punkt ", "."), (" punto ", "."), (" ドット ", "."), ("＠", "@"), ("．", "."),
    (" ", ""),
  ]

  private static func isReserved(host address: String) -> Bool {
    if (impossible + code).contains(address) { return true }
    if projects.contains(where: address.contains) { return true }
    let behindSign = address.split(separator: "@").last ?? ""
    let behindScheme = behindSign.split(separator: "/").first { $0.last != ":" } ?? ""
    let host = behindScheme.split { $0 == ":" || $0 == "?" || $0 == "#" }.first ?? ""
    return (reserved + marketplaces).contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// A text in lower case, with words and full-width letters replaced.
  private static func spelledOut(_ text: String, _ words: [(word: String, digit: String)]) -> String {
    let narrow = text.unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    return words.reduce(String(String.UnicodeScalarView(narrow)).lowercased()) { $0.replacing($1.word, with: $1.digit) }
  }
}
