#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Memory of a fixed size that one owner writes and reads over and over.
///
/// Unlike an array in a class it is changed in place without asking each time whether anybody else is looking, which
/// is most of the time of a matcher otherwise.
@safe
final class ScratchArray<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Elements whose bits are all 0; memory that is never used is never touched.
  init(count: Int) {
    guard let memory = unsafe calloc(max(count, 1), MemoryLayout<Element>.stride) else { fatalError("out of memory") }
    unsafe base = memory.bindMemory(to: Element.self, capacity: max(count, 1))
    self.count = count
  }

  deinit { unsafe free(base) }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "no such element")
      return unsafe base[index]
    }
    set {
      assert(index >= 0 && index < count, "no such element")
      unsafe base[index] = newValue
    }
  }

  /// Copies another array of the same size.
  func copy(_ other: ScratchArray<Element>) {
    precondition(count == other.count, "arrays of different sizes")
    unsafe base.update(from: other.base, count: count)
  }

  func fill(_ element: Element) { unsafe base.update(repeating: element, count: count) }
}

/// A set of small numbers.
struct BitSet {
  private let words: ScratchArray<UInt64>

  init(count: Int) { words = ScratchArray(count: (count + 63) / 64) }

  @inline(__always)
  func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 != 0 }

  /// Whether the number is new.
  @inline(__always)
  func insert(_ number: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(number & 63)
    let word = words[number >> 6]
    words[number >> 6] = word | bit
    return word & bit == 0
  }

  @inline(__always)
  func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }

  func removeAll() { words.fill(0) }

  /// Makes it the same as another set of as many numbers.
  func copy(_ other: BitSet) { words.copy(other.words) }

  /// The least number from a place on.
  @inline(__always)
  func next(from number: Int) -> Int? {
    var index = number >> 6
    guard index < words.count else { return nil }
    var word = words[index] & (UInt64.max << UInt64(number & 63))
    while word == 0 {
      index += 1
      if index == words.count { return nil }
      word = words[index]
    }
    return index << 6 + word.trailingZeroBitCount
  }
}
