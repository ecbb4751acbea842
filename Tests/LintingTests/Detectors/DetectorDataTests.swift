import Lexicon
import Testing

@testable import Linting

struct DetectorDataTests {
  private func mistake(_ name: String, _ text: String) -> String? {
    do {
      _ = try DetectorData(compiling: [(path: "data/\(name)", bytes: Array(text.utf8))])
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A mistake says where it is, what it is and how to mend it",
    arguments: [
      (
        "orders.yml", "shapes:\n  - {market: A, shape: \"###\", wants: cue}",
        "data/orders.yml:2:31: the key `wants` is not known here;"
      ),
      (
        "orders.yml", "shapes:\n  - {market: A, shape: \"##{\"}",
        "data/orders.yml:2:24: the shape has a `{` without `}`;"
      ),
      (
        "tracking.yml", "shapes:\n  - {carrier: A, shape: \"##\", check: lunh}",
        "data/tracking.yml:2:38: no check is called `lunh`;"
      ),
      (
        "cards.yml", "brands:\n  - {brand: A, prefixes: [\"5-51\"], lengths: 16}\nending-words: [x]",
        "data/cards.yml:2:27: `5-51` is no range;"
      ),
      ("ibans.yml", "lengths:\n  22: [deu]", "data/ibans.yml:2:8: `deu` is no country code;"),
      ("phones.yml", "calling-codes:\n  \"44\": nine", "data/phones.yml:2:9: `nine` is no length;"),
      ("colours.yml", "a: b", "data/colours.yml: no file of detector data has this name"),
      ("carriers.yml", "hosts: [a.com]", "abbreviations.yml: the file is missing;"),
      ("carriers.yml", "hosts: {", "data/carriers.yml:"),
    ])
  func mistakes(_ name: String, _ text: String, _ start: String) throws {
    let message = try #require(mistake(name, text))
    #expect(message.hasPrefix(start), "\(message)")
    #expect(message.contains("; "))
  }

  @Test(
    "Check digits",
    arguments: [
      ("4242424242424242", true), ("4242424242424243", false),
    ])
  func luhn(_ digits: String, _ isRight: Bool) {
    #expect(CheckDigits.luhn(Array(digits.utf8)) == isRight)
  }

  @Test("Check digits of other standards")
  func others() {
    #expect(CheckDigits.gs1(Array("4006381333931".utf8)))
    #expect(!CheckDigits.gs1(Array("4006381333932".utf8)))
    #expect(CheckDigits.verhoeff(Array("2363".utf8)))
    #expect(!CheckDigits.verhoeff(Array("2364".utf8)))
    #expect(CheckDigits.mod11_10(Array("12345678903".utf8)))
    #expect(CheckDigits.mod11_2(Array("079x".utf8)))
    #expect(CheckDigits.iban(Array("gb29nwbk60161331926819".utf8)))
  }
}
