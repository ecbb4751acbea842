import TestSupport

/// Makes random documents with one draft, escaped at random.
///
/// They differ from one another in all that a format leaves open, and agree in what their drafts say.
enum RandomDocument {
  /// The endings of names, which tell what a file is.
  static let endings = [
    "txt", "md", "html", "eml", "csv", "tsv", "json", "yml", "po", "strings", "xcstrings", "properties", "ndjson",
  ]

  static func make(_ ending: String, _ draft: String, _ random: inout SplitMix64) -> Embedding {
    let document = utf8(ending, draft, &random)
    let isRecoded = !["eml", "ndjson"].contains(ending) && chance(4, &random)
    return isRecoded ? document.inUTF16(isBigEndian: .random(using: &random)) : document
  }

  private static func utf8(_ ending: String, _ draft: String, _ random: inout SplitMix64) -> Embedding {
    switch ending {
    case "md": markdown(draft, &random)
    case "html": html(draft, &random)
    case "eml": email(draft, &random)
    case "csv": table([",", ";", "|"].randomElement(using: &random)!, draft, &random)
    case "tsv": table("\t", draft, &random)
    case "json":
      json(
        ["{\"x\": [1, \"é\"], \"text\" : \"", "[{\"body\":\"", "\t{\"macros\":[{},{\"te\\u0078t\":\""], draft, &random)
    case "ndjson": json(["{\"text\":\"", "{\"id\": \"é\", \"text\" : \""], draft, &random)
    case "xcstrings": json(["{\"strings\":{\""], draft, &random)
    case "yml": yaml(draft, &random)
    case "po":
      strings("msgid \"\"\nmsgstr \"Project: é\\n\"\n\nmsgid \"é\"\nmsgstr \"", "\"\n", draft, ending, &random)
    case "strings": strings("/* é */ \"k\" = \"", "\";\n", draft, ending, &random)
    case "properties": strings("# é\nkey = ", "\n", draft, ending, &random)
    default: plain(draft, &random)
    }
  }

  private static func chance(_ count: Int, _ random: inout SplitMix64) -> Bool {
    .random(in: 0..<count, using: &random) == 0
  }

  private static func plain(_ draft: String, _ random: inout SplitMix64) -> Embedding {
    var document = Embedding()
    if Bool.random(using: &random) { document.add("\u{FEFF}") }
    for scalar in draft.unicodeScalars { document.add(scalar) }
    return document
  }

  private static func markdown(_ draft: String, _ random: inout SplitMix64) -> Embedding {
    var document = Embedding()
    document.add(["", "---\ntitle: é\n---\n", "```js\nno\n```\n", "<!-- no\nno -->"].randomElement(using: &random)!)
    for scalar in draft.unicodeScalars {
      if chance(16, &random) { document.add("<!-- no -->") }
      switch scalar {
      case ".", "!", "@", "\"": document.add(scalar, as: chance(2, &random) ? "\\\(scalar)" : nil)
      case _ where chance(6, &random): document.add(scalar, as: "&#x\(String(scalar.value, radix: 16));")
      default: document.add(scalar)
      }
    }
    return document
  }

  private static func html(_ draft: String, _ random: inout SplitMix64) -> Embedding {
    var document = Embedding()
    document.add(["", "<p>", "<html><head><style>p > a {}</style></head><body>\n"].randomElement(using: &random)!)
    for scalar in draft.unicodeScalars {
      if chance(8, &random) {
        document.add(["<b>", "</i>", "<!-- no -->", "<span title=\"\">"].randomElement(using: &random)!)
      }
      switch scalar {
      case " ": document.add(scalar, as: [" ", "\n", " \t\r\n "].randomElement(using: &random)!)
      case "\"": document.add(scalar, as: ["\"", "&quot;"].randomElement(using: &random)!)
      case _ where chance(4, &random): document.add(scalar, as: "&#\(scalar.value);")
      default: document.add(scalar)
      }
    }
    return document
  }

