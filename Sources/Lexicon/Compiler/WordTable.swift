import UnicodeText

/// Gives word patterns their symbols, and writes how a token finds those that it answers.
struct WordTable {
  private var symbols: [WordPattern: UInt32] = [:]

  var count: Int { symbols.count }

  mutating func symbol(of pattern: WordPattern) -> UInt32 {
    if let symbol = symbols[pattern] { return symbol }
    let symbol = UInt32(symbols.count)
    symbols[pattern] = symbol
    return symbol
  }

  func write(to writer: inout ImageWriter) {
    var lists: [UInt32] = []
    writer.writeSymbolTable(exactSpellings, lists: &lists)
    for kind in [WordPattern.Kind.prefix, .suffix, .infix] {
      let words = symbols.filter { $0.key.kind == kind }
      writer.writeSymbolTable(
        Dictionary(uniqueKeysWithValues: words.map { ($0.key.text, [$0.value]) }), lists: &lists)
      writer.write(UInt16(words.keys.map(\.text.count).min() ?? 0))
      writer.write(UInt16(words.keys.map(\.text.count).max() ?? 0))
    }
    writer.write(symbols[WordPattern(kind: .number, text: [])].map { UInt32($0) + 1 } ?? 0)
    writer.write(lists)
  }

  /// All spellings that a table of whole words finds, those of slips included.
  private var exactSpellings: [[UInt8]: [UInt32]] {
    var table: [[UInt8]: [UInt32]] = [:]
    for (pattern, symbol) in symbols where pattern.kind == .exact || pattern.kind == .near {
      table[pattern.text, default: []].append(symbol)
    }
    let words = Set(table.keys)
    for (pattern, symbol) in symbols where pattern.kind == .near {
      for slip in Self.slips(of: pattern.text) where !words.contains(slip) {
        table[slip, default: []].append(symbol)
      }
    }
    return table.mapValues { $0.sorted() }
  }

  /// The spellings one slip away: a letter missing (not the first), doubled, or swapped with the next.
  static func slips(of word: [UInt8]) -> Set<[UInt8]> {
    let letters = String(decoding: word, as: UTF8.self).unicodeScalars.map { $0 }
    var slips: Set<[UInt8]> = []
    func add(_ scalars: [Unicode.Scalar]) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      slips.insert(Array(String(text).utf8))
    }
    for index in letters.indices {
      if index > 0 { add(Array(letters[..<index] + letters[(index + 1)...])) }
      add(Array(letters[...index] + letters[index...]))
      if index + 1 < letters.count, index > 0 {
        var swapped = letters
        swapped.swapAt(index, index + 1)
        add(swapped)
      }
    }
    slips.remove(word)
    return slips
  }
}

extension ImageWriter {
  /// A table from words to lists of symbols, which go to the end of `lists`, each with its count in front.
  fileprivate mutating func writeSymbolTable(_ table: [[UInt8]: [UInt32]], lists: inout [UInt32]) {
    var entries: [(key: UInt64, value: UInt32)] = []
    for (word, symbols) in table.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      entries.append((TokenHash.of(word.span, 0..<word.count), UInt32(lists.count)))
      lists.append(UInt32(symbols.count))
      lists += symbols
    }
    HashTable.write(entries, to: &self)
  }
}
