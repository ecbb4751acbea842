/// The language that the path of a file tells, where its kind keeps it there.
enum FileLanguage {
  /// `de.po`, or `de/LC_MESSAGES/shop.po`.
  static func ofStem(_ path: String) -> AttributeValue? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    guard let name = parts.last else { return nil }
    if let at = parts.firstIndex(of: "LC_MESSAGES"), at > 0 { return tag(parts[at - 1]) }
    return tag(stem(name))
  }

  /// `messages_de.properties`, `messages_pt_BR.properties`.
  static func ofSuffix(_ path: String) -> AttributeValue? {
    guard let name = path.utf8.split(separator: UInt8(ascii: "/")).last else { return nil }
    let parts = stem(String(decoding: name, as: UTF8.self)).split(separator: "_")
    for count in [2, 1] where parts.count > count {
      let suffix = parts.suffix(count)
      if suffix.first?.utf8.count == 2, let found = tag(suffix.joined(separator: "_")) { return found }
    }
    return nil
  }

  /// `de.lproj/Macros.strings`.
  static func ofFolder(_ path: String) -> AttributeValue? {
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      let name = String(decoding: part, as: UTF8.self)
      if name.hasSuffix(".lproj") { return tag(String(name.dropLast(6))) }
    }
    return nil
  }

  private static func stem(_ name: String) -> String { String(name.prefix { $0 != "." }) }

  private static func tag(_ word: String) -> AttributeValue? {
    FieldName.isLanguage(word) ? AttributeValue(word, 0..<0) : nil
  }
}
