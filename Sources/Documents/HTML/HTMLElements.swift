/// What elements mean for the text that they hold.
enum HTMLElements {
  /// Elements whose content nobody reads.
  static let unread: Set = ["script", "style", "xml"]

  /// Elements that stand for themselves.
  static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  /// Those of them that stand apart by a blank line.
  static let paragraphs: Set = ["blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "table", "title"]

  /// Elements inside a line, to tell tags from placeholders such as `<first_name>`.
  private static let inline: Set = [
    "a", "abbr", "acronym", "area", "b", "base", "bdi", "bdo", "big", "br", "cite", "code", "col", "colgroup", "data",
    "del", "dfn", "em", "font", "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "map", "mark", "meta",
    "nobr", "noscript", "object", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike",
    "strong", "sub", "sup", "svg", "template", "textarea", "time", "tt", "u", "var", "video", "wbr",
  ]

  static func isKnown(_ name: String) -> Bool {
    inline.contains(name) || blocks.contains(name) || unread.contains(name)
  }
}
