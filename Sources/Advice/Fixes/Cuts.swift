internal import Linting
internal import SourceText

/// What has to go out of a draft: whole sentences, or whole clauses where what stays is a whole sentence.
struct Cuts {
  /// Whether a text alone has no finding.
  typealias IsClean = ([UInt8]) throws(LintingError) -> Bool

  private let view: TextView
  private let findings: [Finding]
  private let clauses: ClauseCut
  private var goes: [Bool]
  private var edits: [TextEdit] = []

  init(_ view: TextView, _ findings: [Finding], leadingConditions: Bool) {
    self.view = view
    self.findings = findings
    clauses = ClauseCut(view, leadingConditions: leadingConditions)
    goes = Array(repeating: false, count: view.sentences.count)
  }

  /// What only the author can mend: what a placeholder stands for, which tags are meant, what is too much.
  private static let authors: Set<String> = ["format/placeholder", "format/html", "format/too-long"]

  /// The edits; empty where nothing can be mended.
  mutating func edits(_ isClean: IsClean) throws(LintingError) -> [TextEdit] {
    var kept: [Int: [TextEdit]] = [:]
    for finding in findings where !Self.authors.contains(finding.rule) {
      if let edit = mendsForm(finding) {
        edits.append(edit)
      } else {
        for number in sentences(of: finding) { goes[number] = true }
      }
    }
    try spareStatements(isClean)
    for number in goes.indices where goes[number] {
      let sentence = view.sentences[number].range
      let inside = findings.filter { $0.range.overlaps(sentence) && !Self.authors.contains($0.rule) }
      if let cut = try clauses.edits(sentence, inside, isClean) { kept[number] = cut }
    }
    follow()
    for (number, cut) in kept {
      goes[number] = false
      edits += cut
    }
    return edits + LineCut(view.utf8, goes.indices.filter { goes[$0] }.map { removal(number: $0) }).edits
  }

  /// A sentence with the spaces behind it that stand on its line.
  private func removal(number: Int) -> ByteRange {
    let sentence = view.sentences[number]
    var end = sentence.range.upperBound
    while end < view.utf8.count, view.utf8[end] != 0x0A, view.utf8[end] != 0x0D, view.utf8.spaceLength(at: end) > 0 {
      end += view.utf8.spaceLength(at: end)
    }
    return sentence.range.lowerBound..<end
  }

  private func sentences(of finding: Finding) -> [Int] {
    view.sentences.indices.filter { view.sentences[$0].range.overlaps(finding.range) }
  }

  /// Spares statements that are only wrong beside others: without those they are clean; unless there is nothing else.
  private mutating func spareStatements(_ isClean: IsClean) throws(LintingError) {
    var spared = goes
    for number in goes.indices where goes[number] {
      let sentence = view.sentences[number].range
      let mayStay =
        view.isStatement(sentence) && !view.holds(.condition, in: sentence) && !view.holds(.voluntary, in: sentence)
      if mayStay, try isClean(Array(view.utf8[sentence])) { spared[number] = false }
    }
    if spared.contains(true) { goes = spared }
  }

