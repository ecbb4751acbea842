import Testing

@Suite struct `suggest` {
  private static let draft =
    "Hi, your order 111-5550134-5550178 is delayed at FedEx and should arrive by Friday. Remove the one star please!"

  @Test func `a draft gets the template that fits, with what it tells filled in`() throws {
    let outcome = try BuiltProgram.run(["suggest", "-"], input: Self.draft)
    #expect(outcome.status == 0)
    #expect(outcome.lines.first == "en/late: A parcel is later than promised")
    #expect(outcome.output.contains("why: speaks of a delay: “"))
    #expect(outcome.output.contains("to fill in: shipped, shop\n"), "\(outcome.output)")
    #expect(
      outcome.output.contains(
        "your order 111-5550134-5550178 left us on {{shipped}} with FedEx, and it is late."), "\(outcome.output)")
    #expect(outcome.output.contains("FedEx now expects to deliver it by Friday."))
  }

  @Test func `what is set holds above what is told`() throws {
    let outcome = try BuiltProgram.run(
      ["suggest", "-", "--set", "expected=9 May", "--set", "shop=Example Lamps"], input: Self.draft)
    #expect(outcome.output.contains("deliver it by 9 May") && outcome.output.contains("\nExample Lamps\n"))
  }

  @Test func `nothing that belongs to one buyer is filled in in public`() throws {
    let outcome = try BuiltProgram.run(["suggest", "-", "--channel", "public_response"], input: Self.draft)
    #expect(outcome.status == 0)
    #expect(outcome.lines.first?.hasPrefix("en/public-apology") == true)
    #expect(!outcome.output.contains("111-5550134"))
  }

  @Test func `a situation that is named needs no draft`() throws {
    let outcome = try BuiltProgram.run(["suggest", "--situation", "refund-done", "--lang", "de-AT"])
    #expect(outcome.status == 0)
    #expect(outcome.lines.first?.hasPrefix("de/refund-done: ") == true)
    #expect(outcome.output.contains("{{amount}}"))
  }

  @Test func `JSON tells the same`() throws {
    let outcome = try BuiltProgram.run(["suggest", "-", "--format", "json"], input: Self.draft)
    #expect(outcome.output.hasPrefix(#"{"lang":"en","suggestions":[{"template":"late","situation":"late","#))
    #expect(outcome.output.contains(#""open":["shipped","shop"]"#))
    #expect(outcome.lines.count == 1)
  }

  @Test func `a draft that tells nothing has status 1`() throws {
    let outcome = try BuiltProgram.run(["suggest", "-"], input: "The cat is on the table and the dog is under it.")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty && outcome.errors.contains("no situation is told"))
  }

  @Test(arguments: [
    (["-"], "", "the draft is empty"), (["-"], "\u{FEFF}\n", "the draft is empty"),
    (["--situation", "lat"], "", "did you mean `late`?"), ([], "", "`suggest` takes one FILE"),
    (["-", "--situation", "late"], "x", "`suggest` takes one FILE"),
    (["-", "--lang", "is"], "Pakkinn er seinn.", "there are no templates in `is`"),
    (["missing.txt"], "", "missing.txt: "),
    (["--situation", "solved-notice", "--marketplace", "etsy"], "", "no template for `solved-notice` is offered"),
  ])
  func `a mistake says how to mend it`(arguments: [String], input: String, message: String) throws {
    let outcome = try BuiltProgram.run(["suggest"] + arguments, input: input)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `bytes that are no text are told`() throws {
    let outcome = try BuiltProgram.run(["suggest", "-"], input: [0x68, 0xFF, 0x69])
    #expect(outcome.status == 2 && outcome.errors.contains("the draft is not UTF-8"))
  }
}

@Suite struct `advice in reports` {
  private static let draft = "The mug was broken on arrival. We pay you $20 if you delete your review."

