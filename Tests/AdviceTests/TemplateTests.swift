import Lexicon
import Linting
import Testing

@testable import Advice

/// The values that a template may get: all of them, and only those that it needs.
private func values(of template: Template) -> [[String: String]] {
  let all = template.placeholders
  return [all, all.filter { !$0.isOptional }].map { Dictionary(uniqueKeysWithValues: $0.map { ($0.name, $0.sample) }) }
}

@Suite struct `built-in templates` {
  /// Each language that has templates has one for each of these.
  private static let situations: [Channel: [String]] = [
    .message: [
      "late", "not-received", "damaged", "wrong-item", "missing-part", "defect", "return", "refund-done", "cancelled",
      "marketplace-fulfilled", "question", "feedback-request", "solved-notice",
    ],
    .publicResponse: ["apology", "clarification", "thanks", "unfounded", "abusive"],
  ]

  @Test func `each situation has one in each language`() throws {
    let library = try TemplateLibrary()
    let languages = Set(library.templates.map(\.language))
    #expect(languages.contains("en"))
    for language in languages.sorted() {
      for (channel, situations) in Self.situations {
        for situation in situations {
          let found = library.templates.filter {
            $0.language == language && $0.situation == situation && $0.channel == channel
          }
          #expect(found.count == 1, "\(language): \(situation)")
        }
      }
    }
  }

  @Test func `none has a finding where it is offered`() throws {
    let library = try TemplateLibrary()
    let linter = try Linter()
    for template in library.templates {
      for marketplace in linter.marketplaces {
        for target in [Target.productReview, .sellerFeedback, .unknown] {
          guard template.isOffered(on: marketplace, about: target) else { continue }
          for values in values(of: template) {
            let text = try template.rendered(with: values)
            for language in [template.language, nil] {
              let draft = Draft(
                utf8: Array(text.utf8), channel: template.channel, target: target, marketplace: marketplace,
                language: language, isProactive: template.situation == "feedback-request")
              let findings = try linter.check(draft).filter { $0.severity >= .warning }
              #expect(findings.isEmpty, "\(template.language)/\(template.id) on \(marketplace): \(findings)")
            }
          }
        }
      }
    }
  }

  @Test func `none asks in public for data, and none reads oddly without what is optional`() throws {
    for template in try TemplateLibrary().templates {
      if template.channel == .publicResponse {
        #expect(!template.placeholders.contains { [.order, .tracking, .amount, .name].contains($0.kind) })
      }
      for values in values(of: template) {
        let text = try template.rendered(with: values)
        for odd in ["  ", " ,", " .", "{{", "}}", "\n\n\n"] { #expect(!text.contains(odd), "\(template.id): \(odd)") }
      }
    }
  }
}

@Suite struct `the text of a template` {
  private static let front =
    "---\nsituation: late\nchannel: message\nsummary: A test\nvalues:\n  a: name?\n  b: amount\n---\n"

  private func template(_ text: String) throws -> Template {
    var reader = TemplateReader(path: "en/templates/own.md")
    let template = reader.read(LexiconFile(path: "en/templates/own.md", bytes: Array(text.utf8)))
    return try #require(template, "\(reader.problems)")
  }

  @Test func `places are filled, and parts without a value left out`() throws {
    let template = try template(Self.front + "Hi{{#a}} {{a}}{{/a}}, {{b}} is { yours }.\n")
    #expect(template.id == "own")
    #expect(try template.rendered(with: ["b": "5 EUR"]) == "Hi, 5 EUR is { yours }.")
    #expect(try template.rendered(with: ["a": "Ann {{b}}", "b": "5 EUR"]) == "Hi Ann {{b}}, 5 EUR is { yours }.")
    #expect(template.draft(with: [:]) == "Hi, {{b}} is { yours }.")
    #expect(template.source == "Hi {{a}}, {{b}} is { yours }.")
  }

  @Test func `what is missing, unfit or unknown is told at once`() throws {
    let template = try template(Self.front + "{{#a}}{{a}}{{/a}} {{b}}")
    let error = #expect(throws: TemplateError.self) { try template.rendered(with: ["a": " ", "c": "x"]) }
    #expect(
      error?.faults == [
        "`a`: it is empty", "`b` is missing: --set b=AMOUNT", "the template has no place `c`; it has `a`, `b`",
      ])
    #expect(throws: TemplateError.self) { try template.rendered(with: ["b": "much"]) }
    #expect(throws: TemplateError.self) { try template.rendered(with: ["b": "5\nEUR"]) }
  }

  @Test(arguments: [
    ("Hi", "en/templates/own.md:1:1: a template begins with front matter"),
    (front + "{{a}} {{b}} {{c}}", "en/templates/own.md:6:3: `{{c}}` is not among the `values`"),
    (front + "{{a}}", "en/templates/own.md:7:3: the text has no place `{{b}}`"),
    (front + "x\n{{a}} {{b", "en/templates/own.md:10:1: `{{` without `}}`"),
    (front + "{{#a}}{{b}}", "en/templates/own.md:9:1: `{{#a}}` is not ended"),
    (front + "{{/a}}{{b}}", "en/templates/own.md:9:1: `{{/a}}` ends no section"),
    (front + "{{#a}}{{#b}}{{/b}}{{/a}}", "en/templates/own.md:9:1: a section may not stand"),
    (
      "---\nsituation: late\nchanel: message\n---\nx",
      "en/templates/own.md:3:1: `chanel` is not known; did you mean `channel`?"
    ),
    ("---\nsituation: [\n---\nx", "en/templates/own.md:3:1: "),
  ])
  func `a mistake is told with its place`(text: String, message: String) {
    var reader = TemplateReader(path: "en/templates/own.md")
    #expect(reader.read(LexiconFile(path: "en/templates/own.md", bytes: Array(text.utf8))) == nil)
    #expect(reader.problems.description.contains(message), "\(reader.problems)")
  }
}
