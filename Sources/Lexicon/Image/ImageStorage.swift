/// The bytes of compiled lexicons, which stay in place as long as this lives.
@safe
package final class ImageStorage: @unchecked Sendable {
  let base: UnsafeRawPointer
  package let count: Int
  private let isOwned: Bool

  /// Bytes of the program itself, which nothing ever frees.
  package init(_ literal: StaticString) {
    unsafe base = UnsafeRawPointer(literal.utf8Start)
    count = literal.utf8CodeUnitCount
    isOwned = false
  }

  /// A copy of some bytes.
  package init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    unsafe copy.copyBytes(from: bytes)
    unsafe base = UnsafeRawPointer(copy.baseAddress.unsafelyUnwrapped)
    count = bytes.count
    isOwned = true
  }

  deinit {
    if isOwned { unsafe base.deallocate() }
  }
}

/// Numbers of an image, read where they lie.
///
/// It does not keep the image alive; whoever holds one holds the ``ImageStorage`` too.
@safe
package struct FlatArray<Element: SevenBitNumber>: @unchecked Sendable {
  private let base: UnsafeRawPointer
  package let count: Int

  init(base: UnsafeRawPointer, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  package subscript(_ index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count, "no such element")
      return unsafe Element.load(base + index &* Element.storedSize)
    }
  }

  package var indices: Range<Int> { 0..<count }
}