  @Test func `text names the template and how to get it`() throws {
    let outcome = try BuiltProgram.run(["check", "-"], input: Self.draft)
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("= help: the template `damaged` fits: buyerlint templates show damaged --lang en"),
      "\(outcome.output)")
    let shown = try BuiltProgram.run(["templates", "show", "damaged", "--lang", "en"])
    #expect(shown.status == 0)
  }

  @Test func `machines read the text, the template and the fixes`() throws {
    let record = #"{"id":1,"text":"\#(Self.draft)"}"# + "\n"
    let outcome = try BuiltProgram.run(["check", "--input-format", "ndjson", "--format", "ndjson", "-"], input: record)
    #expect(outcome.output.contains(#""advice":{"text":""#), "\(outcome.output)")
    #expect(outcome.output.contains(#""template":"damaged","fixes":[{"safety":""#), "\(outcome.output)")
    let without = try BuiltProgram.run(
      ["check", "--input-format", "ndjson", "--format", "ndjson", "--no-advice", "-"], input: record)
    #expect(without.output.contains(#""advice":null"#))
    #expect(!without.output.contains("template"))
  }

  @Test(arguments: [
    ("Please delete your review.", "message", "complaint"),
    ("Leave us a review with a photo and we pay you $10.", "message", "feedback-request"),
    ("Text me on 07700 900142 and I send you the manual.", "message", "question"),
    ("Please answer below with your order number.", "public_response", "public-apology"),
    ("Lovely to hear! Our autumn sale starts tomorrow in our shop.", "public_response", "public-thanks"),
  ])
  func `a draft that tells nothing else is answered by what is wrong with it`(
    text: String, channel: String, template: String
  ) throws {
    let outcome = try BuiltProgram.run(["check", "--channel", channel, "-"], input: text)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("the template `\(template)` fits"), "\(outcome.output)")
    let suggested = try BuiltProgram.run(["suggest", "--channel", channel, "-"], input: text)
    #expect(suggested.lines.first?.hasPrefix("en/\(template): ") == true, "\(suggested.output)")
    #expect(suggested.output.contains("why: "))
  }
}

@Suite struct `lexicons of one's own, for advice` {
  private static let template = """
    ---
    situation: complaint
    channel: message
    summary: Ours
    values:
      shop: shop
    ---
    Tell us what is wrong. {{shop}}

    """

  @Test func `templates are read from --lexicon and from the configuration`() throws {
    let files = [
      "own/en/templates/complaint.md": Array(Self.template.utf8),
      "own/en/fixing/words.yml": Array("order: your purchase\n".utf8),
      "a/.buyerlint.yml": Array("lexicons: [own]\n".utf8),
      "a/own/en/templates/aaa.md": Array(Self.template.utf8),
    ]
    try BuiltProgram.withFolder(files) { folder in
      let bad = Array("Please delete your review.\n".utf8)
      let byOption = try BuiltProgram.run(
        ["fix", "--unsafe", "--no-config", "--lexicon", "own", "-"], input: bad, folder: folder)
      #expect(byOption.errors.contains("templates show complaint"), "\(byOption.errors)")
      let order = Array("Order 115-3920184-7740126 was delivered on Monday.\n".utf8)
      let words = try BuiltProgram.run(
        ["fix", "--no-config", "--lexicon", "own", "--channel", "public_response", "-"], input: order, folder: folder)
      #expect(words.output == "Your purchase was delivered on Monday.\n", "\(words.errors)")
      let byFile = try BuiltProgram.run(
        ["check", "--stdin-filename", "a/x.txt", "-"], input: bad, folder: folder)
      #expect(byFile.output.contains("the template `aaa` fits"), "\(byFile.output)\(byFile.errors)")
    }
  }

  @Test(arguments: [
    ("en/templates/own.md", "x", "own/en/templates/own.md:1:1: a template begins with front matter"),
    ("en/situations.yml", "event.late:\n  - (a\n", "own/en/situations.yml:2:"),
    ("en/fixing/words.yml", "ordr: x\n", "own/en/fixing/words.yml:1:1: `ordr` is not known"),
    ("answers.yml", "message:\n  late: {promotion: much}\n", "own/answers.yml:2:21: a weight is a number from 1 to 63"),
  ])
  func `a mistake is told with its file, line and column`(path: String, text: String, message: String) throws {
    try BuiltProgram.withFolder(["own/\(path)": Array(text.utf8)]) { folder in
      for command in path.hasSuffix("situations.yml") ? [["fix"]] : [["check"], ["fix"]] {
        let outcome = try BuiltProgram.run(
          command + ["--no-config", "--lexicon", "own", "-"], input: Array("Please delete your review.\n".utf8),
          folder: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
      }
    }
  }

  @Test func `so is one of a configuration's lexicons`() throws {
    let files = [
      ".buyerlint.yml": Array("lexicons: [own]\n".utf8), "own/en/templates/own.md": Array("x".utf8),
    ]
    try BuiltProgram.withFolder(files) { folder in
      let outcome = try BuiltProgram.run(
        ["check", "-"], input: Array("Please delete your review.\n".utf8), folder: folder)
      #expect(outcome.status == 2)
      #expect(
        outcome.errors.contains("own/en/templates/own.md:1:1: a template begins with front matter"), "\(outcome.errors)"
      )
    }
  }
}
