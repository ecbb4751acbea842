/// A place in a YAML source, from 1; columns in code points.
package struct YAMLPosition: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A value of a YAML document and where it stands.
package struct YAMLNode: Sendable {
  package indirect enum Value: Sendable {
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let value: Value
  package let start: YAMLPosition
  package let end: YAMLPosition

  package var string: String? {
    if case .scalar(let text, _) = value { text } else { nil }
  }

  package var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = value { nodes } else { nil }
  }

  package var mapping: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let pairs) = value { pairs } else { nil }
  }

  /// The value of a key of a mapping.
  package subscript(_ key: String) -> YAMLNode? {
    mapping?.first { $0.key.string == key }?.value
  }

  /// The texts of a sequence of scalars, or the one text of a scalar.
  package var strings: [String]? {
    if let string { return [string] }
    guard let sequence else { return nil }
    let texts = sequence.compactMap(\.string)
    return texts.count == sequence.count ? texts : nil
  }
}

/// What is wrong with a YAML source, and where.
package struct YAMLError: Error, Hashable, Sendable {
  package let message: String
  package let position: YAMLPosition

  /// The byte that the place is at, where that was asked for.
  package let offset: Int?

  package init(message: String, position: YAMLPosition, offset: Int? = nil) {
    self.message = message
    self.position = position
    self.offset = offset
  }
}
