/// Finds the ASCII letter that a character of another alphabet is drawn like.
package enum LookAlikes {
  private static let skeleton = try? ConfusableSkeleton()

  /// The letter (`a` to `z`) that a scalar looks like, or nil.
  ///
  /// ICU's confusables data say so (UTS #39); of a letter with a mark it is the letter.
  package static func letter(for scalar: UInt32) -> UInt8? {
    guard scalar >= 0x80, let scalar = Unicode.Scalar(scalar), let skeleton,
      let plain = try? skeleton(String(scalar)).utf8.first
    else { return nil }
    let lower = plain | 0x20
    return (lower &- 0x61) < 26 ? lower : nil
  }

  /// Whether a scalar is a Latin letter with a mark, which many languages write and which disguises little.
  package static func isAccentedLatin(_ scalar: UInt32) -> Bool {
    (0xC0..<0x250).contains(scalar) || (0x1E00..<0x1F00).contains(scalar)
  }
}
