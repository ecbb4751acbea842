import Foundation
import Testing

@Suite struct `the hook before commits` {
  private static let hook = ".git/hooks/pre-commit"
  private static let kept = ".git/hooks/pre-commit.before-buyerlint"

  private static func mode(_ name: String, in shop: Repository) throws -> Int? {
    let path = shop.folder.appendingPathComponent(name).path
    return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  /// Puts a program into the repository.
  private static func put(_ script: String, at name: String, in shop: Repository) throws {
    try shop.write("#!/bin/sh\n\(script)\n", to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o750], ofItemAtPath: shop.folder.appendingPathComponent(name).path)
  }

  @Test func `a commit with a violation is refused, and passes once it is mended`() throws {
    try Repository.with { shop in
      #expect(try shop.buyerlint("hook", "install").status == 0)
      try shop.stage(Repository.violation, as: "a.md")
      let refused = try shop.commit()
      #expect(refused.status == 1)
      #expect((refused.output + refused.errors).contains("incentive/for-revision"))
      #expect(try shop.attempt(["rev-parse", "--verify", "HEAD"]).status != 0)
      // Mended in the work tree alone it is still what would be committed.
      try shop.write(Repository.innocent, to: "a.md")
      #expect(try shop.commit().status == 1)
      try shop.git("add", "a.md")
      #expect(try shop.commit().status == 0)
      #expect(try shop.git("show", "HEAD:a.md") == Repository.innocent)
    }
  }

