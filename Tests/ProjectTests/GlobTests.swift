import Project
import Testing

@Suite struct `globs` {
  private static let fitting: [(glob: String, path: String, fits: Bool, holds: Bool)] = [
    ("a.md", "a.md", true, true), ("a.md", "x/y/a.md", true, true), ("a.md", "a.md/b", false, true),
    ("/a.md", "x/a.md", false, false), ("/a.md", "a.md", true, true), ("./a.md", "x/a.md", false, false),
    ("*.md", "x/é.md", true, true), ("*.md", ".md", true, true), ("*.md", "x.mdx", false, false),
    ("public", "x/public/a.txt", false, true), ("public/", "public/a.txt", false, true),
    ("x/public", "y/x/public", false, false), ("x/*", "x/a/b", false, true), ("x/*", "x/a", true, true),
    ("x/*.md", "x/a/b.md", false, false), ("x/**", "x", true, true), ("x/**", "x/a/b", true, true),
    ("x/**/b", "x/b", true, true), ("x/**/b", "x/1/2/b", true, true), ("x/**/b", "x/1/2/b/c", false, true),
    ("**/old/**", "a/old/b", true, true), ("**", "a/b", true, true), ("a?c", "aéc", true, true),
    ("a?c", "ac", false, false), ("a[0-9b-d]", "a7", true, true), ("a[0-9b-d]", "ac", true, true),
    ("a[!0-9]", "a7", false, false), ("a[!0-9]", "ax", true, true), ("a[]]", "a]", true, true),
    ("*.{md,txt}", "x.txt", true, true), ("{a,b/{c,d}}.md", "b/d.md", true, true), ("{a,b}/c", "c", false, false),
    (#"a\*"#, "a*", true, true), (#"a\*"#, "ab", false, false), (#"a\{b"#, "a{b", true, true),
    ("a*b*c", "a1b2b3c", true, true), ("a*b*c", "a1c2b", false, false), ("ü", "ü", true, true), ("*", "", false, false),
  ]

  @Test(arguments: fitting)
  func `fit paths, and hold for what lies below`(glob: String, path: String, fits: Bool, holds: Bool) throws {
    let made = try Glob(glob)
    #expect((made.fits(path), made.holds(for: path)) == (fits, holds))
  }

  @Test(arguments: ["", "!a", "a/../b", "..", "a//b", "/", "{a", "[a", "{a,{b}", "{0,1}{0,1}{0,1}{0,1}{0,1}{0,1}{0,1}"])
  func `that cannot be meant are refused`(glob: String) {
    #expect(throws: Glob.Failure.self) { try Glob(glob) }
  }

  @Test func `take no longer for many stars`() throws {
    let name = String(repeating: "a", count: 2_000)
    let stars = try Glob(String(repeating: "*a", count: 200) + "b")
    let folders = try Glob(String(repeating: "**/a/", count: 60) + "b")
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(!stars.fits(name))
      #expect(!folders.fits(String(repeating: "a/", count: 400) + "c"))
    }
    // By trying all ways it would take longer than the world stands.
    #expect(time < .seconds(20))
  }
}
