package import Linting
internal import Synchronization

/// The rules by id, read when the first one is asked for: a run without findings needs none.
package final class Catalogue: Sendable {
  private let linters: @Sendable () -> [Linter]
  private let rules = Mutex<[String: RuleDescription]?>(nil)

  /// The rules of all of some linters.
  package init(_ linters: @escaping @Sendable () -> [Linter]) { self.linters = linters }

  /// The rule of an id.
  package subscript(id: String) -> RuleDescription? {
    rules.withLock { rules in
      let known = rules ?? Dictionary(linters().flatMap { $0.rules.map { ($0.id, $0) } }) { first, _ in first }
      rules = known
      return known[id]
    }
  }
}
