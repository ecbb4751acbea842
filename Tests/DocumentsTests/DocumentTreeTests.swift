import Documents
import FoundationEssentials
import Glibc
import Testing

@Suite struct `document trees` {
  /// Makes a folder of empty files and hands it over.
  private static func withFolder(_ files: [String], _ body: (String) throws -> Void) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("buyerlint-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: folder) }
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in files {
      let url = folder.appendingPathComponent(file)
      try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: url)
    }
    try body(folder.path)
  }

  @Test func `files come sorted, hidden and other ones are counted`() throws {
    try Self.withFolder(["b/z.txt", "b/a.md", "a.txt", "c.pdf", ".git/x.txt", "b/.hidden.txt", "Z.txt"]) { folder in
      var tree = DocumentTree()
      tree.add(folder)
      #expect(tree.files.map { $0.dropFirst(folder.count + 1) } == ["Z.txt", "a.txt", "b/a.md", "b/z.txt"])
      #expect(tree.hidden == 2)
      #expect(tree.others == 1)
      #expect(tree.failures.isEmpty && tree.barren.isEmpty)
    }
  }

  @Test func `a file that is named is taken whatever its name is`() throws {
    try Self.withFolder(["x.pdf", ".y"]) { folder in
      var tree = DocumentTree()
      tree.add("\(folder)/x.pdf")
      tree.add("\(folder)/.y")
      #expect(tree.files == ["\(folder)/x.pdf", "\(folder)/.y"])
    }
  }

  @Test func `a directory without documents and a missing path are told`() throws {
    try Self.withFolder(["x.pdf"]) { folder in
      var tree = DocumentTree()
      tree.add(folder)
      tree.add("\(folder)/none.txt")
      #expect(tree.barren == [folder])
      #expect(tree.failures.map(\.path) == ["\(folder)/none.txt"])
      #expect(tree.failures.first?.error.isMissing == true)
    }
  }

  @Test func `a loop of links ends`() throws {
    try Self.withFolder(["a/x.txt"]) { folder in
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/a/loop", withDestinationPath: folder)
      var tree = DocumentTree()
      tree.add(folder)
      #expect(tree.files == ["\(folder)/a/x.txt"])
    }
  }

  @Test func `a named pipe is not waited for`() throws {
    try Self.withFolder(["a.txt"]) { folder in
      let status = unsafe mkfifo("\(folder)/b.txt", 0o600)
      #expect(status == 0)
      var tree = DocumentTree()
      tree.add(folder)
      #expect(tree.files == ["\(folder)/a.txt"])
      #expect(tree.others == 1)
    }
  }
}
