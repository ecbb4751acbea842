import Testing

@Suite struct `templates` {
  @Test func `are listed, shown and filled in`() throws {
    let list = try BuiltProgram.run(["templates", "list", "--lang", "en-GB", "--channel", "public_response"])
    #expect(list.status == 0)
    #expect(list.lines.contains { $0.hasPrefix("en  public-thanks") })
    #expect(!list.output.contains("refund-done"))
    #expect(!(try BuiltProgram.run(["templates", "list", "--marketplace", "etsy"]).output.contains("solved-notice")))
    let shown = try BuiltProgram.run(["templates", "show", "public-thanks"])
    #expect(shown.output.contains("{{item}}"))
    let rendered = try BuiltProgram.run(
      ["templates", "render", "public-thanks", "--set", "item=lamp", "--set", "shop=Example = Lamps"])
    #expect(rendered.status == 0)
    #expect(rendered.output.contains("lamp") && rendered.output.hasSuffix("\nExample = Lamps\n"))
  }

  @Test(arguments: [
    (["list", "--lang", "zu"], "there is no such template"), (["show", "thanks"], "no template is called `thanks`"),
    (["show", "lat"], "did you mean `late`?"), (["show", "late", "--lang", "zu"], "there are no templates in `zu`"),
    (["render", "public-thanks"], "`item` is missing: --set item=ITEM"), (["frobnicate"], "`templates` takes `list`"),
    (["render", "late", "--set", "x"], "`--set` takes NAME=VALUE"),
  ])
  func `a mistake says how to mend it`(arguments: [String], message: String) throws {
    let outcome = try BuiltProgram.run(["templates"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
