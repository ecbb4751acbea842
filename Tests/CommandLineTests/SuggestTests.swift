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
    (["-", "--lang", "fr"], "Votre colis est en retard.", "there are no templates in `fr`"),
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

  @Test func `a draft that only hints at a situation gets no template`() throws {
    let outcome = try BuiltProgram.run(["check", "-"], input: "Please delete your review.")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("= instead: ") && !outcome.output.contains("= help: "), "\(outcome.output)")
  }
}
