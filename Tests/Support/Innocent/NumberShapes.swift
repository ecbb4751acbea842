/// Order, tracking and article numbers as shops, carriers and makers write them, with right check digits.
///
/// The numbers are drawn at random: they belong to nobody but by chance.
enum NumberShapes {
  /// Draws one number of a shape.
  typealias Shape = @Sendable (inout SplitMix64) -> String

  /// A carrier as a sentence names it, and one form of its tracking numbers.
  struct Parcel: Sendable {
    let carrier: String
    let number: Shape
  }

  /// Order numbers by the kind that follows `order:` in a slot.
  static let orders: [String: Shape] = [
    "amazon": plain("ndd-ddddddd-ddddddd"),
    "amazon-digital": plain("D01-ddddddd-ddddddd"),
    "ebay": plain("dd-ddddd-ddddd"),
    "ebay-legacy": plain("nddddddddddd-nddddddddd", "nddddddddddd-nddddddddddddd"),
    "etsy": plain("ndddddddd", "nddddddddd", "ndddddddddd"),
    "walmart": plain("2000" + d(9), "2000" + d(10), "2000" + d(11)),
    "walmart-po": plain("ndddddd-dddddd", "nddddddd-dddddddd", "n" + d(12)),
    "shopify": plain("#nddd", "#ndddd", "#nddddd"),
    "aliexpress": plain("n" + d(14), "8" + d(15)),
    "rakuten": plain("nddddd-2025031d-nddddddddd", "nddddd-2025110n-nddddddddd"),
    "mercadolibre": plain("2000" + d(12)),
    "allegro": plain("hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"),
    "alphanumeric": plain("aaxxxxdd", "aaddxxdddd", "ddaadddddddd", "an" + d(12)),
  ]

  /// Tracking numbers by the kind that follows `tracking:` in a slot.
  static let tracking: [String: Parcel] = [
    "ups": Parcel(carrier: "UPS", number: checked("1Z", "xxxxxx" + d(9), by: CheckDigit.ups)),
    "s10": Parcel(
      carrier: "the post",
      number: checked(
        "", "RRn" + d(7), "CPn" + d(7), "EEn" + d(7), "LXn" + d(7), by: CheckDigit.s10,
        then: "DE", "FR", "JP", "CN")
    ),
    "royalmail": Parcel(
      carrier: "Royal Mail",
      number: checked("", "RMn" + d(7), "KTn" + d(7), "VBn" + d(7), by: CheckDigit.s10, then: "GB")
    ),
    // 20 digits are a longer number without its leading 91, which counts in the check digit all the same.
    "usps20": Parcel(
      carrier: "USPS",
      number: checked("", "70" + d(17), "71" + d(17), "73" + d(17), "77" + d(17), "81" + d(17), "03" + d(17)) {
        CheckDigit.gs1("91" + $0)
      }
    ),
    "usps22": Parcel(carrier: "USPS", number: checked("", "94" + d(19), "92" + d(19), by: CheckDigit.gs1)),
    "usps26": Parcel(carrier: "USPS", number: checked("", "92" + d(23), by: CheckDigit.gs1)),
    "usps30": Parcel(carrier: "USPS", number: checked("420" + d(5), "94" + d(19), by: CheckDigit.gs1)),
    "usps34": Parcel(carrier: "USPS", number: checked("420" + d(9), "93" + d(19), by: CheckDigit.gs1)),
    "fedex12": Parcel(carrier: "FedEx", number: checked("", "n" + d(10), by: CheckDigit.fedEx)),
    "fedex15": Parcel(carrier: "FedEx", number: checked("", "n" + d(13), by: CheckDigit.gs1)),
    "fedex96": Parcel(carrier: "FedEx", number: checked("96" + d(5), d(14), by: CheckDigit.gs1)),
    "sscc18": Parcel(carrier: "DHL", number: checked("", "n" + d(16), by: CheckDigit.gs1)),
    "sscc20": Parcel(carrier: "DHL", number: checked("00", "n" + d(16), by: CheckDigit.gs1)),
    "dhl10": Parcel(carrier: "DHL", number: checked("", "n" + d(8), by: CheckDigit.modulo7)),
    "dhl11": Parcel(carrier: "DHL", number: checked("", "n" + d(9), by: CheckDigit.modulo7)),
    "dhl-piece": Parcel(carrier: "DHL", number: plain("JJD0" + d(17), "JVGL" + d(16), "JDDn" + d(9))),
    "dhl-ecommerce": Parcel(carrier: "DHL", number: plain("GM" + d(16), "GM" + d(18))),
    "amazon": Parcel(carrier: "Amazon Logistics", number: plain("TBA" + d(12), "TBC" + d(12), "TBM" + d(12))),
    "evri": Parcel(carrier: "Evri", number: plain("a" + d(15), "n" + d(15))),
    "hermes": Parcel(carrier: "Hermes", number: plain("H00" + "x" + d(12))),
    "dpd": Parcel(carrier: "DPD", number: plain("n" + d(13))),
    "dpd-letter": Parcel(carrier: "DPD", number: checked("", "n" + d(13), by: CheckDigit.modulo37)),
    "gls": Parcel(carrier: "GLS", number: plain("n" + d(10), "n" + d(11))),
    "gls-short": Parcel(carrier: "GLS", number: plain("aaxxxxxd")),
    "canadapost": Parcel(carrier: "Canada Post", number: checked("", "n" + d(14), by: CheckDigit.gs1)),
    "ontrac": Parcel(carrier: "OnTrac", number: checked("", "C" + d(13), "D" + d(13), by: CheckDigit.ups)),
    "lasership": Parcel(carrier: "LaserShip", number: plain("1LS" + d(12), "LXn" + d(8))),
    "sf": Parcel(carrier: "SF Express", number: plain("SF" + d(13))),
    "yun": Parcel(carrier: "YunExpress", number: plain("YT" + d(16))),
    "4px": Parcel(carrier: "4PX", number: plain("4PX" + d(13))),
    "yanwen": Parcel(carrier: "Yanwen", number: plain("Ua" + d(9) + "YP")),
    "yamato": Parcel(carrier: "Yamato", number: checked("", "nddd-dddd-ddd", by: CheckDigit.modulo7)),
  ]

