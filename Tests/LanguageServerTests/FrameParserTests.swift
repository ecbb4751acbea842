import LanguageServer
import TestSupport
import Testing

@Suite struct `messages in a stream` {
  private static func frames(_ stream: String) -> [FrameParser.Frame] {
    var parser = FrameParser()
    parser.append(Array(stream.utf8))
    var frames: [FrameParser.Frame] = []
    while let frame = parser.next() { frames.append(frame) }
    return frames
  }

  private static func message(_ text: String) -> FrameParser.Frame { .message(Array(text.utf8)) }

  @Test(arguments: [
    "Content-Length: 2\r\n\r\n{}", "content-length:2\n\n{}", "CONTENT-LENGTH: \t2 \r\n\r\n{}",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
    "\r\nContent-Length: 2\r\n\r\n{}", "Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}",
  ])
  func `are found behind their headers`(_ stream: String) {
    #expect(Self.frames(stream) == [Self.message("{}")])
  }

  @Test(arguments: [
    "Content-Type: x\r\n\r\n", "no header\r\n", "Content-Length: -2\r\n\r\n{}\r\n", "Content-Length: two\r\n\r\n",
    "Content-Length:\r\n\r\n", "Content-Length: 0x2\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n",
    "Content-Length: 268435457\r\n\r\n", "Content-Length: 1 2x\r\n\r\n", "\u{00}\u{01}\r\n",
    String(repeating: "x", count: 5_000),
  ])
  func `are found again behind what is none`(_ bad: String) {
    let frames = Self.frames(bad + "Content-Length: 2\r\n\r\n{}Content-Length: 1\r\n\r\n7")
    guard frames.count >= 2, case .malformed = frames[0] else {
      Issue.record("\(frames)")
      return
    }
    #expect(frames.suffix(2) == [Self.message("{}"), Self.message("7")])
  }

  @Test func `of which the length was told too short cost no other`() {
    let frames = Self.frames("Content-Length: 3\r\n\r\n{\"a\": 1}Content-Length: 2\r\n\r\n{}")
    #expect(frames == [Self.message("{\"a"), .malformed("a line that is no header"), Self.message("{}")])
  }

  @Test func `are waited for`() {
    #expect(Self.frames("Content-Length: 3\r\n\r\n{}").isEmpty)
    #expect(Self.frames("Content-Length: 0\r\n\r\n") == [Self.message("")])
  }

  @Test func `are the same however the stream is cut`() throws {
    try forRandomCases(400) { random in
      let pieces = [
        "Content-Length: 2\r\n\r\n{}", "Content-Length: 5\r\n\r\n{\"a\"}", "rubbish\r\n", "Content-Length: x\r\n\r\n",
        "\r\n", "Content-Length: 1\r\n\r\n", "\u{e9}", ":\n",
      ]
      let stream = (0..<12).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      var parser = FrameParser()
      var frames: [FrameParser.Frame] = []
      var rest = Array(stream.utf8)[...]
      while !rest.isEmpty {
        let count = Int(random.next() % 9) + 1
        parser.append(rest.prefix(count))
        rest = rest.dropFirst(count)
        while let frame = parser.next() { frames.append(frame) }
      }
      return frames == Self.frames(stream) ? nil : "\(stream.debugDescription): \(frames)"
    }
  }
}
