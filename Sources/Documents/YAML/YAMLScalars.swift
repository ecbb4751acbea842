internal import SourceText
internal import YAMLReading

/// A scalar value in YAML.
struct YAMLScalar {
  /// What it says, with the map to the bytes that say it.
  let text: MappedText

  /// Its bytes, quotation marks among them.
  let range: ByteRange

  /// Whether it has neither quotation marks nor a sign for a block: it may be a number, a boolean or null.
  let isPlain: Bool
}

/// Finds the values of a stretch of YAML.
enum YAMLScalars {
  /// How deep collections may be nested.
  static let deepest = 128

  private enum Frame {
    case sequence(index: Int)
    /// Whether the key of the next value has been read.
    case mapping(hasKey: Bool)
  }

  /// Something that is met in a stretch of YAML.
  enum Event {
    case startMapping
    case startSequence
    case end
    case name(String)
    case scalar(YAMLScalar)
  }

  /// Hands over the values of a range, and answers what is wrong with it, if anything is.
  static func forEach(_ utf8: Span<UInt8>, in range: ByteRange, _ take: (Event) -> Void) -> DocumentProblem? {
    var frames: [Frame] = []
    var problem: DocumentProblem?
    // What has a name may be said again at another place, where it is a text.
    var named: [String: YAMLScalar?] = [:]
    var name: String?
    do throws(YAMLError) {
      try YAMLEvents.forEach(in: utf8, range) { event in
        switch event {
        case .startDocument: named = [:]
        case .startMapping(let offset), .startSequence(let offset):
          name = nil
          guard frames.count < deepest else {
            problem = DocumentProblem("values are nested deeper than \(deepest)", at: offset)
            return false
          }
          if case .startMapping = event {
            frames.append(.mapping(hasKey: false))
            take(.startMapping)
          } else {
            frames.append(.sequence(index: 0))
            take(.startSequence)
          }
        case .endMapping, .endSequence:
          frames.removeLast()
          take(.end)
          valueEnded(&frames)
        case .anchor(let anchor):
          named[anchor] = .some(nil)
          name = anchor
        case .alias(let name, let offset):
          if named[name] == nil {
            problem = problem ?? DocumentProblem("nothing before has the name of `*\(name)`", at: offset)
          }
          if case .mapping(hasKey: false)? = frames.last {
            frames[frames.count - 1] = .mapping(hasKey: true)
            take(.name(named[name]?.map { String(decoding: $0.text.utf8, as: UTF8.self) } ?? ""))
          } else {
            if let scalar = named[name] ?? nil { take(.scalar(scalar)) }
            valueEnded(&frames)
          }
        case .scalar(let value, let style, let range):
          if case .mapping(hasKey: false)? = frames.last {
            frames[frames.count - 1] = .mapping(hasKey: true)
            take(.name(String(decoding: value, as: UTF8.self)))
          } else {
            let text = YAMLScalarText.read(utf8, range, style, value)
            let scalar = YAMLScalar(text: text, range: range, isPlain: style == .plain)
            if let anchor = name { named[anchor] = scalar }
            take(.scalar(scalar))
            valueEnded(&frames)
          }
          name = nil
        }
        return true
      }
    } catch {
      problem = DocumentProblem(error.message, at: error.offset ?? range.lowerBound)
    }
    return problem
  }

  private static func valueEnded(_ frames: inout [Frame]) {
    switch frames.last {
    case .mapping(let hasKey): frames[frames.count - 1] = .mapping(hasKey: !hasKey)
    case .sequence(let index): frames[frames.count - 1] = .sequence(index: index + 1)
    case nil: break
    }
  }
}

/// Reads a YAML document: the strings in it are taken as those of JSON are.
enum YAMLDocumentReader {
  static func read(_ document: inout Document, _ options: ReadingOptions) {
    var collector = DraftCollector(fields: options.fields)
    let utf8 = document.utf8
    let problem = YAMLScalars.forEach(utf8.span, in: utf8.indices) { event in
      switch event {
      case .startMapping: collector.startObject()
      case .startSequence: collector.startArray()
      case .end: collector.end()
      case .name(let name): collector.name(name)
      case .scalar(let scalar):
        let value = String(decoding: scalar.text.utf8, as: UTF8.self)
        if scalar.isPlain, ["", "~", "null", "true", "false"].contains(value) {
          collector.other(value == "" || value == "~" ? "null" : value, scalar.range)
        } else {
          collector.string(value, scalar.range) { scalar.text }
        }
      }
    }
    if let problem { document.problems.append(problem) }
    collector.finish(&document)
  }
}
