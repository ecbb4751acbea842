internal import CICU

/// A failure that ICU reported.
package struct ICUError: Error, Hashable, Sendable {
  /// ICU's own number for the failure (`UErrorCode`).
  package let code: Int32

  /// The ICU function that failed.
  package let function: String
}

extension ICUError: CustomStringConvertible {
  /// The function and ICU's own name for the failure.
  package var description: String {
    let name = unsafe String(cString: icu_errorName(UErrorCode(rawValue: code)))
    return "\(function) failed: \(name)"
  }
}

/// Calls an ICU function and turns a failing status into an error.
///
/// A status below zero is a warning (`U_USING_FALLBACK_WARNING`, for one) and counts as success.
///
/// - Parameters:
///   - function: The name of the ICU function, for the error's description.
///   - body: Makes the call, handing ICU the status it is given.
/// - Returns: What the call returned.
/// - Throws: The failure that the status says.
func checked<Result: ~Copyable>(
  _ function: String,
  _ body: (inout UErrorCode) -> Result
) throws(ICUError) -> Result {
  var status = U_ZERO_ERROR
  let result = body(&status)
  guard status.rawValue <= U_ZERO_ERROR.rawValue else {
    throw ICUError(code: status.rawValue, function: function)
  }
  return result
}

/// Calls an ICU function that opens something, which the caller then owns.
///
/// ICU answers no handle only together with a failing status; a handle that is missing all the same is
/// reported as `U_INTERNAL_PROGRAM_ERROR`.
///
/// - Parameters:
///   - function: The name of the ICU function, for the error's description.
///   - body: Makes the call, handing ICU the status it is given.
/// - Returns: The handle.
/// - Throws: The failure that the status says.
func opened<Handle>(
  _ function: String,
  _ body: (inout UErrorCode) -> Handle?
) throws(ICUError) -> Handle {
  guard let handle = try checked(function, body) else {
    throw ICUError(code: U_INTERNAL_PROGRAM_ERROR.rawValue, function: function)
  }
  return handle
}

/// Calls an ICU function that fills a buffer, growing the buffer once when it is too small.
///
/// ICU's functions answer the length they need even when the buffer was too small, so a second call
/// with that length is always enough.
///
/// - Parameters:
///   - function: The name of the ICU function, for the error's description.
///   - capacity: How many units to offer first.
///   - body: Makes the call: it fills the buffer and returns the length needed.
/// - Returns: What the function wrote.
/// - Throws: The failure that the status says.
func filled<Unit: BitwiseCopyable>(
  _ function: String,
  capacity: Int,
  _ body: (UnsafeMutablePointer<Unit>?, Int32, inout UErrorCode) -> Int32
) throws(ICUError) -> [Unit] {
  var capacity = max(capacity, 1)
  while true {
    var status = U_ZERO_ERROR
    var needed = 0
    let units = unsafe [Unit](unsafeUninitializedCapacity: capacity) { buffer, count in
      needed = Int(unsafe body(buffer.baseAddress, Int32(capacity), &status))
      count = status == U_BUFFER_OVERFLOW_ERROR ? 0 : min(max(needed, 0), capacity)
    }
    if status == U_BUFFER_OVERFLOW_ERROR, needed > capacity {
      capacity = needed
      continue
    }
    guard status.rawValue <= U_ZERO_ERROR.rawValue else {
      throw ICUError(code: status.rawValue, function: function)
    }
    return units
  }
}
