internal import Lexicon
internal import SourceText
internal import UnicodeText

/// Finds links and host names.
struct LinkDetector {
  let view: SentenceView
  let shared: SharedDetectorData
  let hosts: AllowedHosts

  func detect(into found: inout DetectionList) {
    var from = 0
    for index in view.sentence {
      let token = view.tokens[index]
      guard token.start >= from, token.isWord || token.isNumber || token.isIdeograph else {
        continue
      }
      if let end = scheme(token) {
        from = add(host: end, from: token.start, into: &found) ?? from
      } else if view.byte(token.end) == UInt8(ascii: "."), isStart(token) {
        from = addBare(index, into: &found) ?? from
      } else if token.isWord {
        from = addSpoken(index, into: &found) ?? from
      }
    }
  }

  /// Where the host begins behind `https://` and its disguises.
  private func scheme(_ token: Token) -> Int? {
    guard token.end - token.start <= 5, view.byte(token.start) == UInt8(ascii: "h"),
      view.byte(token.end) == UInt8(ascii: ":")
    else {
      return nil
    }
    let slashes = view.afterBlanks(token.end + 1)
    guard view.byte(slashes) == UInt8(ascii: "/"), view.byte(slashes + 1) == UInt8(ascii: "/") else { return nil }
    return view.afterBlanks(slashes + 2)
  }

  /// Whether a host name can begin with a token: not in the middle of an address, a path or a longer name.
  private func isStart(_ token: Token) -> Bool {
    guard token.start > 0 else { return true }
    switch view.bytes[token.start - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "_"): return false
    case UInt8(ascii: "/"), UInt8(ascii: "\\"): return token.start < 2 || !view.isAlphanumeric(token.start - 2)
    default: return true
    }
  }

  private func add(host start: Int, from: Int, into found: inout DetectionList) -> Int? {
    guard let host = view.hostName(at: start, shared, ideographs: true), host.labels.count > 1 else { return nil }
    let end = pathEnd(host.range.upperBound)
    found.add(kind(of: host, else: .url), from..<end, in: view)
    return end
  }

  private func addBare(_ index: Int, into found: inout DetectionList) -> Int? {
    // A label may begin with tokens joined by hyphens.
    var first = index
    while first > view.sentence.lowerBound, view.tokens[first - 1].end + 1 == view.tokens[first].start,
      view.byte(view.tokens[first - 1].end) == UInt8(ascii: "-"), !view.tokens[first - 1].isSymbol
    {
      first -= 1
    }
    let start = view.tokens[first].start
    guard isStart(view.tokens[first]), let host = view.hostName(at: start, shared), host.labels.count > 1 else {
      return nil
    }
    let next = view.byte(host.range.upperBound)
    guard next != UInt8(ascii: "@"), next != UInt8(ascii: "_"), isBelievable(host) else { return nil }
    let end = pathEnd(host.range.upperBound)
    let isURL = end > host.range.upperBound || view.bytes[host.labels[0]].elementsEqual("www".utf8)
    found.add(kind(of: host, else: isURL ? .url : .domain), start..<end, in: view)
    return end
  }

  private func kind(of host: HostName, else kind: Detection.Kind) -> Detection.Kind {
    hosts.allowsLink(to: ByteRangeOfHost(bytes: view.bytes, range: host.range), carriers: shared.data.carrierHosts)
      ? .allowedLink : kind
  }

  private func isBelievable(_ host: HostName) -> Bool {
    let isWWW = view.bytes[host.labels[0]].elementsEqual("www".utf8)
    switch host.ending {
    case .none: return isWWW && host.labels.count > 2
    case .certain: return true
    case .likely: return isWWW || !beginsSentence(host)
    case .word:
      if isWWW { return true }
      guard !beginsSentence(host) else { return false }
      if view.byte(host.range.upperBound) == UInt8(ascii: "/"), host.labels.count > 1 {
        return view.isAlphanumeric(host.range.upperBound + 1)
      }
      // "shop.negozio.it" and "negozio.it." are names; "send it back.it will" lacks a blank.
      let isLast = endsClause(host.range.upperBound)
      let label = host.labels[host.labels.count - 2]
      return isLast && label.count > 3 && (host.labels.count > 2 || isAfterPreposition(host))
    }
  }

  /// Whether only a blank is missing before a sentence ("refund.In"): a capital follows a small letter.
  private func beginsSentence(_ host: HostName) -> Bool {
    let start = host.topLevel.lowerBound
    return view.isCapital(start) && !view.isCapital(host.labels[host.labels.count - 2].lowerBound)
      || view.isCapital(start) && !view.isCapital(host.labels[host.labels.count - 2].upperBound - 1)
  }

  private func endsClause(_ offset: Int) -> Bool {
    let at = view.afterBlanks(offset)
    guard at < view.end else { return true }
    return view.byte(at) < 0x80 && !view.isAlphanumeric(at)
  }

  private func isAfterPreposition(_ host: HostName) -> Bool {
    let index = view.token(at: host.range.lowerBound)
    return view.cues.contains { ($0.cue == .at || $0.cue == .handle) && $0.tokens.upperBound == index }
  }

  /// Where the port, path and query of a link end; closing punctuation is none of it.
  private func pathEnd(_ start: Int) -> Int {
    var at = start
    if view.byte(at) == UInt8(ascii: ":"), view.isDigit(at + 1) {
      at += 1
      while view.isDigit(at) { at += 1 }
    }
    guard [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(view.byte(at)) else { return at }
    while at < view.bytes.count, view.bytes[at] > 0x20, view.bytes[at] < 0x7F {
      if [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`")].contains(view.bytes[at]) {
        break
      }
      at += 1
    }
    while at > start + 1, ".,;:!?)]}'*".utf8.contains(view.bytes[at - 1]) { at -= 1 }
    return at
  }
}

// MARK: Spoken names

extension LinkDetector {
  /// "example dot com": a label, a word for the full stop, and an ending that nothing else could be.
  private func addSpoken(_ index: Int, into found: inout DetectionList) -> Int? {
    let view = view
    guard index + 2 < view.sentence.upperBound, let next = view.cue(.dot, at: index + 1),
      next < view.sentence.upperBound,
      view.tokens[next].isWord, view.tokens[index].end - view.tokens[index].start > 2
    else { return nil }
    var last = next
    while let further = view.cue(.dot, at: last + 1), further < view.sentence.upperBound { last = further }
    guard shared.data.certainTLDs.contains(view.tokens[last].hash) else { return nil }
    let range = view.tokens[index].start..<view.tokens[last].end
    found.add(.domain, range, in: view, isDisguised: true)
    return range.upperBound
  }
}
