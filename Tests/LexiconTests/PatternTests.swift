import Testing

@Suite struct `patterns` {
  /// One line of the table in `docs/lexicons.md`: what is found, and where nothing is.
  struct Line: Sendable, CustomTestStringConvertible {
    let pattern: String
    let found: [String]
    let notFound: [String]

    init(_ pattern: String, _ found: [String], not notFound: [String]) {
      self.pattern = pattern
      self.found = found
      self.notFound = notFound
    }

    var testDescription: String { pattern }
  }

  private static let lines = [
    Line(
      "take down", ["take down", "Take-down", "take, down", "TAKE “down”"],
      not: ["take it down", "down take", "takedown"]),
    Line("five star", ["five-star", "five star"], not: ["fivestar", "five"]),
    Line("(a|b c|d) x", ["a x", "b c x", "d x"], not: ["b x", "c x", "x"]),
    Line("remov(e|ed|ing)", ["remove", "removed", "removing"], not: ["remov", "remover", "removes"]),
    Line("review(s)", ["review", "reviews"], not: ["reviewed", "revie"]),
    Line("(very) good", ["good", "very good"], not: ["very"]),
    Line("[star] rating(s)", ["rating", "star ratings"], not: ["star", "rated"]),
    Line("[bad|poor] mark", ["mark", "bad mark", "poor mark"], not: ["bad"]),
    Line("refund*", ["refund", "refunded", "refundable"], not: ["refun", "prerefund"]),
    Line("*bewertung", ["bewertung", "kundenbewertung"], not: ["bewertungen", "bewertun"]),
    Line("*bewert*", ["bewerten", "kundenbewertung", "bewert"], not: ["bewer", "beworten"]),
    Line("feedback~", ["feedback", "fedback", "feedbback", "feedbcak"], not: ["feed", "fdback", "feedbacks now"]),
    Line("# stars", ["5 stars", "12 stars", "٣ stars"], not: ["five stars", "stars"]),
    Line("<other> door", ["blue door", "red paint door"], not: ["red door", "door"]),
    Line("a .. z", ["a z", "a 1 2 3 4 z"], not: ["a 1 2 3 4 5 z", "z a"]),
    Line("a ..2 z", ["a z", "a b c z"], not: ["a b c d z"]),
    Line("<other> ..1 door", ["blue door", "blue wooden door", "red paint old door"], not: ["blue old wooden door"]),
    Line("^ please", ["please", "Well, please go", "🙂 please"], not: ["go please"]),
    Line("!<other>..3 door", ["door", "blue a b c d door", "blue, door"], not: ["blue door", "blue a b c door"]),
    Line("!<other> door", ["door", "blue a door"], not: ["blue door", "red paint door"]),
    Line("door ..3!<other>", ["door", "door a b c d blue", "door, blue"], not: ["door blue", "door a b c blue"]),
    Line("door !<other>", ["door", "door a blue"], not: ["door blue"]),
  ]

  @Test(arguments: lines)
  func `find what the table says`(line: Line) throws {
    for text in line.found {
      #expect(try !MiniLexicon.matches(of: line.pattern, in: text).isEmpty, "nothing found in “\(text)”")
    }
    for text in line.notFound {
      #expect(try MiniLexicon.matches(of: line.pattern, in: text).isEmpty, "found in “\(text)”")
    }
  }

  @Test func `cover the words that they name, and no more`() throws {
    #expect(try MiniLexicon.matches(of: "<other> ..3 door", in: "the blue old door is shut") == ["blue old door"])
    #expect(try MiniLexicon.matches(of: "!<other> door ..3!<other>", in: "my door is shut") == ["door"])
    #expect(try MiniLexicon.matches(of: "review(s)", in: "reviews, a review") == ["reviews", "review"])
  }

  @Test func `count characters where words are not parted`() throws {
    let found = { try MiniLexicon.matches(of: $0, in: $1, segmentation: "characters") }
    #expect(try found("レビュー(を|の)変更", "このレビューの変更です") == ["レビューの変更"])
    #expect(try found("星 ..2 下さい", "星を五下さい").count == 1)
    #expect(try found("星 ..2 下さい", "星を五つも下さい").isEmpty)
  }

  @Test(arguments: [
    "r3view", "rev!ew", "r€vi€w", "r3v!ew", "REV!EW", "r e v i e w", "r.e.v.i.e.w", "ｒｅｖｉｅｗ", "rev\u{200B}iew",
    "rеviеw", "re\u{AD}view", "REVIEW",
  ])
  func `see through disguises`(text: String) throws {
    #expect(try !MiniLexicon.matches(of: "review", in: "my \(text) here").isEmpty)
  }

  @Test(
    arguments: [
      ("ass", "a$$"), ("stars", "5 $tars"), ("bonus", "a bonu$!"), ("please", "p!ease"), ("rating", "a r@ting."),
      ("shit", "$hit"), ("bitching", "b!tch!ng"), ("dumbass", "dumb@ss"), ("amazing", "re:@mazing"),
    ])
  func `read signs as letters`(pattern: String, text: String) throws {
    #expect(try MiniLexicon.matches(of: pattern, in: text).count == 1)
  }

  @Test(
    arguments: [
      ("uss", "US$ 20"), ("as", "A$20"), ("as", "A$ 20"), ("as", "A$"), ("soff", "20$off"), ("ke", "10k€"),
      ("so", "$ o"),
      ("helloi", "Hello! thanks"), ("ideal", "Great! deal"), ("ideal", "Great! Deal"), ("idea", "Hello!dea."),
      ("maila", "mail@ home"),
      ("as", "a $"), ("soap", "so @p"), ("sea", "$,ea"),
    ])
  func `leave prices and signs between words alone`(pattern: String, text: String) throws {
    #expect(try MiniLexicon.matches(of: pattern, in: text).isEmpty)
  }
}