  private static func email(_ draft: String, _ random: inout SplitMix64) -> Embedding {
    let isPart = Bool.random(using: &random)
    let head =
      "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n"
      + (isPart ? "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n" : "")
      + "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: "
    let tail = isPart ? "\r\n--b--\r\n" : ""
    guard Bool.random(using: &random) else {
      var text = Embedding()
      for scalar in draft.unicodeScalars { text.add(scalar) }
      var document = text.inBase64(behind: head + "base64\r\n\r\n")
      document.add(tail)
      return document
    }
    var document = Embedding()
    document.add(head + "quoted-printable\r\n\r\n")
    for scalar in draft.unicodeScalars {
      if chance(8, &random) { document.add("=\r\n") }
      if !scalar.isASCII || chance(4, &random) {
        let bytes = String(Character(scalar)).utf8
        document.add(
          scalar, as: bytes.map { "=" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined())
      } else {
        document.add(scalar)
      }
    }
    document.add(tail)
    return document
  }

  private static func table(_ delimiter: String, _ draft: String, _ random: inout SplitMix64) -> Embedding {
    let end = ["\n", "\r\n"].randomElement(using: &random)!
    var document = Embedding()
    document.add("id\(delimiter)text\(delimiter)note\(end)\"x\(delimiter)\"\"\(end)\"\(delimiter)\"")
    for scalar in draft.unicodeScalars { document.add(scalar, as: scalar == "\"" ? "\"\"" : nil) }
    document.add("\"\(delimiter)é\(end)")
    return document
  }

  private static func json(_ heads: [String], _ draft: String, _ random: inout SplitMix64) -> Embedding {
    var document = Embedding()
    let head = heads.randomElement(using: &random)!
    document.add(head)
    for scalar in draft.unicodeScalars {
      switch scalar {
      case "\"" where Bool.random(using: &random): document.add(scalar, as: "\\\"")
      case _ where scalar == "\"" || chance(4, &random):
        document.add(scalar, as: scalar.unitsInHexadecimal(upper: .random(using: &random)).map { "\\u" + $0 }.joined())
      default: document.add(scalar)
      }
    }
    let tails = ["[": "}]", "\t": "}]}", "s": ":{}}}"]
    let kind = head.hasPrefix("{\"strings") ? "s" : String(head.prefix(1))
    document.add("\"" + (tails[kind] ?? "}") + "\n")
    return document
  }

  private static func yaml(_ draft: String, _ random: inout SplitMix64) -> Embedding {
    var document = Embedding()
    document.add(["é: ü\nbody: ", "macros:\n  - x: [a, b]\n    text: "].randomElement(using: &random)!)
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      document.add("\"")
      for scalar in draft.unicodeScalars {
        if scalar == "\"" {
          document.add(scalar, as: "\\\"")
        } else if chance(4, &random) {
          let digits = String(scalar.value, radix: 16)
          document.add(scalar, as: "\\U" + String(repeating: "0", count: 8 - digits.count) + digits)
        } else {
          document.add(scalar)
        }
      }
      document.add("\"\n")
    case 1:
      document.add("'")
      for scalar in draft.unicodeScalars {
        let isBroken = scalar == " " && chance(4, &random)
        document.add(scalar, as: isBroken ? "\n      " : scalar == "'" ? "''" : nil)
      }
      document.add("'\n")
    default:
      document.add(">-\n      ")
      for scalar in draft.unicodeScalars {
        let isBroken = scalar == " " && chance(4, &random)
        document.add(scalar, as: isBroken ? "\n" : nil)
        if isBroken { document.add("      ") }
      }
      document.add("\n")
    }
    return document
  }

  private static func strings(
    _ head: String, _ tail: String, _ draft: String, _ ending: String, _ random: inout SplitMix64
  ) -> Embedding {
    var document = Embedding()
    document.add(head)
    for scalar in draft.unicodeScalars {
      if chance(16, &random) { document.add(["po": "\"\n  \"", "properties": "\\\n   "][ending] ?? "") }
      switch scalar {
      case "\"": document.add(scalar, as: "\\\"")
      case " " where ending == "properties": document.add(scalar, as: "\\ ")
      case _ where ending == "po" && scalar.isASCII && chance(4, &random):
        let digits = String(scalar.value, radix: 8)
        document.add(scalar, as: "\\" + String(repeating: "0", count: 3 - digits.count) + digits)
      case _ where ending != "po" && chance(4, &random):
        document.add(
          scalar, as: scalar.unitsInHexadecimal().map { "\\\(ending == "strings" ? "U" : "u")\($0)" }.joined())
      default: document.add(scalar)
      }
    }
    document.add(tail)
    return document
  }
}
