import Foundation
import TestSupport
import Testing

@Suite struct `the language server` {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    .standardizedFileURL
  private static let python = root.appendingPathComponent(".build/tools/lsp/bin/python3")

  /// Whether the client is there; on CI also where it is missing, so that the test fails there.
  private static var hasClient: Bool {
    FileManager.default.isExecutableFile(atPath: python.path) || ProcessInfo.processInfo.environment["CI"] != nil
  }

  @Test(.enabled(if: hasClient, "pytest-lsp is not installed; .ci/test-tools installs it from PyPI"))
  func `serves a client of other hands`() throws {
    let outcome = try BuiltProgram.run(
      ["-m", "pytest", "--no-header", "--tb=short"], folder: Self.root.appendingPathComponent("Tests/LanguageServer"),
      environment: [
        "BUYERLINT": BuiltProgram.url.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
        "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8",
      ], program: Self.python)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  // MARK: Streams

  private static func framed(_ content: String) -> [UInt8] {
    Array("Content-Length: \(content.utf8.count)\r\n\r\n\(content)".utf8)
  }

  /// Serves a stream, and answers the status and what was sent, each message as an object.
  private static func serve(_ stream: [UInt8]) throws -> (status: Int32, sent: [[String: Any]]) {
    let outcome = try BuiltProgram.run(["lsp"], input: stream)
    #expect(outcome.errors.isEmpty)
    var rest = Array(outcome.output.utf8)[...]
    var sent: [[String: Any]] = []
    while !rest.isEmpty {
      let head = rest.prefix { $0 != 0x0D }
      let length = try #require(Int(String(decoding: head, as: UTF8.self).dropFirst("Content-Length: ".count)))
      rest = rest.dropFirst(head.count + 4)
      let object = try JSONSerialization.jsonObject(with: Data(rest.prefix(length)))
      sent.append(try #require(object as? [String: Any]))
      rest = rest.dropFirst(length)
    }
    return (outcome.status, sent)
  }

  private static let initialize =
    #"{"jsonrpc":"2.0","id":"begin","method":"initialize","params":{"capabilities":{}}}"#
  private static let shutdown = #"{"jsonrpc":"2.0","id":"end","method":"shutdown"}"#
  private static let exit = #"{"jsonrpc":"2.0","method":"exit"}"#

  /// What has to hold of each message: the codes of the errors, and `result` where there is one.
  @Test(
    arguments: [
      (["{}"], [-32600]), (["{"], [-32700]), (["[]"], [-32600]), (["\"text\""], [-32600]),
      ([#"{"jsonrpc":"1.0","id":1,"method":"shutdown"}"#], [-32600]),
      ([#"{"jsonrpc":"2.0","id":1,"method":7}"#], [-32600]),
      ([#"{"jsonrpc":"2.0","id":true,"method":"shutdown"}"#], [-32600]),
      ([#"{"jsonrpc":"2.0","id":1,"method":"shutdown","params":3}"#], [-32600]),
      ([#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}"#], [-32002]),
      ([#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}"#], []),
      ([initialize, initialize], [nil, -32600]),
      ([initialize, #"{"jsonrpc":"2.0","id":1,"method":"no/such"}"#], [nil, -32601]),
      ([initialize, #"{"jsonrpc":"2.0","method":"no/such"}"#, #"{"jsonrpc":"2.0","method":"$/no"}"#], [nil]),
      ([initialize, #"{"jsonrpc":"2.0","id":9,"method":"textDocument/hover","params":{}}"#], [nil, -32602]),
      (
        [
          initialize,
          #"{"jsonrpc":"2.0","id":9,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"file:///x"}}}"#,
        ], [nil, -32602]
      ), ([initialize, shutdown, shutdown], [nil, nil, -32600]),
      ([initialize, #"{"jsonrpc":"2.0","id":77,"result":null}"#], [nil]),
    ] as [([String], [Int?])]
  )
  func `answers as the protocol says`(_ messages: [String], _ expected: [Int?]) throws {
    let (status, sent) = try Self.serve(messages.flatMap(Self.framed) + Self.framed(Self.exit))
    let codes = sent.filter { $0["method"] == nil }.map { ($0["error"] as? [String: Any])?["code"] as? Int }
    #expect(codes == expected)
    #expect(status == (messages.contains(Self.shutdown) ? 0 : 1))
  }

  @Test func `outlives any stream`() throws {
    let session = [
      Self.initialize, #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"markdown","version":1,"text":"Hello.\nPlease remove your review."}}}"#,
      #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":1},"end":{"line":1,"character":3}},"text":"x"}]}}"#,
      #"{"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},"position":{"line":1,"character":9}}}"#,
      #"{"jsonrpc":"2.0","id":6,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"untitled:a"},"range":{"start":{"line":0,"character":0},"end":{"line":9,"character":9}},"context":{"diagnostics":[]}}}"#,
      #"{"jsonrpc":"2.0","id":7,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"untitled:a"}}}"#,
      #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}"#,
      #"{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":{"settings":{"ignore":["format"]}}}"#,
    ]
    let others = ["null", "-1", "1e99", "[]", "{}", "\"\\ud83d\\ude00\"", "99999999999999999999", "true", "\"\""]
    try forRandomCases(40) { random in
      var stream: [UInt8] = []
      for message in session {
        var content = Array(message.utf8)
        switch random.next() % 4 {
        case 0:
          // Another value in the place of some number or string.
          let marks = content.indices.filter { content[$0] == UInt8(ascii: ":") }
          let start = marks[Int(random.next() % UInt64(marks.count))] + 1
          let end = content[start...].firstIndex { [0x2C, 0x7D, 0x5D].contains($0) } ?? content.count
          content.replaceSubrange(start..<end, with: others[Int(random.next() % UInt64(others.count))].utf8)
        case 1:
          content[Int(random.next() % UInt64(content.count))] = UInt8(truncatingIfNeeded: random.next())
        default: break
        }
        let lengths = [content.count, content.count, content.count, Int(random.next() % 400), Int.max, -3]
        let length = lengths[Int(random.next() % 6)]
        stream += Array("Content-Length: \(length)\r\n\r\n".utf8) + content
        if random.next() % 5 == 0 { stream += (0..<(random.next() % 90)).map { _ in UInt8(random.next() % 256) } }
      }
      // A length that was told too long may have swallowed one of these.
      let fill = Array(String(repeating: "\n", count: 400).utf8)
      stream += fill + Self.framed(Self.initialize) + fill + Self.framed(Self.shutdown) + Self.framed(Self.exit)
      let (status, sent) = try Self.serve(stream)
      let isShutDown = sent.contains { $0["id"] as? String == "end" && $0.keys.contains("result") }
      return status == 0 && isShutDown ? nil : "status \(status) of \(String(decoding: stream, as: UTF8.self))"
    }
  }
}
