#if canImport(Glibc)
  import Glibc
#endif

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

  /// Asks the system to have a section at hand as a whole: to meet it page by page takes longer than a draft does.
  func fetch(_ section: Range<Int>) {
    #if os(Linux)
      guard !isOwned, !section.isEmpty else { return }
      let page = UInt(getpagesize())
      let start = unsafe UInt(bitPattern: base + section.lowerBound) / page * page
      let end = unsafe UInt(bitPattern: base + section.upperBound)
      // Where the kernel does not know how (before 5.14), pages come one by one as ever.
      _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_POPULATE_READ)
    #endif
  }

  /// A copy of some of the bytes.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
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
