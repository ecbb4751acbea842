internal import Project

/// Addresses of files as clients write them.
enum FileAddress {
  /// The path of a `file:` address; nil for another one.
  static func path(of uri: String) -> String? {
    guard uri.lowercased().hasPrefix("file:") else { return nil }
    var rest = uri.utf8.dropFirst(5)
    if rest.starts(with: Array("//".utf8)) { rest = rest.dropFirst(2).drop { $0 != UInt8(ascii: "/") } }
    guard rest.first == UInt8(ascii: "/"), let path = decoded(Array(rest)) else { return nil }
    return Paths.absolute(path)
  }

  /// The name that an address of any kind ends with.
  static func name(of uri: String) -> String {
    let last = uri.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }.last ?? []
    return decoded(Array(last)) ?? ""
  }

  /// The address of an absolute path.
  static func uri(of path: String) -> String {
    var uri = "file://"
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default: uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }

  private static func decoded(_ bytes: [UInt8]) -> String? {
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%") {
        guard at + 2 < bytes.count,
          let value = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
        else { return nil }
        result.append(value)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result.contains(0) ? nil : String(validating: result, as: UTF8.self)
  }
}