  /// The edit for what has no words: line ends too many become two, signs go.
  private func mendsForm(_ finding: Finding) -> TextEdit? {
    let bytes = view.utf8[finding.range]
    if bytes.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }) {
      let end = bytes.contains(0x0D) ? "\r\n" : "\n"
      return bytes.count { $0 == 0x0A } > 2 ? TextEdit(finding.range, end + end) : nil
    }
    guard finding.family == "format", view.utf8.weight(of: finding.range) <= 1,
      String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy({ !$0.properties.isAlphabetic })
    else { return nil }
    let hasSpace = finding.range.lowerBound > 0 && view.utf8[finding.range.lowerBound - 1] == 0x20
    return TextEdit((finding.range.lowerBound - (hasSpace ? 1 : 0))..<finding.range.upperBound, "")
  }

  // MARK: What goes with it

  private static let givesForOpinions: Set<Substring> = [
    "incentive", "revision-request", "biased-solicitation", "pressure",
  ]
  private static let tellsContacts: Set<Substring> = ["personal-data", "off-platform", "channel"]

  /// Lets go what makes no sense without a sentence that goes.
  private mutating func follow() {
    let hasContact = findings.contains { Self.tellsContacts.contains($0.family) }
    let hasTone = findings.contains { $0.family == "conduct" }
    let hasDeal = findings.contains { Self.givesForOpinions.contains($0.family) }
    for number in goes.indices where !goes[number] && hasContact && goes.contains(true) {
      if view.holds(.contact, in: view.sentences[number].range) { goes[number] = true }
    }
    if hasDeal { dropGifts() }
    dropBetween()
    if hasDeal { dropRests() }
    for number in goes.indices.dropFirst() where !goes[number] && goes[number - 1] && continues(number) {
      goes[number] = true
    }
    for number in goes.indices.dropLast().reversed() where !goes[number] && goes[number + 1] {
      goes[number] = announces(number) || ((hasDeal || hasTone) && leadsOn(number))
    }
  }

  /// Whether a sentence makes sense only behind the one before.
  private func continues(_ number: Int) -> Bool {
    let sentence = view.sentences[number].range
    if view.places(of: .sequel, in: sentence).contains(where: { $0.lowerBound <= sentence.lowerBound + 4 }) {
      return true
    }
    if !view.isKnown { return false }
    if view.beginsParagraph(number) || view.beginsItem(number) || view.isStatement(sentence) || view.isLine(sentence) {
      return false
    }
    return view.utf8.weight(of: sentence) <= Self.briefWeight && !view.holds(.subject, in: sentence)
      && !view.holds(.courtesy, in: sentence)
  }

  /// Up to so many words a sentence that names nothing of the order leans on the one before.
  private static let briefWeight = 9

  /// Whether a sentence leads on to a wish for an opinion: it speaks of one, or asks without stating anything.
  private func leadsOn(_ number: Int) -> Bool {
    let sentence = view.sentences[number].range
    if view.holds(.owed, in: sentence) { return false }
    if view.holds(.feedback, in: sentence) { return true }
    let asks = view.utf8.length(ofAny: ["?", "？"], endingAt: sentence.upperBound) > 0
    return asks && !view.isStatement(sentence) && !view.holds(.courtesy, in: sentence)
  }

  /// Whether a sentence says nothing but that the next one comes.
  private func announces(_ number: Int) -> Bool {
    let sentence = view.sentences[number].range
    if [UInt8(ascii: ":")].contains(view.utf8[sentence.upperBound - 1])
      || view.utf8.length(ofAny: ["："], endingAt: sentence.upperBound) > 0
    {
      return !introducesItem(number) && !view.holds(.fact, in: sentence) && !view.holds(.owed, in: sentence)
    }
    return view.holds(.announcement, in: sentence) && !view.holds(.owed, in: sentence)
  }

  /// Whether some item stays of the list behind a sentence.
  private func introducesItem(_ number: Int) -> Bool {
    var next = number + 1
    while next < goes.count, view.beginsItem(next) || !view.beginsParagraph(next) {
      if !goes[next], view.beginsItem(next) { return true }
      next += 1
    }
    return false
  }

  /// Lets a voluntary gift go beside what it was given for.
  private mutating func dropGifts() {
    let gone = goes
    for number in goes.indices where !gone[number] {
      let isBeside = (number > 0 && gone[number - 1]) || (number + 1 < gone.count && gone[number + 1])
      let sentence = view.sentences[number].range
      if isBeside, view.holds(.voluntary, in: sentence), !view.holds(.owed, in: sentence) { goes[number] = true }
    }
  }

  /// Lets the end of a paragraph go that begins with what goes, and speaks of nothing of the order; not of the first.
  private mutating func dropRests() {
    var isGoing = false
    for number in goes.indices.dropFirst() {
      if view.beginsParagraph(number) || view.beginsItem(number) {
        isGoing = goes[number]
        continue
      }
      let sentence = view.sentences[number].range
      if isGoing, !goes[number], !view.holds(.owed, in: sentence), !view.holds(.subject, in: sentence),
        !view.holds(.courtesy, in: sentence)
      {
        goes[number] = true
      }
    }
  }

  /// The most sentences between two that go which are taken for their middle.
  private static let mostBetween = 2

  /// Lets the middle of a passage go whose both ends go, where it states nothing of the order.
  private mutating func dropBetween() {
    var last: Int?
    for number in goes.indices {
      if last != nil, view.beginsParagraph(number) || view.beginsItem(number) { last = nil }
      guard goes[number] else { continue }
      defer { last = number }
      guard let before = last, number - before > 1, number - before - 1 <= Self.mostBetween else { continue }
      for between in (before + 1)..<number {
        let sentence = view.sentences[between].range
        if !view.holds(.owed, in: sentence), !view.holds(.fact, in: sentence) { goes[between] = true }
      }
    }
  }
}
