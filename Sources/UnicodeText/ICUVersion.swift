internal import CICU

/// Which ICU does the work, as it says itself when it runs.
package enum ICUVersion {
  /// ICU's own version, such as `72.1`.
  package static var library: String { unsafe written { unsafe icu_getVersion($0) } }

  /// The version of Unicode that it knows, such as `15.0`.
  package static var unicode: String { unsafe written { unsafe icu_getUnicodeVersion($0) } }

  private static func written(_ fill: (UnsafeMutablePointer<UInt8>) -> Void) -> String {
    var numbers = [UInt8](repeating: 0, count: 4)
    unsafe numbers.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { unsafe fill(base) }
    }
    return "\(numbers[0]).\(numbers[1])"
  }
}
