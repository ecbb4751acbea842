/// What fills the slots of one message: the same buyer, article, order and currency all through it.
struct SlotValues {
  /// The lists of words, by slot.
  let words: [String: [String]]
  /// The kind of order number of this message.
  let order: String
  /// The kind of tracking number of this message.
  let parcel: String

  private var random: SplitMix64
  private var kept: [String: String] = [:]
  private let currency: Int
  private let dateFormat: Int
  private let clock: Int
  /// The day on which the message is written, from the start of a year of 365 days.
  private let today: Int
  private let year: Int

  init(words: [String: [String]], random: SplitMix64) {
    var random = random
    self.words = words
    order = random.pick(NumberShapes.orders.keys.sorted())
    parcel = random.pick(NumberShapes.tracking.keys.sorted())
    currency = random.below(5)
    dateFormat = random.below(7)
    clock = random.below(3)
    today = random.number(30...320)
    year = random.number(2024...2026)
    self.random = random
  }

  /// The slots that can be filled without a list of words.
  static let names: Set<String> = {
    let kinds = NumberShapes.orders.keys.map { "order:" + $0 } + NumberShapes.tracking.keys.map { "tracking:" + $0 }
    let others = [
      "order", "tracking", "carrier", "model:other", "part:other", "date:past", "date:soon", "time", "time:early",
      "time:later", "price", "price:small", "percent", "quantity", "days", "pages", "size", "size:shoe", "dimension",
      "dimension:small", "length", "length:body", "length:foot", "length:far", "weight", "weight:heavy", "voltage",
      "voltage:small", "voltage:bulb", "capacity", "frequency", "frequency:motor", "temperature", "temperature:cold",
      "temperature:oven", "torque", "version", "version:older",
    ]
    return Set(kinds + others + NumberShapes.codes.keys)
  }()

  /// The slots with a new value at each place.
  private static let fresh: Set<String> = [
    "price", "time", "percent", "quantity", "date:past", "date:soon", "length", "dimension", "lot", "pages", "day",
  ]

  /// The words for the slot `name`, which is one of `names` or of the lists of words.
  mutating func value(_ name: String) -> String {
    if let value = kept[name] { return value }
    let value = draw(name)
    if !Self.fresh.contains(name) { kept[name] = value }
    return value
  }

  private mutating func draw(_ name: String) -> String {
    if let list = words[name] { return random.pick(list) }
    if let shape = NumberShapes.codes[name] { return shape(&random) }
    switch name {
    case "carrier": return NumberShapes.tracking[parcel]?.carrier ?? ""
    case "order", "order:" + order: return number(NumberShapes.orders[order], for: ["order", "order:" + order])
    case "tracking", "tracking:" + parcel:
      return number(NumberShapes.tracking[parcel]?.number, for: ["tracking", "tracking:" + parcel])
    case "model:other", "part:other": return draw(String(name.prefix { $0 != ":" }))
    default: return measure(name)
    }
  }

  /// A number that stands for several slots.
  private mutating func number(_ shape: NumberShapes.Shape?, for slots: [String]) -> String {
    let value = shape?(&random) ?? ""
    for slot in slots { kept[slot] = value }
    return value
  }

  private mutating func measure(_ name: String) -> String {
    switch name {
    case "date:past": date(today - random.number(1...12))
    case "date:soon": date(today + random.number(2...20))
    case "time": time(random.number(10...16), random.pick(["00", "15", "30", "45"]))
    case "time:early": time(random.number(7...9), random.pick(["00", "30"]))
    case "time:later": time(random.number(17...19), random.pick(["00", "30"]))
    case "price": price(random.number(15...240))
    case "price:small": price(random.number(2...14))
    case "percent": random.pick(["5", "7.5", "10", "19", "20", "80", "95"]) + random.pick(["%", " %", " percent"])
    case "quantity": String(random.number(2...9))
    case "days": random.pick(["3 to 5", "3-5", "5", "7-10", "two to four", "14"])
    case "pages": String(random.number(24...480))
    case "size": random.pick(["M", "XL", "EU 42", "44", "38R", "W32/L34"])
    case "size:shoe": random.pick(["EU 42", "UK 8", "10.5", "US 9 wide"])
    case "dimension": dimension()
    case "dimension:small": random.pick(["16.5 x 8 cm", "240 × 38 mm", "6.5 x 3.2 in"])
    case "length": random.pick(["3 cm", "25 mm", "12 mm", "2.5 in", "1 in", "3.5cm"])
    case "length:body": random.pick(["104 cm", "41 in", "48 cm", "52.5 cm"])
    case "length:foot": random.pick(["26.5 cm", "265 mm", "10.4 in"])
    case "length:far": random.pick(["10 m", "30 ft", "12.5 m", "8 metres"])
    case "weight": random.pick(["350 g", "1.2 kg", "2.75 kg", "4 lb 6 oz", "0.8 kg"])
    case "weight:heavy": random.pick(["25 kg", "60 kg", "110 lbs"])
    default: technical(name)
    }
  }

