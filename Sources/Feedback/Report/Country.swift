internal import UnicodeText

/// A country that the marketplace has a site for, by its code.
package enum Country: String, Sendable, CaseIterable {
  case us, ca, mx, br, uk, de, fr, it, es, nl, pl, se, be, tr, ae, sa, eg, `in`, au, sg, jp

  /// Reads a code in any case; `gb` is read too.
  package init?(code: String) {
    let code = code.lowercased()
    self.init(rawValue: code == "gb" ? "uk" : code)
  }

  /// The country of a site, told from an address that the marketplace has given a buyer
  /// (`x@marketplace.amazon.co.jp`); nil for any other address.
  init?(email: some StringProtocol) {
    let email = email.lowercased()
    guard let at = email.lastIndex(of: "@") else { return nil }
    let labels = email[email.index(after: at)...].split(separator: ".", omittingEmptySubsequences: false)
    guard let site = labels.firstIndex(of: "amazon") else { return nil }
    let ending = labels[(site + 1)...].joined(separator: ".")
    guard let country = Self.allCases.first(where: { $0.domain == ending }) else { return nil }
    self = country
  }

  private var domain: String {
    switch self {
    case .us: "com"
    case .uk, .jp: "co.\(rawValue)"
    case .mx, .br, .be, .tr, .au: "com.\(rawValue)"
    case .ca, .de, .fr, .it, .es, .nl, .pl, .se, .ae, .sa, .eg, .in, .sg: rawValue
    }
  }

  /// What most buyers there write in; nil where that is not one language.
  package var language: String? {
    switch self {
    case .us, .ca, .uk, .in, .au, .sg: "en"
    case .mx, .es: "es"
    case .br: "pt"
    case .se: "sv"
    case .jp: "ja"
    case .de, .fr, .it, .nl, .pl, .tr: rawValue
    case .be, .ae, .sa, .eg: nil
    }
  }

  /// How its reports write days.
  var dateOrder: DateOrder {
    switch self {
    case .us: .monthDayYear
    case .jp, .se: .yearMonthDay
    case .ca, .mx, .br, .uk, .de, .fr, .it, .es, .nl, .pl, .be, .tr, .ae, .sa, .eg, .in, .au, .sg: .dayMonthYear
    }
  }

  /// What its reports are written in where they are not in UTF-8.
  var legacyEncoding: ReportEncoding { self == .jp ? .shiftJIS : .windows1252 }
}
