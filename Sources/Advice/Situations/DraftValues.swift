internal import Linting

/// What a draft names that a template has places for.
///
/// A clue `value/late/expected` is the value of one place in the templates of one situation, and `value/carrier` that of all
/// places of a kind. Only what is certain is taken: words that name two different things name none.
struct DraftValues {
  private let values: [String: Set<String>]

  init(_ clues: [Clue], in utf8: [UInt8]) {
    var values: [String: Set<String>] = [:]
    for clue in clues where clue.id.hasPrefix("value/") {
      values[clue.id, default: []].insert(String(decoding: utf8[clue.range], as: UTF8.self))
    }
    self.values = values
  }

  /// The values for the places of a template, by the places' names.
  func values(for template: Template) -> [String: String] {
    var filled: [String: String] = [:]
    for place in template.placeholders {
      // What stands in public is read by everyone.
      if template.channel == .publicResponse, [.order, .tracking, .name].contains(place.kind) { continue }
      let names = ["value/\(template.situation)/\(place.name)", "value/\(place.kind.rawValue)"]
      guard let found = names.compactMap({ values[$0] }).first, found.count == 1, let value = found.first,
        place.fault(of: value) == nil
      else { continue }
      filled[place.name] = value
    }
    return filled
  }
}