  private mutating func technical(_ name: String) -> String {
    switch name {
    case "voltage": random.pick(["230 V, 50 Hz", "220-240 V", "100-240 V~ 0.5 A", "12 V DC", "18 V"])
    case "voltage:small": random.pick(["2 V", "0.775 V", "1.4 V RMS"])
    case "voltage:bulb": random.pick(["60 W", "9 W", "40 W"])
    case "capacity": random.pick(["10,000 mAh", "5000 mAh", "36 Wh", "2.600 mAh"])
    case "frequency": random.pick(["50/60 Hz", "48 kHz", "1,200 Hz"])
    case "frequency:motor": random.pick(["50/60 Hz", "1,450 rpm", "2.800 rpm"])
    case "temperature": random.pick(["30 °C", "40 °C", "60°C", "86 °F", "40 degrees"])
    case "temperature:cold": random.pick(["-10 °C", "0 °C", "23 °F"])
    case "temperature:oven": random.pick(["220 °C", "450 °F", "180°C"])
    case "torque": random.pick(["2 Nm", "4.5 Nm", "18 in-lb"])
    case "version": random.pick(["2.4", "v3.0.12", "2.4.1.0", "V2.1b", "4.10.3-rc1"])
    case "version:older": random.pick(["1.9", "v1.0.3", "1.8.22", "V1.7"])
    default: preconditionFailure("no slot \(name)")
    }
  }

  private mutating func price(_ whole: Int) -> String {
    let cents = random.pick(["00", "49", "50", "90", "95", "99"])
    return switch currency {
    case 0: "$\(whole).\(cents)"
    case 1: "£\(whole).\(cents)"
    case 2: "€\(whole).\(cents)"
    case 3: "EUR \(whole),\(cents)"
    default: "\(whole).\(cents) USD"
    }
  }

  private mutating func dimension() -> String {
    let sides = (0..<3).map { _ in String(random.number(8...90)) }
    return random.pick([
      sides.joined(separator: " x ") + " cm", sides.joined(separator: "x") + " cm",
      sides.joined(separator: " × ") + " cm",
      sides.joined(separator: "\" x ") + "\"", sides.prefix(2).joined(separator: "0 x ") + "0 mm",
    ])
  }

  private func time(_ hour: Int, _ minute: String) -> String {
    switch clock {
    case 0: "\(hour < 10 ? "0" : "")\(hour):\(minute)"
    case 1: "\(hour > 12 ? hour - 12 : hour):\(minute) \(hour < 12 ? "a.m." : "p.m.")"
    default: "\(hour > 12 ? hour - 12 : hour)\(minute == "00" ? "" : "." + minute)\(hour < 12 ? "am" : "pm")"
    }
  }

  /// The day `ordinal` of the year (from 0, leap days left out), as this message writes its dates.
  private func date(_ ordinal: Int) -> String {
    var day = ordinal
    var month = 0
    for length in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] where day >= length && month < 11 {
      day -= length
      month += 1
    }
    let name = words["month"]?[month] ?? ""
    let (dayText, monthText) = (Self.twoDigits(day + 1), Self.twoDigits(month + 1))
    return switch dateFormat {
    case 0: "\(day + 1) \(name) \(year)"
    case 1: "\(name) \(day + 1), \(year)"
    case 2: "\(year)-\(monthText)-\(dayText)"
    case 3: "\(dayText)/\(monthText)/\(year)"
    case 4: "\(dayText).\(monthText).\(year)"
    case 5: "\(day + 1) \(name)"
    default: "\(monthText)/\(dayText)/\(year % 100)"
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}
