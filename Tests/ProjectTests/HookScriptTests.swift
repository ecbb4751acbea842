import Testing

@testable import Project

@Suite struct HookScriptTests {
  @Test(arguments: ["/usr/bin/buyerlint", "/it's/a b/buyer\"lint", "/a\nb'/\\buyerlint", "/x'\\''y", "'"])
  func `a hook is read back as it was written`(program: String) throws {
    for first in [nil, "kept"] {
      let script = HookScript(program: Array(program.utf8), first: first)
      #expect(HookScript(script.text, first: "kept") == script)
    }
  }

  @Test func `a changed hook is ours, but not as it was written`() {
    let text = HookScript(program: Array("/usr/bin/buyerlint".utf8), first: nil).text
    for changed in [text + Array("echo\n".utf8), text.dropLast(), Array(text.prefix(120))] {
      #expect(HookScript.isOurs(changed))
      #expect(HookScript(changed, first: "kept") == nil)
    }
    for other in ["", "#!/bin/sh\n", "#!/bin/sh\nexec lint\n"] { #expect(!HookScript.isOurs(Array(other.utf8))) }
  }
}
