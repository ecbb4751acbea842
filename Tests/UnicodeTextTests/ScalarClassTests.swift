import Testing

@testable import UnicodeText

@Suite struct ScalarClassTests {
  @Test func `says of every scalar beyond ASCII what ICU says`() {
    for value in UInt32(0x80)..<0x11_0000 where Unicode.Scalar(value) != nil {
      // Latin-1 signs and superscript digits before U+00E0 are asked of ICU anyway.
      #expect(ScalarClass(value) == ScalarClass(byICU: value), "U+\(String(value, radix: 16))")
    }
  }

  @Test func `reads back every scalar`() {
    for value in UInt32(0)..<0x11_0000 where Unicode.Scalar(value) != nil {
      var utf8: [UInt8] = []
      utf8.append(scalar: value)
      let (read, length) = utf8.span.scalar(at: 0)
      #expect(read == value && length == utf8.count && utf8.span.scalar(before: utf8.count) == value)
    }
  }

  @Test func `finds the first byte that is not ASCII, wherever it is`() {
    for count in 0..<80 {
      var bytes = [UInt8](repeating: 0x61, count: count)
      #expect(bytes.span.firstNonASCII(from: 0) == nil)
      for index in 0..<count {
        bytes[index] = 0x80
        #expect((0...index).allSatisfy { bytes.span.firstNonASCII(from: $0) == index })
        #expect(bytes.span.firstNonASCII(from: index + 1) == nil)
        bytes[index] = 0x7F
      }
    }
  }
}
