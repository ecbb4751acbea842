import Testing

@testable import Project

@Suite struct WorkTreeTests {
  private let tree = WorkTree(top: "/shop", folder: "in/deep/")

  @Test(arguments: [
    ("in/deep/a.md", "a.md"), ("in/deep/x/a.md", "x/a.md"), ("in/a.md", "../a.md"), ("a.md", "../../a.md"),
    ("in/deeper/a.md", "../deeper/a.md"), ("in/deep", "../deep"),
  ])
  func `names are seen from the current folder, and found again`(name: String, path: String) throws {
    #expect(tree.path(of: Array(name.utf8)) == Array(path.utf8))
    #expect(try tree.name(of: path) == Array(name.utf8))
  }

  @Test(arguments: [
    (".", "in/deep"), ("./x//y/", "in/deep/x/y"), ("../..", ""), ("/shop", ""), ("/shop/", ""),
    ("/shop/a/../b.md", "b.md"),
    ("x/../../y", "in/y"),
  ])
  func `paths are put in order as they are written`(path: String, name: String) throws {
    #expect(try tree.name(of: path) == Array(name.utf8))
  }

  @Test(arguments: ["../../..", "/", "/shopping/a.md", "/shop/../a.md", "../../../shop/a.md"])
  func `paths that lead out are refused`(path: String) {
    #expect(throws: GitError("\(path) is not in this repository's work tree")) { try tree.name(of: path) }
  }
}
