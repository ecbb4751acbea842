extension [UInt8] {
  /// Appends text for HTML, between tags or between double quotes; what HTML forbids is shown by name or replaced.
  package mutating func append(html text: some StringProtocol) {
    var previous: UInt32 = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x09: append(value)
      case 0x0D: append(0x0A as UInt32)
      case 0x0A: if previous != 0x0D { append(value) }
      default: append(xml: String(scalar))
      }
      previous = value
    }
  }

  private mutating func append(_ byte: UInt32) { append(UInt8(truncatingIfNeeded: byte)) }
}
