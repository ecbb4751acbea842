internal import Lexicon
internal import SourceText
internal import UnicodeText

// Numbers that are known by the word before them.
extension NumberDetector {
  /// Takes the number at a group for what the closest cue says, and answers where it ends.
  func cuedEnd(
    _ run: NumberRun, _ index: Int, _ cue: SentenceView.NearCue, into found: inout DetectionList
  ) -> Int? {
    let start = run.groups[index].range.lowerBound
    guard !cue.isAcross else { return nil }
    switch cue.cue {
    case .orderID where cue.distance <= 25: return addIdentifier(.orderID, run, index, digits: 5, into: &found)
    case .tracking where cue.distance <= 40: return addSpaced(.tracking, run, index, digits: 8, into: &found)
    case .returnID where cue.distance <= 20: return addIdentifier(.returnID, run, index, digits: 4, into: &found)
    case .bank where isStraight(cue, start): return addSpaced(.bankAccount, run, index, digits: 6, into: &found)
    case .nationalID where cue.distance <= 40:
      if let end = shapeEnd(shared.data.nationalIDs, at: start, .exact, hasCue: true) {
        return add(.nationalID, start..<end, into: &found)
      }
      guard isStraight(cue, start) else { return nil }
      return addSpaced(.nationalID, run, index, digits: 6, into: &found)
    default: return nil
    }
  }

  /// Whether only words such as "is" and "number" stand between a cue and a number.
  func isStraight(_ cue: SentenceView.NearCue, _ start: Int) -> Bool {
    let end = beforeSigns(start) - cue.distance
    var index = view.token(at: end)
    while view.tokens[index].start < start {
      guard view.tokens[index].isSymbol || shared.data.connectors.contains(view.tokens[index].hash) else {
        return false
      }
      index += 1
    }
    return cue.distance <= 40
  }

  /// A number without blanks, with the letters that are joined to its front ("RMA-20931").
  private func addIdentifier(
    _ kind: Detection.Kind, _ run: NumberRun, _ index: Int, digits: Int, into found: inout DetectionList
  ) -> Int? {
    let groups = run.joined(from: index)
    guard isIdentifier(run, groups, digits: digits) else { return nil }
    var range = run.range(groups)
    if range.lowerBound > 1, view.bytes[range.lowerBound - 1] == UInt8(ascii: "-"),
      view.isAlphanumeric(range.lowerBound - 2)
    {
      range = view.tokens[view.token(at: range.lowerBound - 2)].start..<range.upperBound
    }
    return add(kind, range, into: &found)
  }

  /// A number that may be written in groups with blanks between.
  private func addSpaced(
    _ kind: Detection.Kind, _ run: NumberRun, _ index: Int, digits: Int, into found: inout DetectionList
  ) -> Int? {
    var end = index + 1
    // Groups go on while they look alike; a lone short one behind long ones is the next thing.
    while end < run.groups.count, run.groups[end].isJoined || (run.groups[end].isPure && isGroup(run, index, end)) {
      end += 1
    }
    guard isIdentifier(run, index..<end, digits: digits) else { return nil }
    return add(kind, run.range(index..<end), into: &found)
  }

  private func isGroup(_ run: NumberRun, _ index: Int, _ group: Int) -> Bool {
    run.groups[index].count <= 6 && run.groups[group].count <= 6 && dateLength(run, group) == 0
  }

  private func isIdentifier(_ run: NumberRun, _ groups: Range<Int>, digits: Int) -> Bool {
    let count = run.groups[groups].reduce(0) { $0 + $1.digits }
    guard count >= digits, dateLength(run, groups.lowerBound) == 0 || groups.count > 3 else { return false }
    return !isAmount(run, groups)
  }
}
