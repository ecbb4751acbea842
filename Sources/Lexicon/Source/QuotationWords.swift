package import YAMLReading

/// The words by which programs say that they quote somebody else's message.
package struct QuotationWords: Sendable {
  /// The file inside the lexicon folder that holds them.
  package static let path = "data/quotations.yml"

  /// Parts of lines before a quotation, in their order.
  package let attributions: [[[UInt8]]]

  /// What stands before the colon in the first line of a quoted head, and in those below it, in lower case.
  package let from: Set<[UInt8]>
  package let below: Set<[UInt8]>

  /// What stands between hyphens before a quotation, in lower case.
  package let separators: Set<[UInt8]>

  /// Classes and identifiers of elements in HTML that hold a quotation.
  package let htmlNames: Set<String>

  /// Reads words from YAML.
  ///
  /// - Throws: What is wrong with the file, with its place.
  package init(_ yaml: [UInt8]) throws(YAMLError) {
    let root = try YAMLNode.parse(yaml)
    func lists(_ key: String) throws(YAMLError) -> [YAMLNode] {
      guard let list = root?[key]?.sequence else {
        throw YAMLError(
          message: "`\(key)` is missing or no list", position: root?[key]?.start ?? YAMLPosition(line: 1, column: 1))
      }
      return list
    }
    func words(_ key: String) throws(YAMLError) -> Set<[UInt8]> {
      Set(try lists(key).compactMap(\.string).map { $0.utf8.map { ($0 &- 0x41) < 26 ? $0 | 0x20 : $0 } })
    }
    attributions = try lists("attributions").compactMap(\.strings).map { $0.map { Array($0.utf8) } }
    from = try words("from")
    below = try words("below")
    separators = try words("separators")
    htmlNames = Set(try lists("html").compactMap(\.string))
  }
}
