/// The words about rules, which only people read.
package struct Catalogue: Sendable {
  package struct Document: Sendable {
    package let id: String
    package let document: String
    package let section: String?
    package let address: String?
    package let standing: String
    package let read: String?
  }

  package struct Entry: Sendable {
    package let summary: String
    package let message: String
    package let why: String
    package let instead: String
    package let sources: [String]
  }

  package let documents: [Document]

  /// By the number of the rule.
  package let entries: [Entry]
  package let examples: [ExampleSource]

  package init(_ reader: ImageReader, ruleCount: Int) {
    var reader = reader
    documents = (0..<Int(reader.read(UInt16.self))).map { _ in
      Document(
        id: reader.readString(), document: reader.readOptionalString() ?? "", section: reader.readOptionalString(),
        address: reader.readOptionalString(), standing: reader.readOptionalString() ?? "",
        read: reader.readOptionalString())
    }
    entries = (0..<ruleCount).map { _ in
      Entry(
        summary: reader.readString(), message: reader.readString(), why: reader.readString(),
        instead: reader.readString(), sources: reader.readStrings())
    }
    examples = (0..<Int(reader.read(UInt32.self))).map { _ in
      ExampleSource(
        rule: reader.readString(), language: reader.readString(), isBad: reader.readFlag(), text: reader.readString(),
        isPublic: reader.readFlag(), state: DraftState(rawValue: reader.read(UInt8.self)))
    }
  }
}
