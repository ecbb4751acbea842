import TestSupport
import Testing
import YAMLReading

@testable import Project

@Suite struct SuppressionWriterTests {
  @Test func anyTextIsReadAsItWasWritten() throws {
    let texts = [
      "a/b.txt", "null", "on", "", " a", "a: b", "- x", "#x", "a\"b\\c", "line\nend\t", "ü/日本 .md", "12",
      "a\u{85}\u{2028}",
    ]
    for text in texts {
      let node = try YAMLNode.parse(Array("x: \(SuppressionWriter.scalar(text))\n".utf8))
      #expect(node?["x"]?.string == text)
    }
  }

  @Test func aBaselineIsReadAsItWasWritten() throws {
    var baseline = Baseline()
    for path in ["b.txt", "a: x.txt", "a.txt"] {
      for value in [3, 2, 3] as [UInt64] {
        baseline.add(Baseline.Key(path: path, rule: "conduct/insult", sentence: Fingerprint(value: value)))
      }
    }
    let read = try Baseline(path: "base.yml", bytes: Array(baseline.yaml.utf8))
    #expect(read.counts == baseline.counts)
    #expect(read.yaml == baseline.yaml)
    #expect(try Baseline(path: "base.yml", bytes: Array(Baseline().yaml.utf8)).counts.isEmpty)
  }
}
