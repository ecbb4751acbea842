import Documents
import Glibc
import Testing

// Foundation brings an ICU of its own, whose headers clash with the system's; so these tests do without.

/// Compares with a file of `Golden/`.
///
/// `BUYERLINT_UPDATE_GOLDEN=1 swift test --filter ReportingTests` writes the files anew; review them as a diff.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = #filePath.prefix(through: #filePath.lastIndex(of: "/") ?? #filePath.startIndex)
  let path = "\(folder)Golden/\(name)"
  if unsafe getenv("BUYERLINT_UPDATE_GOLDEN") != nil {
    try OutputFile(path: path).write(bytes)
    return
  }
  let expected = String(decoding: try File(path: path).readAll(), as: UTF8.self)
  #expect(String(decoding: bytes, as: UTF8.self) == expected, sourceLocation: sourceLocation)
}
