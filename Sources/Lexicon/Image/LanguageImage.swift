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

  /// Lists of numbers, one after the other.
  struct NumberLists<Number: SevenBitNumber>: Sendable {
    private let starts: FlatArray<UInt32>
    private let numbers: FlatArray<Number>

    init(_ reader: inout ImageReader) {
      starts = reader.readFlat()
      numbers = reader.readFlat()
    }

    /// Where the numbers of a list lie.
    @inline(__always)
    func range(of list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

    @inline(__always)
    subscript(_ at: Int) -> Int { Int(numbers[at]) }
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

  /// The node that each symbol leads to from the root; 0 for none.
  let roots: FlatArray<UInt32>
  let edges: HashTable

  /// By node: 1 where runs go on, 2 where some end.
  let nodeFlags: FlatArray<UInt8>

  /// By node, the concepts that are noted as soon as a run of theirs ends there.
  let eagerConcepts: NumberLists<UInt16>

  /// By concept, the nodes where its runs end; of those alone that are not noted at once.
  let nodes: NumberLists<UInt32>

  /// Concepts that nearly every sentence may hold, so that nothing wakes them.
  let commonConcepts: FlatArray<UInt16>

  /// By concept, 1 where it is noted at once.
  private let eagerFlags: FlatArray<UInt8>

  /// By concept, and one more.
  let firstUnits: FlatArray<UInt32>

  /// Where each unit lies in ``unitCode``.
  let unitStarts: FlatArray<UInt32>
  let unitCode: FlatArray<UInt16>

  /// Units that any sentence may hold.
  let alwaysPossibleUnits: FlatArray<UInt32>

  /// By concept, for each unit whose rarest part it is: another part, and the unit.
  let wokenUnits: NumberLists<UInt32>

  /// The number that rules know a concept by; `UInt16.max` for none.
  package let shared: FlatArray<UInt16>

  private let numbers: HashTable

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
    nodeFlags = reader.readFlat()
    eagerConcepts = NumberLists(&reader)
    // Each word leads all over these tables; what follows is met for few.
    reader.fetch()
    nodes = NumberLists(&reader)
    commonConcepts = reader.readFlat()
    eagerFlags = reader.readFlat()
    firstUnits = reader.readFlat()
    unitStarts = reader.readFlat()
    unitCode = reader.readFlat()
    alwaysPossibleUnits = reader.readFlat()
    wokenUnits = NumberLists(&reader)
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
    innocent = Int(numbers(TokenHash.of(EngineConcept.innocent)) ?? 0)
    clauseMark = Int(numbers(TokenHash.of(EngineConcept.clauseMark)) ?? 0)
  }

  func isEager(_ concept: Int) -> Bool { eagerFlags[concept] != 0 }

  /// The number of a concept in this language, or nil where nothing names it.
  package func concept(named name: String) -> Int? { numbers(TokenHash.of(name)).map { Int($0) } }
}