  /// Serial, model and article numbers by the name of the slot.
  static let codes: [String: Shape] = [
    "serial": plain(
      "aadddddddd", "ddddd-ddddd", "adadadddd", "ndddddddddd", "nddddddddd", "aaaa-dddd-dddd", "ddaxddxxddddd"),
    "model": plain("aa-ndda", "and", "aa ndd0", "aaandd/dd", "nddd-a", "a-n0 Pro"),
    "part": plain("dddd-dda", "ndd.dddd.dd", "ann-dddd", "nddddda", "ndddddd-d"),
    "sku": plain("aaa-ndd-aaa", "nddddd-aa", "aa_ndddd"),
    "lot": plain("andddd", "2025-nddd", "Lndddd", "ndddda"),
    "rma": plain("RM-2025-ndddd", "Rndddddd", "2025/nddddd"),
    // Numbers that begin with 2 (EAN) and 4 (UPC) are for use inside a shop: no maker has them.
    "ean": checked("", "2" + d(11), by: CheckDigit.gs1),
    "upc": checked("", "4" + d(10), by: CheckDigit.gs1),
    "isbn": checked("", "978-1-ndddd-ddd-", "9781n" + d(7), by: CheckDigit.gs1),
    "isbn10": checked("", "1-ndddd-ddd-", "1n" + d(7), by: CheckDigit.isbn10),
    "imei": checked("", "00n" + d(11), by: CheckDigit.luhn),
    "asin": plain("B0ddxxxxxx"),
    "postcode": plain("LS1n naa", "BS1 naa", "nd0dd", "ndddd-ndd0"),
  ]

  /// Draws one of `masks` and fills it in.
  private static func plain(_ masks: String...) -> Shape {
    { $0.fill($0.pick(masks)) }
  }

  /// Draws one of `masks`, fills it in and appends its check digit.
  ///
  /// `prefix` is a mask in front that the digit leaves out; one of `suffixes` comes at the end.
  private static func checked(
    _ prefix: String,
    _ masks: String...,
    by digit: @escaping @Sendable (String) -> String,
    then suffixes: String...
  ) -> Shape {
    { random in
      let body = random.fill(random.pick(masks))
      return random.fill(prefix) + body + digit(body) + (suffixes.isEmpty ? "" : random.pick(suffixes))
    }
  }

  /// A mask of `count` digits.
  private static func d(_ count: Int) -> String {
    String(repeating: "d", count: count)
  }
}
