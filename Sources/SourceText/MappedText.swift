/// A text that is read out of a document piece by piece, with the map back to it.
public struct MappedText: Hashable, Sendable {
  /// The text so far.
  public private(set) var utf8: [UInt8] = []

  /// From the text to the document.
  public private(set) var map = SourceMap()

  /// The offset of the document that goes on behind the text.
  private var end = 0

  /// No text yet.
  public init() {}

  /// A text that is its document.
  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    end = utf8.count
  }

  /// A text and the map from it; nothing is to be appended.
  public init(_ utf8: [UInt8], _ map: SourceMap) {
    self.utf8 = utf8
    self.map = map
  }

  /// Appends bytes of the document as they are.
  public mutating func copy(_ range: ByteRange, of document: Span<UInt8>) {
    guard !range.isEmpty else { return }
    if range.lowerBound != end { skip(to: range.lowerBound) }
    unsafe document.withUnsafeBufferPointer { unsafe utf8.append(contentsOf: $0[range]) }
    end = range.upperBound
  }

  /// Appends one byte of the document as it is.
  public mutating func copy(_ byte: UInt8, at offset: Int) {
    if offset != end { skip(to: offset) }
    utf8.append(byte)
    end = offset + 1
  }

  /// Appends what a stretch of the document stands for.
  public mutating func append(_ text: some Collection<UInt8>, for range: ByteRange) {
    guard !text.isEmpty else { return }
    let start = utf8.count
    utf8.append(contentsOf: text)
    map.append(SourceMap.Change(derived: start..<utf8.count, source: range))
    end = range.upperBound
  }

  /// Appends one byte that a stretch of the document stands for.
  public mutating func append(_ byte: UInt8, for range: ByteRange) { append(CollectionOfOne(byte), for: range) }

  /// Appends a text that was read from the same document.
  public mutating func append(contentsOf other: MappedText) {
    let start = utf8.count
    var derived = 0
    var source = 0
    func copied(upTo stop: Int, _ text: inout MappedText) {
      guard stop > derived else { return }
      if source != text.end { text.skip(to: source) }
      text.utf8.append(contentsOf: other.utf8[derived..<stop])
      text.end = source + stop - derived
    }
    for change in other.map.changes {
      copied(upTo: change.derived.lowerBound, &self)
      if !change.derived.isEmpty {
        utf8.append(contentsOf: other.utf8[change.derived])
        let place = (start + change.derived.lowerBound)..<(start + change.derived.upperBound)
        map.append(SourceMap.Change(derived: place, source: change.source))
        end = change.source.upperBound
      }
      derived = change.derived.upperBound
      source = change.source.upperBound
    }
    copied(upTo: other.utf8.count, &self)
  }

  /// Blanks a range out: what is no line end becomes spaces, and all places stay.
  public mutating func blank(_ range: ByteRange) {
    for index in range where utf8[index] != 0x0A && utf8[index] != 0x0D { utf8[index] = 0x20 }
  }

  private mutating func skip(to offset: Int) {
    // Going back passes over nothing: its source is the place that is gone to.
    map.append(SourceMap.Change(derived: utf8.count..<utf8.count, source: min(end, offset)..<offset))
  }
}
