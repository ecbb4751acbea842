import Documents
import Foundation
import Testing

@Suite struct PreCommitHookTests {
  @Test func `the hook for the framework is given the kinds of files that are read`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let text = try String(contentsOf: root.appendingPathComponent(".pre-commit-hooks.yaml"), encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  files: ") })
    let pattern = try Regex(String(line.dropFirst("  files: ".count)))
    for ending in DocumentKind.allCases.flatMap(\.endings) {
      #expect("in/a\(ending)".contains(pattern), "\(ending)")
      #expect("in/A\(ending.uppercased())".contains(pattern), "\(ending)")
    }
    for name in ["a.c", "a.mdx", "md", "a.md.orig", "a.jsonc"] { #expect(!name.contains(pattern), "\(name)") }
  }
}
