/// The concepts that have a meaning to the engine itself, whatever rules make of them.
package enum EngineConcept {
  /// Words that hide what they cover from all other concepts.
  package static let innocent = "innocent"

  /// Words that begin a new clause; filled by `clause-marks` of `language.yml`.
  package static let clauseMark = "clause-mark"

  /// What detectors fill.
  package static let detected: [String] = [
    "email", "phone", "url", "domain", "handle", "card", "iban", "bank-account", "national-id", "password", "order-id",
    "tracking", "return-id", "address", "full-name", "birth-date", "money", "percent", "placeholder", "emoji",
    "allowed-link", "html",
    "blank-lines", "too-long",
  ].map { "detected." + $0 }

  /// The folder of what holds in every language, named as BCP 47 names an undetermined one.
  package static let universalLanguage = "und"

  /// The context of a match that stands wholly inside quotation marks.
  package static let quotedContext = "quoted"
}
