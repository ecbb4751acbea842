/// A document under construction that notes at which bytes each character of a draft stands.
package struct Embedding {
  package private(set) var bytes: [UInt8] = []

  /// The characters of the draft so far.
  package private(set) var text = String.UnicodeScalarView()

  /// Where each of them stands.
  package private(set) var places: [Range<Int>] = []

  package init() {}

  /// Adds what is no part of the draft.
  package mutating func add(_ frame: String) { bytes += Array(frame.utf8) }

  /// Adds a character of the draft, as it is or in disguise.
  package mutating func add(_ scalar: Unicode.Scalar, as written: String? = nil) {
    add(scalar, as: Array((written ?? String(Character(scalar))).utf8))
  }

  package mutating func add(_ scalar: Unicode.Scalar, as written: [UInt8]) {
    text.append(scalar)
    places.append(bytes.count..<(bytes.count + written.count))
    bytes += written
  }

  /// The same document in UTF-16 behind a byte order mark.
  package func inUTF16(isBigEndian: Bool) -> Embedding {
    var offsets = [Int](repeating: 0, count: bytes.count + 1)
    var other = Embedding()
    func append(_ unit: UInt16) {
      let parts = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      other.bytes += isBigEndian ? parts : parts.reversed()
    }
    append(0xFEFF)
    var at = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      offsets[at] = other.bytes.count
      at += UTF8.width(scalar)
      for unit in UTF16.encode(scalar).map(Array.init) ?? [] { append(unit) }
    }
    offsets[at] = other.bytes.count
    other.text = text
    other.places = places.map { offsets[$0.lowerBound]..<offsets[$0.upperBound] }
    return other
  }

  /// The same draft in base64 behind a head, of which each three bytes stand at the four letters that say them.
  package func inBase64(behind head: String) -> Embedding {
    var other = Embedding()
    other.add(head)
    let start = other.bytes.count
    other.add(base64)
    other.text = text
    other.places = places.map { place in
      (start + place.lowerBound / 3 * 4)..<(start + (place.upperBound + 2) / 3 * 4)
    }
    return other
  }

  private var base64: String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        text.append(index <= group.count ? letters[bits >> (18 - 6 * index) & 63] : "=")
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// The numbers of its UTF-16 units in four hexadecimal digits each.
  package func unitsInHexadecimal(upper: Bool = false) -> [String] {
    (UTF16.encode(self).map(Array.init) ?? []).map { unit in
      let digits = String(unit, radix: 16, uppercase: upper)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
