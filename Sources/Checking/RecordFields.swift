/// What the members of NDJSON records are called.
package struct RecordFields: Sendable {
  package var text = "text"
  package var id = "id"
  package var channel = "channel"
  package var language = "lang"
  package var target = "target"
  package var marketplace = "marketplace"
  package var subject = "subject"
  package var author = "author"
  package var proactive = "proactive"
  package var final = "final"

  /// Members to copy to the output.
  package var echoed: [String] = []

  package init() {}
}
