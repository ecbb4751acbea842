import Foundation
import Testing

/// The recipes of `docs/editors.md`, as the editors themselves take them.
@Suite struct `recipes for editors` {
  /// Japanese, an emoji, a combining mark and a tab stand before the finding.
  private static let line = "日本語です😀 cafe\u{301}\tPlease remove your review."

  private static func recipes() throws -> [String] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../docs/editors.md")
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("    ") }
      .map { String($0.dropFirst(4)) }
  }

  /// A folder with the draft, and what the program says of it in `out.txt`.
  private static func with(_ unit: String, _ body: (URL) throws -> Void) throws {
    try BuiltProgram.withFolder(["two words.txt": Array("Hello.\n\(line)\n".utf8)]) { folder in
      let outcome = try BuiltProgram.run(
        [
          "check", "--quiet", "--lang", "en", "--select", "revision-request/ask", "--format", "concise",
          "--column-unit", unit,
          "two words.txt",
        ], folder: folder)
      #expect(outcome.lines.count == 1 && outcome.status == 1, "\(outcome)")
      try Data(outcome.output.utf8).write(to: folder.appendingPathComponent("out.txt"))
      try body(folder)
    }
  }

  @Test func `Vim`() throws {
    guard SystemProgram.path(of: "vim") != nil else { try Test.cancel("vim is not installed") }
    let settings = try Self.recipes().filter { $0.hasPrefix("set ") }
    #expect(settings.count == 2)
    try Self.with("bytes") { folder in
      let rest =
        "call writefile([bufname('%'), line('.'), strpart(getline('.'), col('.') - 1), getqflist()[0].type], 'seen')"
      let commands = ["set encoding=utf-8"] + settings + ["cfile out.txt", "cc 1", rest, "qa!"]
      let outcome = try SystemProgram.run(
        "vim", ["-es", "-N", "-u", "NONE", "-i", "NONE"] + commands.flatMap { ["-c", $0] }, folder: folder)
      let seen = try String(contentsOf: folder.appendingPathComponent("seen"), encoding: .utf8)
      #expect(seen == "two words.txt\n2\nremove your review.\ne\n", "\(outcome)")
    }
  }

  @Test func `Neovim`() throws {
    guard SystemProgram.path(of: "nvim") != nil else { try Test.cancel("Neovim is not installed") }
    let recipes = try Self.recipes()
    let first = try #require(recipes.firstIndex(of: "local server"))
    let last = try #require(recipes[first...].firstIndex(of: "})"))
    // The words from where the finding begins, as the editor counts.
    let seen = """
      vim.api.nvim_create_autocmd('VimEnter', { callback = function()
        local function found()
          return vim.tbl_filter(function(d) return d.message:find('change or remove feedback') end, vim.diagnostic.get(0))
        end
        vim.wait(60000, function() return #found() > 0 end, 20)
        local out = {}
        for _, d in ipairs(found()) do
          local line = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, true)[1]
          table.insert(out, table.concat({ d.lnum, line:sub(d.col + 1, d.end_col), d.severity, d.source }, '|'))
        end
        vim.fn.writefile(out, 'seen')
        vim.cmd('qa!')
      end })
      """
    try Self.with("bytes") { folder in
      let settings = recipes[first...last].joined(separator: "\n") + "\n" + seen
      try Data(settings.utf8).write(to: folder.appendingPathComponent("init.lua"))
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      let outcome = try BuiltProgram.run(
        ["--headless", "--clean", "-u", "init.lua", "two words.txt"], folder: folder,
        environment: [
          "PATH": BuiltProgram.url.deletingLastPathComponent().path + ":" + path, "HOME": folder.path,
          "LC_ALL": "C.UTF-8",
        ], program: URL(fileURLWithPath: try #require(SystemProgram.path(of: "nvim"))))
      let seen = try? String(contentsOf: folder.appendingPathComponent("seen"), encoding: .utf8)
      #expect(seen == "1|remove your review|1|buyerlint\n", "\(outcome)")
    }
  }

  @Test func `Emacs`() throws {
    guard SystemProgram.path(of: "emacs") != nil else { try Test.cancel("emacs is not installed") }
    try Self.with("screen") { folder in
      let program = """
        (progn
          (set-language-environment "UTF-8")
          (find-file "out.txt")
          (compilation-mode)
          (goto-char (point-min))
          (compilation--ensure-parse (point-max))
          (compile-goto-error)
          (with-current-buffer (window-buffer (selected-window))
            (princ (format "%s %s" (line-number-at-pos) (buffer-substring (point) (line-end-position))))))
        """
      let outcome = try SystemProgram.run("emacs", ["--batch", "-Q", "--eval", program], folder: folder)
      #expect(outcome.output.hasSuffix("2 remove your review."), "\(outcome)")
    }
  }

  @Test func `Visual Studio Code`() throws {
    let recipes = try Self.recipes()
    let start = try #require(recipes.firstIndex(of: "{"))
    let tasks = try JSONSerialization.jsonObject(with: Data(recipes[start...].joined(separator: "\n").utf8))
    let task = try #require(((tasks as? [String: Any])?["tasks"] as? [[String: Any]])?.first)
    let pattern = try #require((task["problemMatcher"] as? [String: Any])?["pattern"] as? [String: Any])
    try Self.with("utf-16") { folder in
      let output = try String(contentsOf: folder.appendingPathComponent("out.txt"), encoding: .utf8).dropLast()
      let expression = try NSRegularExpression(pattern: try #require(pattern["regexp"] as? String))
      let text = String(output)
      let match = try #require(expression.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)))
      func group(_ name: String) throws -> String {
        (text as NSString).substring(with: match.range(at: try #require(pattern[name] as? Int)))
      }
      let seen = try ["file", "line", "severity", "code"].map(group)
      #expect(seen == ["two words.txt", "2", "error", "revision-request/ask"])
      let column = try #require(Int(group("column")))
      #expect((Self.line as NSString).substring(from: column - 1) == "remove your review.")
    }
  }
}
