/// A line of what git says of the index.
struct IndexRecord {
  /// How git writes what a file is.
  enum Mode {
    case regular
    case link
    case submodule
    case none

    init(_ digits: ArraySlice<UInt8>) {
      self =
        switch String(decoding: digits, as: UTF8.self) {
        case "120000": .link
        case "160000": .submodule
        case "000000": .none
        // Whether it may be executed changes nothing for what it says.
        default: .regular
        }
    }
  }

  /// The file that was compared with, and its object; `.none` where the file is new.
  var before = (mode: Mode.none, object: "")
  var mode: Mode
  var object: String

  /// Whether a merge has left several versions of the file.
  var isUnmerged: Bool

  var name: WorkTree.Name
}

extension IndexRecord {
  /// Hands over how the index differs from a tree; what it only takes away comes too, with the mode `.none`.
  static func changes(
    since tree: String, findsRenames: Bool, _ body: (IndexRecord) throws(GitError) -> Void
  ) throws(GitError) {
    var head: [ArraySlice<UInt8>] = []
    var names = 0
    let renames = findsRenames ? "--find-renames" : "--no-renames"
    try Git.fields(
      [
        "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--ita-invisible-in-index", "--no-ext-diff",
        "--no-textconv", "--ignore-submodules=none", "--no-relative", renames, tree, "--",
      ]
    ) { field throws(GitError) in
      if head.isEmpty {
        // `:100644 100644 OBJECT OBJECT M`, and for renames `R87`.
        head = field.dropFirst().split(separator: UInt8(ascii: " ")).map { Array($0)[...] }
        guard field.first == UInt8(ascii: ":"), head.count == 5, let status = head[4].first else {
          throw GitError("git diff-index: the answer cannot be read")
        }
        names = status == UInt8(ascii: "R") || status == UInt8(ascii: "C") ? 2 : 1
        return
      }
      names -= 1
      // Of the two names of a rename the second one is what the file is called now.
      guard names == 0 else { return }
      try body(
        IndexRecord(
          before: (Mode(head[0]), String(decoding: head[2], as: UTF8.self)), mode: Mode(head[1]),
          object: String(decoding: head[3], as: UTF8.self), isUnmerged: head[4].first == UInt8(ascii: "U"),
          name: Array(field)))
      head = []
    }
  }

  /// Hands over all that is in the index; what is unmerged comes once for each version.
  static func all(_ body: (IndexRecord) throws(GitError) -> Void) throws(GitError) {
    try Git.fields(["ls-files", "--stage", "-z", "--full-name", "--", ":/"]) { field throws(GitError) in
      // `100644 OBJECT 0`, a tabulator and the name.
      guard let tabulator = field.firstIndex(of: UInt8(ascii: "\t")) else {
        throw GitError("git ls-files: the answer cannot be read")
      }
      let head = field[..<tabulator].split(separator: UInt8(ascii: " "))
      guard head.count == 3 else { throw GitError("git ls-files: the answer cannot be read") }
      try body(
        IndexRecord(
          mode: Mode(head[0]), object: String(decoding: head[1], as: UTF8.self),
          isUnmerged: !head[2].elementsEqual("0".utf8), name: Array(field[(tabulator + 1)...])))
    }
  }
}
