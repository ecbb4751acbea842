import Foundation
import Testing

/// The configurations of `Tests/Configurations`, held against the program and against the schema.
@Suite struct `configurations and their schema` {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL
  private static let samples = root.appendingPathComponent("Tests/Configurations")
  private static let schema = root.appendingPathComponent("schemas/buyerlint.schema.json")

  private static func names(_ folder: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: samples.appendingPathComponent(folder).path)
    return names.filter { $0.hasSuffix(".yml") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func `what is right is taken`() throws {
    let names = try Self.names("good")
    #expect(names.count >= 5)
    for name in names {
      let outcome = try BuiltProgram.run(["check", "--config", name, "--show-config", "-"], folder: Self.samples)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(name): \(outcome.errors)")
      #expect(outcome.output.contains("  configuration    \(name)\n"), "\(name)")
    }
  }

  /// `BUYERLINT_UPDATE_GOLDEN=1 swift test --filter ConfigurationSchema` writes what is expected anew.
  @Test(arguments: ["bad", "unsaid"])
  func `what is wrong is told, all of it, with its place`(folder: String) throws {
    let names = try Self.names(folder)
    #expect(names.count >= 7)
    for name in names {
      let outcome = try BuiltProgram.run(
        ["check", "--config", name, "-"], input: Array("Hello.".utf8), folder: Self.samples)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(name)")
      let file = Self.samples.appendingPathComponent(name.dropLast(4) + ".expected")
      if ProcessInfo.processInfo.environment["BUYERLINT_UPDATE_GOLDEN"] != nil {
        try outcome.errors.write(to: file, atomically: true, encoding: .utf8)
      }
      #expect(outcome.errors == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
    }
  }

  @Test func `the schema is one, and accepts and refuses the same`() throws {
    let good = try Self.names("good")
    let bad = try Self.names("bad")
    let outcome = try Self.validate(good + bad)
    #expect(outcome == good.map { "accepted \($0)" } + bad.map { "refused \($0)" })
  }

  @Test func `the schema knows all rules, families and marketplaces`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema))
    let definitions = try #require((object as? [String: Any])?["definitions"] as? [String: [String: Any]])
    let known = try #require(definitions["builtInRule"]?["enum"] as? [String])
    let rules = try JSONSerialization.jsonObject(
      with: Data(BuiltProgram.run(["rules", "--format", "json"]).output.utf8))
    let ids = try #require(rules as? [[String: Any]]).compactMap { $0["id"] as? String }
    let families = Set(ids.compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(known == (ids + families).sorted(), "list them anew under builtInRule in \(Self.schema.path)")
    let otherwise = try #require((object as? [String: Any])?["else"] as? [String: [String: [String: Any]]])
    let marketplaces = try #require(otherwise["properties"]?["marketplace"]?["enum"] as? [String])
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appendingPathComponent("lexicons/marketplaces").path)
    #expect(marketplaces == files.map { String($0.dropLast(4)) }.sorted())
  }

  private static func validate(_ names: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", samples.appendingPathComponent("validate.py").path, schema.path] + names
    process.currentDirectoryURL = samples
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
