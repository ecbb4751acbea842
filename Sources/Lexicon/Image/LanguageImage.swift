import UnicodeText

/// The compiled lexicon of one language, used where it lies.
///
/// Concepts are numbered so that each follows those it is built from.
package final class LanguageImage: Sendable {
  /// A table from spellings to symbols, for a part of a word.
  struct PartTable: Sendable {
    let table: HashTable
    /// In bytes.
    let shortest: Int
    let longest: Int

    init(_ reader: inout ImageReader) {
      table = HashTable(&reader)
      shortest = Int(reader.read(UInt16.self))
      longest = Int(reader.read(UInt16.self))
    }
  }

  /// A way in which a match does not count.
  package struct Context: Sendable {
    package enum Reach: Sendable {
      case before(Int)
      case after(Int)
      case within(Scope)
    }

    /// The bit that it sets.
    package let number: Int
    package let concept: Int
    package let reach: Reach
  }

  /// The language (`en`).
  package let code: String
  package let isByCharacter: Bool
  package let conceptCount: Int
  package let contexts: [Context]
  package let innocent: Int
  package let clauseMark: Int

  let words: HashTable
  let prefixes: PartTable
  let suffixes: PartTable
  let infixes: PartTable
  /// The symbol of any number, plus 1; 0 for none.
  let numberSymbol: UInt32
  let symbolLists: FlatArray<UInt32>
  let roots: FlatArray<UInt32>
  let edges: HashTable
  let acceptStarts: FlatArray<UInt32>
  let acceptConcepts: FlatArray<UInt16>
  let isInner: FlatArray<UInt8>
  let composedStarts: FlatArray<UInt32>
  let composed: FlatArray<UInt16>
  let triggerStarts: FlatArray<UInt32>
  let triggers: FlatArray<UInt16>

  /// The number that rules know a concept by; `UInt16.max` for none.
  package let shared: FlatArray<UInt16>

  private let numbers: HashTable
  private let namesReader: ImageReader

  package init(code: String, _ reader: ImageReader) {
    var reader = reader
    self.code = code
    isByCharacter = reader.readFlag()
    conceptCount = Int(reader.read(UInt32.self))
    words = HashTable(&reader)
    prefixes = PartTable(&reader)
    suffixes = PartTable(&reader)
    infixes = PartTable(&reader)
    numberSymbol = reader.read()
    symbolLists = reader.readFlat()
    roots = reader.readFlat()
    edges = HashTable(&reader)
    acceptStarts = reader.readFlat()
    acceptConcepts = reader.readFlat()
    isInner = reader.readFlat()
    composedStarts = reader.readFlat()
    composed = reader.readFlat()
    triggerStarts = reader.readFlat()
    triggers = reader.readFlat()
    shared = reader.readFlat()
    numbers = HashTable(&reader)
    let flat = reader.readFlat(of: UInt16.self)
    contexts = stride(from: 0, to: flat.count, by: 4).map { at in
      let reach: Context.Reach =
        switch flat[at + 2] {
        case 0: .before(Int(flat[at + 3]))
        case 1: .after(Int(flat[at + 3]))
        default: .within(Scope(rawValue: UInt8(flat[at + 2] - 2)) ?? .draft)
        }
      return Context(number: Int(flat[at]), concept: Int(flat[at + 1]), reach: reach)
    }
    namesReader = reader
    innocent = Int(numbers(TokenHash.of(EngineConcept.innocent)) ?? 0)
    clauseMark = Int(numbers(TokenHash.of(EngineConcept.clauseMark)) ?? 0)
  }

  /// The number of a concept in this language, or nil where nothing names it.
  package func concept(named name: String) -> Int? { numbers(TokenHash.of(name)).map { Int($0) } }

  /// The names of all concepts; nameless ones begin with `"`.
  package var conceptNames: [String] {
    var reader = namesReader
    return reader.readStrings()
  }
}
