import Testing

@testable import Project

@Suite(.timeLimit(.minutes(1))) struct ChildProcessTests {
  private func run(_ script: String, environment: [String: String?] = [:], input: String = "") throws -> (
    output: [UInt8], complaint: [UInt8], status: Int32
  ) {
    var process = try ChildProcess(["sh", "-c", script], environment: environment)
    if !input.isEmpty { try process.write(Array(input.utf8)) }
    var output: [UInt8] = []
    while try process.read(upTo: 1 << 10, appendingTo: &output) > 0 {}
    let status = try process.finish()
    return (output, process.complaint, status)
  }

  @Test func `a program that writes much on both streams is read to its end`() throws {
    let outcome = try run(
      "i=0; while [ $i -lt 3000 ]; do i=$((i+1)); printf '%0100d' $i; printf '%0100d' $i >&2; done; exit 3")
    #expect(outcome.output.count == 300_000)
    // Of complaints only the beginning is kept.
    #expect(outcome.complaint.count == 4_096)
    #expect(outcome.status == 3)
  }

  @Test func `a program that reads no more is an error, not the end of this one`() throws {
    var process = try ChildProcess(["true"])
    var output: [UInt8] = []
    while try process.read(upTo: 1, appendingTo: &output) > 0 {}
    #expect(throws: (any Error).self) { try process.write(Array(repeating: 0, count: 1 << 20)) }
    #expect(try process.finish() == 0)
  }

  @Test func `variables are set, taken away and else handed on`() throws {
    let outcome = try run(
      "printf '%s' \"$ONE-${HOME+home}-${PATH:+path}\"", environment: ["ONE": "a=b c", "HOME": nil])
    #expect(String(decoding: outcome.output, as: UTF8.self) == "a=b c--path")
  }

  @Test func `a signal tells itself as shells do`() throws {
    #expect(try run("kill -9 $$").status == 137)
  }

  @Test func `a program that is not there is told`() {
    #expect(
      performing: {
        _ = try ChildProcess(["no-such-program-anywhere"])
      }, throws: { "\($0)" == "no such file or directory" })
  }
}
