/// What a draft says of itself that patterns and examples of rules may ask for.
package struct DraftState: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The seller writes first.
  package static let proactive = DraftState(rawValue: 1)

  /// It goes out as it is.
  package static let final = DraftState(rawValue: 2)

  /// The keys that ask for a state, in rule files.
  static let keys: [(name: String, state: DraftState)] = [("proactive", .proactive), ("final", .final)]
}
