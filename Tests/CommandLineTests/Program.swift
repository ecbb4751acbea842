import Foundation
import Testing

/// Runs the program that was built beside the tests.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String

  /// The lines of the output, without their ends.
  var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }
}

enum BuiltProgram {
  static let url = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("buyerlint")

  /// Runs the program, or another one, to its end, with `input` on standard input.
  static func run(
    _ arguments: [String], input: [UInt8] = [], folder: URL? = nil, environment: [String: String]? = nil,
    program: URL = url
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    if let environment { process.environment = environment }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("buyerlint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files, not pipes: nothing has to be drained while the process runs.
    func file(_ name: String, _ bytes: [UInt8] = []) throws -> URL {
      let file = scratch.appendingPathComponent(name)
      try Data(bytes).write(to: file)
      return file
    }
    let (output, errors) = (try file("output"), try file("errors"))
    process.standardInput = try FileHandle(forReadingFrom: file("input", input))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "the program was ended by signal \(process.terminationStatus)")
    return Outcome(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  static func run(_ arguments: [String], input: String) throws -> Outcome {
    try run(arguments, input: Array(input.utf8))
  }

  /// Makes a folder of files and hands it over.
  static func withFolder(_ files: [String: [UInt8]], _ body: (URL) throws -> Void) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("buyerlint-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: folder) }
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in files {
      let file = folder.appendingPathComponent(name)
      try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    try body(folder)
  }
}
