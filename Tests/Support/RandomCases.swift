internal import Foundation
package import Testing

/// Runs a check on random inputs and reports the first one that fails, with the seed that repeats it.
///
/// Each run takes new inputs. With `BUYERLINT_TEST_SEED=N` in the environment the first case is the one of that seed.
///
/// - Parameters:
///   - count: How many cases to run.
///   - location: Where to report a failure; the caller's line.
///   - check: Makes an input from the generator and checks it.
/// - Returns: Nothing; a check that answers a text has failed, and the text says how.
/// - Throws: What the check throws.
package func forRandomCases(
  _ count: Int = 10_000, at location: SourceLocation = #_sourceLocation,
  _ check: (inout SplitMix64) throws -> String?
) throws {
  let given = ProcessInfo.processInfo.environment["BUYERLINT_TEST_SEED"].flatMap(UInt64.init)
  let first = given ?? UInt64.random(in: 0..<UInt64(UInt32.max))
  for seed in first..<(first + UInt64(count)) {
    var random = SplitMix64(seed: seed)
    if let failure = try check(&random) {
      Issue.record("\(failure)\nBUYERLINT_TEST_SEED=\(seed) repeats this", sourceLocation: location)
      return
    }
  }
}
