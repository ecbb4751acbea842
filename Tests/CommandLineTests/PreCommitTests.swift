import Foundation
import Testing

/// The pre-commit framework, as `.ci/test-tools` installs it.
private enum PreCommit {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    .standardizedFileURL
  static let url = root.appendingPathComponent(".build/tools/pre-commit/bin/pre-commit")
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: url.path) }

  /// Whether its tests run: on CI also where it is missing, so that they fail there.
  static var isExpected: Bool { isInstalled || ProcessInfo.processInfo.environment["CI"] != nil }

  static func run(_ arguments: String..., in shop: Repository) throws -> Outcome {
    try BuiltProgram.run(arguments, folder: shop.folder, environment: shop.environment, program: url)
  }
}

@Suite(.enabled(if: PreCommit.isExpected, "pre-commit is not installed; .ci/test-tools installs it from PyPI"))
struct `hooks of the pre-commit framework` {
  /// The hook as this project declares it, read from a clone of the project.
  private static func configuration(_ shop: Repository, _ more: String = "") throws -> String {
    let project = shop.at("../project")
    try FileManager.default.createDirectory(at: project.folder, withIntermediateDirectories: true)
    // An archive of the sources has no history to clone.
    if FileManager.default.fileExists(atPath: PreCommit.root.appendingPathComponent(".git").path) {
      try shop.git("clone", "--quiet", "--depth=1", "file://" + PreCommit.root.path, project.folder.path)
    } else {
      try project.git("init", "--quiet")
    }
    let name = ".pre-commit-hooks.yaml"
    try project.stage(try String(contentsOf: PreCommit.root.appendingPathComponent(name), encoding: .utf8), as: name)
    _ = try project.attempt(["commit", "--quiet", "--allow-empty", "-m", "As it is now"])
    let revision = try project.git("rev-parse", "HEAD").dropLast()
    return "repos:\n- repo: ../project\n  rev: \(revision)\n  hooks:\n  - id: buyerlint\n\(more)"
  }

  private static let local = """
    repos:
    - repo: local
      hooks:
      - id: buyerlint
        name: buyerlint
        entry: buyerlint check --staged
        language: system
        pass_filenames: false

    """

  private static func with(
    _ configuration: (Repository) throws -> String, _ body: (Repository) throws -> Void
  ) throws {
    try Repository.with { shop in
      var shop = shop
      // It calls git by itself.
      for (name, value) in [
        ("GIT_AUTHOR_NAME", "Seller"), ("GIT_AUTHOR_EMAIL", "seller@example.com"), ("GIT_COMMITTER_NAME", "Seller"),
        ("GIT_COMMITTER_EMAIL", "seller@example.com"), ("GIT_CONFIG_COUNT", "1"),
        ("GIT_CONFIG_KEY_0", "protocol.file.allow"), ("GIT_CONFIG_VALUE_0", "always"),
      ] { shop.environment[name] = value }
      try shop.stage(try configuration(shop), as: ".pre-commit-config.yaml")
      let installed = try PreCommit.run("install", in: shop)
      try #require(installed.status == 0, "\(installed.output)\(installed.errors)")
      try body(shop)
    }
  }

  private static func checkCommits(_ shop: Repository) throws {
    try shop.stage(Repository.violation, as: "a b.md")
    let refused = try shop.commit()
    #expect(refused.status == 1)
    #expect((refused.output + refused.errors).contains("a b.md:1:"))
    // What is mended in the work tree alone is put aside while hooks run.
    try shop.write(Repository.innocent, to: "a b.md")
    #expect(try shop.commit().status == 1)
    try shop.git("add", ".")
    let passed = try shop.commit()
    #expect(passed.status == 0)
    #expect((passed.output + passed.errors).contains("Passed"))
    // Neither files without drafts nor hidden ones are a failure, and no drafts at all are none.
    try shop.stage("{\"version\": 1}\n", as: "package.json")
    #expect(try shop.commit().status == 0)
    try shop.stage("", as: "empty.md")
    try shop.stage(Repository.violation, as: ".github/a.md")
    #expect(try shop.commit().status == 0)
    try shop.stage("int main;\n", as: "a.c")
    let skipped = try shop.commit()
    #expect(skipped.status == 0)
    // What cannot be read is.
    try shop.stage("{\"text\": ", as: "broken.json")
    #expect(try shop.commit().status == 1)
  }

  @Test func `the hook of this project holds bad commits up and lets good ones pass`() throws {
    try Self.with({ try Self.configuration($0) }) { shop in try Self.checkCommits(shop) }
  }

  @Test func `a hook of one's own with --staged does the same`() throws {
    try Self.with({ _ in Self.local }) { shop in try Self.checkCommits(shop) }
  }

  @Test func `options are handed on, and all files are checked when asked for`() throws {
    try Self.with({ try Self.configuration($0, "    args: [--channel, public_response]\n") }) { shop in
      try shop.stage("Your order 111-5550100-5550199 was delivered.\n", as: "a.txt")
      #expect(try shop.commit().status == 1)
      let all = try PreCommit.run("run", "--all-files", in: shop)
      #expect(all.status == 1)
      #expect(all.output.contains("personal-data/order-id"))
    }
  }

  @Test func `the two ways into one folder of hooks go together`() throws {
    try Self.with({ _ in Self.local }) { shop in
      #expect(try shop.buyerlint("hook", "install").status == 2)
      #expect(try shop.buyerlint("hook", "install", "--chain").status == 0)
      try shop.stage(Repository.violation, as: "a.md")
      #expect(try shop.commit().status == 1)
      try shop.stage(Repository.innocent, as: "a.md")
      let passed = try shop.commit()
      #expect(passed.status == 0)
      #expect((passed.output + passed.errors).contains("Passed"))
      #expect(try shop.buyerlint("hook", "uninstall").status == 0)
      #expect(try shop.text(of: ".git/hooks/pre-commit").contains("pre-commit.com"))
    }
  }
}
