package import SourceText
package import UnicodeText

/// What the lexicon knows of words that tell what a number or a name is.
package enum Cue: UInt8, CaseIterable, Sendable {
  case phone, card, bank, nationalID, password, handle, orderID, tracking, carrier, returnID, notPhone, street, birth
  case honorific, greeting, recipient, at, dot, double, triple
  case digit0, digit1, digit2, digit3, digit4, digit5, digit6, digit7, digit8, digit9

  /// The concept that a lexicon fills for it.
  package var conceptName: String {
    switch self {
    case .phone: "cue.phone"
    case .card: "cue.card"
    case .bank: "cue.bank"
    case .nationalID: "cue.national-id"
    case .password: "cue.password"
    case .handle: "cue.handle"
    case .orderID: "cue.order-id"
    case .tracking: "cue.tracking"
    case .carrier: "cue.carrier"
    case .returnID: "cue.return-id"
    case .notPhone: "cue.not-phone"
    case .street: "cue.street"
    case .birth: "cue.birth"
    case .honorific: "cue.honorific"
    case .greeting: "cue.greeting"
    case .recipient: "cue.recipient"
    case .at: "cue.at"
    case .dot: "cue.dot"
    case .double: "number.double"
    case .triple: "number.triple"
    default: "number.digit-\(rawValue - Cue.digit0.rawValue)"
    }
  }
}

/// A sentence, with the one before it, as detectors see it.
package struct Passage: Sendable {
  /// A place where the words of a cue stand.
  package struct CueHit: Hashable, Sendable {
    package let cue: Cue
    /// Indices into ``Passage/tokens``.
    package let tokens: Range<Int>

    package init(cue: Cue, tokens: Range<Int>) {
      self.cue = cue
      self.tokens = tokens
    }

    /// The same hit where the tokens are counted from another place.
    func moved(by count: Int) -> CueHit {
      CueHit(cue: cue, tokens: (tokens.lowerBound + count)..<(tokens.upperBound + count))
    }
  }

  /// The draft, UTF-8, as it was written (names need its capitals).
  package let source: [UInt8]
  package let text: FoldedText

  /// The tokens of the sentence before and of the sentence itself; their ranges count bytes of `text.utf8`.
  package let tokens: [Token]

  /// Which of ``tokens`` belong to the sentence; what a detector answers must begin there.
  package let sentence: Range<Int>

  /// In order of their first token.
  package let cues: [CueHit]

  package init(source: [UInt8], text: FoldedText, tokens: [Token], sentence: Range<Int>, cues: [CueHit]) {
    self.source = source
    self.text = text
    self.tokens = tokens
    self.sentence = sentence
    self.cues = cues
  }
}

/// What a detector found.
package struct Detection: Hashable, Sendable {
  package enum Kind: UInt8, CaseIterable, Sendable {
    case email, phone, url, domain, handle, card, iban, bankAccount, nationalID, password, orderID, tracking, returnID
    case address, fullName, birthDate, money, percent, placeholder, emoji, allowedLink
    case html, blankLines, tooLong

    /// The concept that it fills.
    package var conceptName: String {
      // Written out, since printing a case by reflection takes a tenth of the program's start.
      switch self {
      case .email: "detected.email"
      case .phone: "detected.phone"
      case .url: "detected.url"
      case .domain: "detected.domain"
      case .handle: "detected.handle"
      case .card: "detected.card"
      case .iban: "detected.iban"
      case .bankAccount: "detected.bank-account"
      case .nationalID: "detected.national-id"
      case .password: "detected.password"
      case .orderID: "detected.order-id"
      case .tracking: "detected.tracking"
      case .returnID: "detected.return-id"
      case .address: "detected.address"
      case .fullName: "detected.full-name"
      case .money: "detected.money"
      case .percent: "detected.percent"
      case .placeholder: "detected.placeholder"
      case .emoji: "detected.emoji"
      case .birthDate: "detected.birth-date"
      case .allowedLink: "detected.allowed-link"
      case .html: "detected.html"
      case .blankLines: "detected.blank-lines"
      case .tooLong: "detected.too-long"
      }
    }
  }

  package let kind: Kind

  /// In UTF-8 bytes of the folded text.
  package let range: ByteRange
  package let isDisguised: Bool

  package init(kind: Kind, range: ByteRange, isDisguised: Bool = false) {
    self.kind = kind
    self.range = range
    self.isDisguised = isDisguised
  }
}
