internal import SourceText

/// Reads tables whose cells are parted by a delimiter (RFC 4180), one draft for each cell that is a text.
struct TableReader {
  private var columns: [Column] = []
  private var cells: [TableCell] = []
  private var hasHeader = false

  /// The number of the current row, from 1, as spreadsheets count.
  private var row = 0

  /// What a column holds.
  private enum Column {
    case text(name: String?, language: String?, isHTML: Bool)
    case subject
    case attribute(DraftAttribute)
    /// A draft where it looks like a sentence.
    case maybeText
    case other
  }

  /// Reads a document; without a delimiter the first line tells it.
  static func read(_ document: inout Document, delimiter: UInt8?, _ options: ReadingOptions) {
    let bytes = document.utf8
    let utf8 = bytes.span
    var reader = TableReader()
    var parser = TableParser(utf8, delimiter: delimiter)
    while parser.next(utf8, into: &reader.cells) {
      reader.row += 1
      if reader.row == 1, reader.takeHeader(utf8, options.fields, &document) { continue }
      reader.takeRow(utf8, &document)
    }
    document.problems += parser.problems
  }

  // MARK: The header

  /// Learns from the first row what columns hold, and answers whether it is a header.
  private mutating func takeHeader(_ utf8: Span<UInt8>, _ fields: [String], _ document: inout Document) -> Bool {
    let names = cells.map { cell in
      String(decoding: cell.text(utf8).utf8, as: UTF8.self).trimmed
    }
    let meanings = names.map(FieldName.init)
    columns = zip(names, meanings).map { name, meaning in
      switch meaning {
      case .text(let language): .text(name: nil, language: language, isHTML: FieldName.isHTML(name))
      case .texts: .text(name: nil, language: nil, isHTML: false)
      case .subject: .subject
      case .attribute(let attribute): .attribute(attribute)
      case .other: .other
      }
    }
    hasHeader = columns.contains { if case .other = $0 { false } else { true } }
    if !fields.isEmpty { choose(fields, names, &document) }
    nameTexts(names)
    return hasHeader
  }

  /// Makes texts of the columns of some names or numbers, and of no others.
  private mutating func choose(_ fields: [String], _ names: [String], _ document: inout Document) {
    for index in columns.indices {
      if case .text = columns[index] { columns[index] = .other }
    }
    for field in fields {
      if let index = names.firstIndex(of: field) {
        columns[index] = .text(name: nil, language: nil, isHTML: FieldName.isHTML(field))
        hasHeader = true
      } else if let number = Int(field), columns.indices.contains(number - 1) {
        columns[number - 1] = .text(name: nil, language: nil, isHTML: FieldName.isHTML(names[number - 1]))
      } else {
        document.problems.append(DocumentProblem("there is no column `\(field)`", at: 0))
      }
    }
  }

  /// Gives the texts their names where there are several, and takes all columns where there is none.
  private mutating func nameTexts(_ names: [String]) {
    let texts = columns.indices.filter { if case .text = columns[$0] { true } else { false } }
    if texts.isEmpty {
      for index in columns.indices {
        if case .other = columns[index] { columns[index] = .maybeText }
      }
    } else if texts.count > 1 {
      for index in texts {
        if case .text(_, let language, let isHTML) = columns[index] {
          let name = hasHeader ? names[index] : "column \(index + 1)"
          columns[index] = .text(name: name, language: language, isHTML: isHTML)
        }
      }
    }
  }

  // MARK: Rows

  private mutating func takeRow(_ utf8: Span<UInt8>, _ document: inout Document) {
    if cells.count == 1, cells[0].range.isEmpty { return }
    if cells.count > columns.count, hasHeader {
      document.problems.append(
        DocumentProblem(
          "the row has \(cells.count) cells and the header \(columns.count)", at: cells[columns.count].range.lowerBound)
      )
    }
    var attributes: DraftAttributes = [:]
    var subject: MappedText?
    let first = document.drafts.count
    for (index, cell) in cells.enumerated() {
      switch index < columns.count ? columns[index] : hasHeader ? .other : .maybeText {
      case .other: document.passedOver.values += 1
      case .attribute(let attribute):
        let value = String(decoding: cell.text(utf8).utf8, as: UTF8.self).trimmed
        if !value.isEmpty { attributes[attribute] = AttributeValue(value, cell.range) }
      case .subject: subject = cell.text(utf8)
      case .maybeText:
        let text = cell.text(utf8)
        if text.utf8.isSentence {
          document.drafts.append(DocumentDraft(label: "row \(row), column \(index + 1)", text: text))
        } else {
          document.passedOver.values += 1
        }
      case .text(let name, let language, let isHTML):
        let text = cell.text(utf8)
        if text.utf8.isEmpty {
          document.passedOver.values += 1
          continue
        }
        var draft = DocumentDraft(label: "row \(row)" + (name.map { ", \($0)" } ?? ""), text: text)
        draft.isHTML = isHTML
        if let language { draft.attributes[.language] = AttributeValue(language, cell.range) }
        document.drafts.append(draft)
      }
    }
    for index in first..<document.drafts.count { document.drafts[index].attributes.merge(attributes) { own, _ in own } }
    guard let subject, !subject.utf8.isEmpty else { return }
    if first < document.drafts.count {
      document.drafts[first].subject = subject
    } else {
      document.drafts.append(DocumentDraft(label: "row \(row), subject", text: subject, attributes: attributes))
    }
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !$0.isASCIISpace }) else { return "" }
    let last = bytes.lastIndex { !$0.isASCIISpace } ?? first
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