  @Test func `commits by path and of all that changed are checked as they will be`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.innocent, as: "a.md")
      try shop.stage(Repository.innocent, as: "b.md")
      _ = try shop.commit()
      #expect(try shop.buyerlint("hook", "install").status == 0)
      try shop.write(Repository.violation, to: "a.md")
      try shop.write(Repository.innocent + "More.\n", to: "b.md")
      #expect(try shop.attempt(["commit", "-q", "-a", "-m", "All"]).status == 1)
      #expect(try shop.attempt(["commit", "-q", "-m", "One", "a.md"]).status == 1)
      #expect(try shop.attempt(["commit", "-q", "-m", "One", "b.md"]).status == 0)
    }
  }

  @Test func `a commit without drafts passes, and one whose only draft cannot be read does not`() throws {
    try Repository.with { shop in
      #expect(try shop.buyerlint("hook", "install").status == 0)
      try shop.stage("int main;\n", as: "a.c")
      #expect(try shop.commit().status == 0)
      #expect(try shop.attempt(["commit", "-q", "--allow-empty", "-m", "Nothing"]).status == 0)
      // Documents without drafts are no reason either.
      try shop.stage("{\"version\": 1}\n", as: "a.json")
      try shop.stage("", as: "empty.md")
      #expect(try shop.commit().status == 0)
      try shop.write([0x48, 0xFF, 0xFE, 0xFD], to: "undecodable.txt")
      try shop.git("add", ".")
      #expect(try shop.commit().status != 0)
      try shop.git("reset", "--quiet")
      try shop.stage("{\"text\": ", as: "broken.json")
      #expect(try shop.commit().status != 0)
    }
  }

  @Test func `it runs where only the path that it was installed from leads to the program`() throws {
    try Repository.with("it's a shop") { shop in
      #expect(try shop.buyerlint("hook", "install").status == 0)
      var plain = shop
      plain.environment["PATH"] = "/usr/bin:/bin"
      try plain.stage(Repository.violation, as: "a.md")
      #expect(try plain.commit().status == 1)
    }
  }

  @Test func `a program that is gone refuses the commit and says how to go on`() throws {
    try Repository.with { shop in
      let copy = shop.folder.appendingPathComponent("it's/buyerlint")
      try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: BuiltProgram.url.resolvingSymlinksInPath(), to: copy)
      let installed = try BuiltProgram.run(
        ["hook", "install"], folder: shop.folder, environment: shop.environment, program: copy)
      #expect(installed.status == 0)
      var plain = shop
      plain.environment["PATH"] = "/usr/bin:/bin"
      try plain.stage(Repository.innocent, as: "a.md")
      #expect(try plain.commit().status == 0)
      try FileManager.default.removeItem(at: copy)
      try plain.stage(Repository.innocent, as: "b.md")
      let refused = try plain.commit()
      #expect(refused.status != 0)
      #expect(refused.errors.contains("nothing was checked"))
      #expect(refused.errors.contains("it's/buyerlint"))
    }
  }

  @Test func `installing twice is installing once, and uninstalling leaves what was there`() throws {
    try Repository.with { shop in
      let before = try FileManager.default.contentsOfDirectory(atPath: shop.folder.path + "/.git/hooks").sorted()
      #expect(try shop.buyerlint("hook", "status").status == 1)
      #expect(try shop.buyerlint("hook", "uninstall").output == "no hook is installed\n")
      #expect(try shop.buyerlint("hook", "install").output == "installed .git/hooks/pre-commit\n")
      let once = try shop.text(of: Self.hook)
      #expect(try shop.buyerlint("hook", "install").status == 0)
      #expect(try shop.text(of: Self.hook) == once)
      #expect(try Self.mode(Self.hook, in: shop).map { $0 & 0o111 == 0o111 } == true)
      let status = try shop.buyerlint("hook", "status")
      #expect(status.status == 0)
      #expect(status.output == "installed: .git/hooks/pre-commit\n")
      #expect(try shop.buyerlint("hook", "uninstall").status == 0)
      let after = try FileManager.default.contentsOfDirectory(atPath: shop.folder.path + "/.git/hooks").sorted()
      #expect(after == before)
    }
  }

  @Test func `a hook that is not executable any more is told, and mended`() throws {
    try Repository.with { shop in
      _ = try shop.buyerlint("hook", "install")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644], ofItemAtPath: shop.folder.appendingPathComponent(Self.hook).path)
      let status = try shop.buyerlint("hook", "status")
      #expect(status.status == 1)
      #expect(status.output.contains("not executable"))
      #expect(try shop.buyerlint("hook", "install").status == 0)
      #expect(try shop.buyerlint("hook", "status").status == 0)
    }
  }

  @Test func `another hook is left alone unless it may be chained`() throws {
    try Repository.with { shop in
      try Self.put("echo before >> log; exit ${VERDICT:-0}", at: Self.hook, in: shop)
      let before = try shop.text(of: Self.hook)
      let refused = try shop.buyerlint("hook", "install")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("`buyerlint check --staged || exit`"))
      #expect(try shop.text(of: Self.hook) == before)
      #expect(try shop.buyerlint("hook", "uninstall").status == 2)

      #expect(try shop.buyerlint("hook", "install", "--chain").status == 0)
      #expect(try shop.buyerlint("hook", "install").status == 0)
      #expect(try shop.buyerlint("hook", "status").output.contains("after \(Self.kept)"))
      try shop.stage(Repository.violation, as: "a.md")
      #expect(try shop.commit().status == 1)
      #expect(try shop.text(of: "log") == "before\n")
      try shop.stage(Repository.innocent, as: "a.md")
      var strict = shop
      strict.environment["VERDICT"] = "7"
      #expect(try strict.commit().status != 0)
      #expect(try shop.commit().status == 0)

      #expect(try shop.buyerlint("hook", "uninstall").status == 0)
      #expect(try shop.text(of: Self.hook) == before)
      #expect(try Self.mode(Self.hook, in: shop) == 0o750)
      #expect(!shop.exists(Self.kept))
    }
  }

  @Test func `a hook that is a link comes back as one`() throws {
    try Repository.with { shop in
      try Self.put("exit 0", at: "tools/hook", in: shop)
      let path = shop.folder.appendingPathComponent(Self.hook).path
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "../../tools/hook")
      #expect(try shop.buyerlint("hook", "install").status == 2)
      #expect(try shop.buyerlint("hook", "install", "--chain").status == 0)
      try shop.stage(Repository.violation, as: "a.md")
      #expect(try shop.commit().status == 1)
      #expect(try shop.buyerlint("hook", "uninstall").status == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "../../tools/hook")
      #expect(try shop.text(of: "tools/hook") == "#!/bin/sh\nexit 0\n")
    }
  }

  @Test func `a changed hook is neither overwritten nor taken away without force`() throws {
    try Repository.with { shop in
      _ = try shop.buyerlint("hook", "install")
      let changed = try shop.text(of: Self.hook).replacing("--staged", with: "--staged --channel public_response")
      try shop.write(changed, to: Self.hook)
      for action in ["install", "uninstall"] {
        let outcome = try shop.buyerlint("hook", action)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("was changed since"))
        #expect(try shop.text(of: Self.hook) == changed)
      }
      #expect(try shop.buyerlint("hook", "status").status == 1)
      #expect(try shop.buyerlint("hook", "install", "--force").status == 0)
      #expect(try shop.buyerlint("hook", "status").status == 0)
    }
  }

  @Test func `what an earlier hook has left is not overwritten`() throws {
    try Repository.with { shop in
      try Self.put("exit 0", at: Self.kept, in: shop)
      #expect(try shop.buyerlint("hook", "install").status == 2)
      try Self.put("exit 1", at: Self.hook, in: shop)
      #expect(try shop.buyerlint("hook", "install", "--chain").status == 2)
      #expect(try shop.text(of: Self.hook) == "#!/bin/sh\nexit 1\n")
      #expect(try shop.text(of: Self.kept) == "#!/bin/sh\nexit 0\n")
    }
  }

  @Test func `a folder of hooks inside the repository is used, from wherever it is installed`() throws {
    try Repository.with { shop in
      try shop.git("config", "core.hooksPath", ".hooks/git")
      try shop.write("", to: "in/.keep")
      try shop.write("", to: ".hooks/.keep")
      #expect(try shop.at("in").buyerlint("hook", "install").status == 0)
      #expect(shop.exists(".hooks/git/pre-commit"))
      try shop.stage(Repository.violation, as: "a.md")
      #expect(try shop.commit().status == 1)
      #expect(try shop.at("in").buyerlint("hook", "uninstall").status == 0)
      #expect(!shop.exists(".hooks/git/pre-commit"))
    }
  }

  @Test(arguments: ["absolute", "~/hooks", "../hooks"])
  func `a folder of hooks that others may share is used only by force`(place: String) throws {
    try Repository.with { shop in
      let outside = shop.folder.appendingPathComponent("../hooks").standardizedFileURL
      try shop.git("config", "core.hooksPath", place == "absolute" ? outside.path : place)
      let refused = try shop.buyerlint("hook", "install")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("which other repositories may share"))
      #expect(!shop.exists("../hooks/pre-commit"))
      #expect(try shop.buyerlint("hook", "install", "--force").status == 0)
      try shop.stage(Repository.violation, as: "a.md")
      #expect(try shop.commit().status == 1)
      #expect(try shop.buyerlint("hook", "uninstall").status == 2)
      #expect(try shop.buyerlint("hook", "uninstall", "--force").status == 0)
      #expect(!shop.exists("../hooks/pre-commit"))
    }
  }

  @Test func `linked work trees share the hook, and submodules have their own`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.innocent, as: "a.md")
      _ = try shop.commit()
      try shop.git("worktree", "add", "--quiet", "../linked")
      let linked = shop.at("../linked")
      #expect(try linked.buyerlint("hook", "install").status == 0)
      #expect(shop.exists(Self.hook))
      for place in [shop, linked] {
        try place.stage(Repository.violation, as: "b.md")
        #expect(try place.commit().status == 1)
      }
      try shop.git("reset", "--quiet", "--hard")

      try Repository.with { part in
        try part.stage(Repository.innocent, as: "c.md")
        _ = try part.commit()
        try shop.git("submodule", "--quiet", "add", part.folder.path, "part")
      }
      let part = shop.at("part")
      try part.stage(Repository.violation, as: "d.md")
      #expect(try part.buyerlint("hook", "install").status == 0)
      #expect(shop.exists(".git/modules/part/hooks/pre-commit"))
      #expect(try part.commit().status == 1)
    }
  }

  @Test(arguments: [
    (["hook"], "install, uninstall or status"), (["hook", "instal"], "did you mean `install`?"),
    (["hook", "install", "status"], "one thing at a time"), (["hook", "--chian"], "did you mean `--chain`?"),
  ])
  func `wrong usage is told`(arguments: [String], message: String) throws {
    try Repository.with { shop in
      let outcome = try BuiltProgram.run(arguments, folder: shop.folder, environment: shop.environment)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(message))
    }
  }
}
