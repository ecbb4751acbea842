import Testing

@testable import Linting

struct LinkTests {
  @Test(
    "An e-mail address is found",
    arguments: [
      ("write to help@shop.example please", "help@shop.example"),
      ("claims@voltnest-service.example.com.", "claims@voltnest-service.example.com"),
      ("help (at) quill (dot) example (dot) com", "help (at) quill (dot) example (dot) com"),
      ("help [at] example [dot] com", "help [at] example [dot] com"),
      ("help at quill dot example dot com", "help at quill dot example dot com"),
      ("j.doe at gmail", "j.doe at gmail"),
      ("jane@gmail", "jane@gmail"), ("jane at gmail dot com", "jane at gmail dot com"),
      ("jane @ gmail . com", "jane @ gmail . com"),
      ("hilfe klammeraffe example punkt com", "hilfe klammeraffe example punkt com"),
      ("ｊａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ｊａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ"),
      ("メールはabc@example.comまで", "abc@example.com"), ("jürgen@müller.example", "jürgen@müller.example"),
      ("moc.liamg@enaj", "moc.liamg@enaj"),
      ("jane(at)gmail.com", "jane(at)gmail.com"), ("info(at)laden.example", "info(at)laden.example"),
    ])
  func email(_ text: String, _ address: String) throws {
    #expect(try seen(.email, in: text) == [address])
    #expect(try seen(.domain, in: text) == [])
  }

  @Test(
    "What is no address is left alone",
    arguments: [
      "Meet us at noon.", "We sell 2 @ $5 each", "reached at 312.555.0142", "at example.com you find it", "Look at it.",
      "The dot at the end",
      "Available at all sizes.", "a@relay.market.example", "good at math dot counting",
    ])
  func noEmail(_ text: String) throws {
    #expect(try seen(.email, in: text) == [])
  }

  @Test(
    "A link is found",
    arguments: [
      ("see https://shop.example.com/a?b=c.", Detection.Kind.url, "https://shop.example.com/a?b=c"),
      ("www.tallow.example.com", .url, "www.tallow.example.com"),
      ("our site, marlow.example.com", .domain, "marlow.example.com"),
      ("hxxps://evil.example", .url, "hxxps://evil.example"),
      ("EXAMPLE.COM", .domain, "EXAMPLE.COM"),
      ("order directly on mitti-aur-peetal.example.com", .domain, "mitti-aur-peetal.example.com"),
      ("besuchen Sie ebay.de", .domain, "ebay.de"), ("example.com/x", .url, "example.com/x"),
      ("visit us at ebay.it.", .domain, "ebay.it"),
      ("example dot com", .domain, "example dot com"),
      ("https://market.example/orders", .allowedLink, "https://market.example/orders"),
      ("help.market.example", .allowedLink, "help.market.example"), ("当店はexample.comです", .domain, "example.com"),
    ])
  func link(_ text: String, _ kind: Detection.Kind, _ link: String) throws {
    #expect(try seen(text).map(\.description) == [Seen(kind: kind, text: link).description])
  }

  @Test("A carrier's link is innocent where the caller says so")
  func carrier() throws {
    let text = "Follow it on https://www.dhl.de/track?id=1"
    #expect(try seen(text).map(\.kind) == [.url])
    let hosts = AllowedHosts(hosts: [], relayDomains: [], allowsCarriers: true)
    #expect(try seen(text, hosts: hosts).map(\.kind) == [.allowedLink])
  }

  @Test(
    "A blank that is missing makes no host name",
    arguments: [
      "We issue a refund.In case of doubt", "We send it.It will come", "Thanks.We refund", "manual.pdf",
      "Read readme.md first", "refund.please wait",
      "node.js runs", "U.S. stock", "e.g. this", "i.e. that", "a.m. and p.m.", "No.5", "2.5 cm", "v1.2.beta",
      "We will send it.it will arrive soon", "Ok.so we do",
      "Dr.Martens boots",
    ])
  func noLink(_ text: String) throws {
    let kinds: Set<Detection.Kind> = [.url, .domain, .allowedLink]
    #expect(try seen(text).filter { kinds.contains($0.kind) } == [])
  }

  @Test(
    "A handle is found",
    arguments: [
      ("@gadget_example", "@gadget_example"), ("LINEで「@hinata-example」を追加", "@hinata-example"),
      ("DM @hinata-mokko-example.", "@hinata-mokko-example"),
    ])
  func handle(_ text: String, _ handle: String) throws {
    #expect(try seen(.handle, in: text) == [handle])
  }

  @Test("Signs are found")
  func signs() throws {
    #expect(try seen("Hello {{first_name}} 🎉").map(\.description) == ["placeholder⟦{{first_name}}⟧", "emoji⟦🎉⟧"])
    #expect(try seen("A plain sentence, with nothing in it.") == [])
  }
}
