/// A table from 64-bit keys to numbers below 2^28, with open addressing.
///
/// It holds 56 bits of a key, mixed, so that two keys of one table meet by no chance that matters; the compiler sees to
/// it that they never do.
package struct HashTable: Sendable {
  /// Mixed keys as they lie, eight bytes each; 0 is an empty slot.
  private let keys: FlatKeys
  private let values: FlatArray<UInt32>

  init(_ reader: inout ImageReader) {
    keys = reader.readKeys()
    values = reader.readFlat()
  }

  package var isEmpty: Bool { keys.count == 0 }

  /// The number of a key.
  @inline(__always)
  package func callAsFunction(_ key: UInt64) -> UInt32? {
    if keys.count == 0 { return nil }
    let wanted = StoredKey(of: key)
    var slot = wanted.slot(among: keys.count)
    while true {
      let found = keys[slot]
      if found == wanted { return values[slot] }
      if found.bits == 0 { return nil }
      slot += 1
      if slot == keys.count { slot = 0 }
    }
  }

  static func write(_ entries: [(key: UInt64, value: UInt32)], to writer: inout ImageWriter) {
    // What is not there is told by an empty slot, so four in ten are; more would be more pages to bring in.
    let size = entries.isEmpty ? 0 : entries.count * 5 / 3 + 1
    var keys = [StoredKey](repeating: StoredKey(bits: 0), count: size)
    var values = [UInt32](repeating: 0, count: size)
    for (key, value) in entries {
      let stored = StoredKey(of: key)
      precondition(stored.bits != 0, "a key that looks like an empty slot")
      var slot = stored.slot(among: size)
      while keys[slot].bits != 0 {
        precondition(keys[slot] != stored, "two keys that look alike")
        slot = slot + 1 == size ? 0 : slot + 1
      }
      keys[slot] = stored
      values[slot] = value
    }
    writer.write(UInt32(size))
    for key in keys { writer.append(key.bytes) }
    writer.write(values)
  }
}

/// 56 mixed bits of a key, seven in each byte.
struct StoredKey: Equatable {
  let bits: UInt64

  // What the compiler makes of it is not inlined.
  @inline(__always)
  static func == (left: StoredKey, right: StoredKey) -> Bool { left.bits == right.bits }

  init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  init(of key: UInt64) {
    let mixed = (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15
    bits = (mixed ^ (mixed >> 32)) & 0x7F7F_7F7F_7F7F_7F7F
  }

  /// Where a table of so many slots, below 2^32, has the key or the slots before it.
  @inline(__always)
  func slot(among count: Int) -> Int {
    Int(truncatingIfNeeded: ((bits &* 0x9E37_79B9_7F4A_7C15) >> 32 &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) } }
}

/// Keys of an image, read where they lie.
@safe
struct FlatKeys: @unchecked Sendable {
  private let base: UnsafeRawPointer
  let count: Int

  init(base: UnsafeRawPointer, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  subscript(_ index: Int) -> StoredKey {
    @inline(__always) get {
      assert(index >= 0 && index < count, "no such key")
      return unsafe StoredKey(
        bits: UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)))
    }
  }
}
