import Foundation
import Testing

/// The HTML report in a browser; passed over where there is none, since it is too heavy to be installed for this alone.
@Suite struct `the page in Chromium` {
  @Test func `a script in a draft is text, and marks have their colours`() throws {
    guard SystemProgram.path(of: "chromium") != nil else { try Test.cancel("chromium is not installed") }
    let script = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">"
    let files = ["a<b>.txt": Array("\(script) Please remove your review.\n".utf8)]
    try BuiltProgram.withFolder(files) { folder in
      let written = try BuiltProgram.run(["check", "--lang", "en", "--format", "html=r.html", "."], folder: folder)
      #expect(written.status == 1)
      let page = folder.appendingPathComponent("r.html").absoluteString
      let outcome = try SystemProgram.run(
        "chromium",
        [
          "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
          "--screenshot=\(folder.path)/r.png", page,
        ], folder: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("<title>buyerlint: "))
      #expect(!outcome.output.contains("<script") && !outcome.output.contains("<img"))
      #expect(outcome.output.contains("&lt;script&gt;</mark>document.title = 'taken'<mark"))
      #expect(FileManager.default.fileExists(atPath: "\(folder.path)/r.png"))
      #expect(outcome.output.contains("<mark class=\"error\" title=\"error\">"))
    }
  }
}
