internal import CICU

/// Computes confusable skeletons (UTS #39): texts that look alike have the same one.
///
/// ICU lets any number of threads read one checker, so this is a sendable class that closes the checker
/// with its last reference.
@safe
package final class ConfusableSkeleton: @unchecked Sendable {
  private let handle: OpaquePointer

  /// Opens a checker with ICU's own confusables data.
  ///
  /// - Throws: An error of ICU's, in practice only when its data cannot be loaded.
  package init() throws(ICUError) {
    unsafe handle = try opened("uspoof_open") { status in unsafe icu_openSpoofChecker(&status) }
  }

  deinit {
    unsafe icu_closeSpoofChecker(handle)
  }

  /// The skeleton of a text, which is for comparing and not for showing.
  ///
  /// - Throws: An error of ICU's, in practice only when memory runs out.
  package func callAsFunction(_ text: String) throws(ICUError) -> String {
    let utf8 = text.utf8Span.span
    let skeleton = unsafe try utf8.withUnsafeBytes { (bytes) throws(ICUError) -> [CChar] in
      let source = unsafe bytes.assumingMemoryBound(to: CChar.self)
      return unsafe try filled("uspoof_getSkeletonUTF8", capacity: source.count * 2) {
        destination, capacity, status in
        unsafe icu_skeletonUTF8(
          handle, source.baseAddress, Int32(source.count), destination, capacity, &status)
      }
    }
    return String(decoding: skeleton.lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
