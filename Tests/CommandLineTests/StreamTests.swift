import Foundation
import Testing

@Suite struct `streaming` {
  private static let arguments = ["check", "--input-format", "ndjson", "--format", "ndjson", "--exit-zero", "-"]

  @Test(.timeLimit(.minutes(5)))
  func `each line is answered while standard input stays open`() throws {
    let process = Process()
    process.executableURL = BuiltProgram.url
    process.arguments = Self.arguments
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    for index in 0..<50 {
      // A line comes in two halves, then two lines at once.
      try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\(index),".utf8))
      try input.fileHandleForWriting.write(contentsOf: Data("\"text\":\"a\"}\n{\"id\":-1,\"text\":\"b\"}\n".utf8))
      var answer = Data()
      while answer.count(where: { $0 == 0x0A }) < 2 { answer += output.fileHandleForReading.availableData }
      #expect(String(decoding: answer, as: UTF8.self).hasPrefix("{\"id\":\(index),"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(.timeLimit(.minutes(5)))
  func `a reader that goes away ends the run quietly`() throws {
    let line = "{\"text\":\"\(String(repeating: "hello ", count: 100))\"}\n"
    try BuiltProgram.withFolder(["a.ndjson": Array(String(repeating: line, count: 20_000).utf8)]) { folder in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "\"$0\" check a.ndjson --format ndjson | head -n 1", BuiltProgram.url.path]
      process.currentDirectoryURL = folder
      let (output, errors) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      let first = output.fileHandleForReading.readDataToEndOfFile()
      let said = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(first.count(where: { $0 == 0x0A }) == 1)
      #expect(said.isEmpty)
    }
  }

  @Test(.timeLimit(.minutes(5)))
  func `output that cannot be written is status 2`() throws {
    let outcome = try BuiltProgram.run(["check", "--format", "json=/dev/full", "-"], input: "hello")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("the output cannot be written: no space left on device"))
  }

  @Test(.timeLimit(.minutes(5)))
  func `memory does not grow with the number of lines`() throws {
    let process = Process()
    process.executableURL = BuiltProgram.url
    process.arguments = Self.arguments
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // A buyer's text is read and answered, but not checked: that would take minutes in a debug build.
    let batch = 50
    let line = "{\"author\":\"buyer\",\"text\":\"\(String(repeating: "hello ", count: 100))\"}\n"
    let lines = Data(String(repeating: line, count: batch).utf8)
    func send(batches: Int) throws {
      for _ in 0..<batches {
        try input.fileHandleForWriting.write(contentsOf: lines)
        var answered = 0
        while answered < batch { answered += output.fileHandleForReading.availableData.count { $0 == 0x0A } }
      }
    }
    /// The most memory that the process has held so far, in KB.
    func peak() throws -> Int {
      let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
      return try #require(Int(line.filter(\.isNumber)))
    }
    try send(batches: 40)
    let small = try peak()
    try send(batches: 800)
    let large = try peak()
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(large < small + 4_000)
  }
}
