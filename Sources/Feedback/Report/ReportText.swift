internal import Documents
internal import SourceText

/// The bytes of a report and what they are written in, cut into lines.
struct ReportText {
  let encoding: ReportEncoding

  /// Without a byte order mark.
  let bytes: [UInt8]

  struct Line {
    /// From 1.
    let number: Int

    /// Without its end.
    let range: ByteRange
  }

  /// Whose marketplace it is from, where it is one.
  let country: Country?

  /// How it writes days; nil where the buyers' addresses do not tell it.
  let dateOrder: DateOrder?

  /// - Parameter country: Whose marketplace it is from; nil has it told by the buyers' addresses.
  init(_ bytes: [UInt8], country: Country?) {
    let marked = ReportEncoding.marked(bytes)
    // In two bytes a character a tab is told from the half of another one by decoding alone.
    let rest = marked.map { $0.encoding.isWide ? $0.encoding.converted($0.rest) : $0.rest } ?? bytes
    let countries = country.map { [$0] } ?? Country.told(by: rest)
    self.country = countries.count == 1 ? countries.first : nil
    let orders = Set(countries.map(\.dateOrder))
    dateOrder = orders.count == 1 ? orders.first : nil
    let legacy = Set(countries.map(\.legacyEncoding))
    encoding =
      marked?.encoding
      ?? ReportEncoding.told(rest, else: legacy.count == 1 ? legacy.first ?? .windows1252 : .windows1252)
    self.bytes = rest
  }

  /// The text of a file that may be packed.
  ///
  /// - Throws: That it cannot be unpacked.
  init(unpacking bytes: [UInt8], country: Country?) throws(FeedbackCollection.Failure) {
    do throws(Gzip.Failure) {
      self.init(Gzip.isPacked(bytes) ? try Gzip.unpacked(bytes, limit: File.largest) : bytes, country: country)
    } catch {
      throw FeedbackCollection.Failure(error.message)
    }
  }

  /// The lines in which there is something.
  var lines: [Line] {
    var lines: [Line] = []
    var at = 0
    var number = 1
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      let close = end > at && bytes[end - 1] == 0x0D ? end - 1 : end
      if !bytes[at..<close].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        lines.append(Line(number: number, range: at..<close))
      }
      at = end + 1
      number += 1
    }
    return lines
  }

  /// The parts of a line between tabs; marks of quotation mean nothing in a report.
  func cells(of line: Line) -> [ArraySlice<UInt8>] {
    bytes[line.range].split(separator: 0x09, omittingEmptySubsequences: false)
  }

  /// What bytes of it say; nil where they are no text.
  func string(_ bytes: some Sequence<UInt8>) -> [UInt8]? {
    (encoding.isWide ? ReportEncoding.utf8 : encoding).text(of: bytes)
  }
}

extension Country {
  /// The countries that the addresses in a text tell.
  static func told(by bytes: [UInt8]) -> Set<Country> {
    var told: Set<Country> = []
    for word in bytes.split(whereSeparator: { $0 <= 0x20 || "\",;<>".utf8.contains($0) })
    where word.contains(UInt8(ascii: "@")) {
      if let country = Country(email: String(decoding: word, as: UTF8.self)) { told.insert(country) }
    }
    return told
  }
}
