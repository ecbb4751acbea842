import Testing

@testable import Linting

struct NumberTests {
  @Test(
    "A telephone number is found",
    arguments: [
      ("My direct line is +44 20 7946 0823.", "+44 20 7946 0823"),
      ("Call +1 202 555 0173 any time", "+1 202 555 0173"),
      ("contact + 1 (2 0 2) 5 5 5 - 0 1 7 3", "+ 1 (2 0 2) 5 5 5 - 0 1 7 3"),
      ("0044 20 7946 0823 is ours", "0044 20 7946 0823"),
      ("Text me on 07700 900142", "07700 900142"),
      ("We are at 07700 900142 on weekdays.", "07700 900142"),
      ("My number: (202) 555-0173", "202) 555-0173"),
      ("Try 202-555-0173 after six", "202-555-0173"),
      ("Call us on 2025550173", "2025550173"),
      ("Am schnellsten geht es telefonisch: 030 23125 417", "030 23125 417"),
      ("Sie erreichen uns unter 030 23125417", "030 23125417"),
      ("+49 (0)30 23125 417", "+49 (0)30 23125 417"),
      ("m'appeler au 06 39 98 14 27", "06 39 98 14 27"),
      ("06.39.98.14.27", "06.39.98.14.27"),
      ("お電話は 030-2312-5417 まで", "030-2312-5417"),
      ("Mobile 0491 570 156", "0491 570 156"),
      ("call 5 5 5 - 0 1 7 3", "5 5 5 - 0 1 7 3"),
      ("2.0.2.5.5.5.0.1.7.3", "2.0.2.5.5.5.0.1.7.3"),
      ("text O77OO 9OO142", "O77OO 9OO142"),
      ("電話 ０７７００ ９００１４２", "０７７００ ９００１４２"),
      (
        "zero seven seven double zero nine double zero one four two",
        "zero seven seven double zero nine double zero one four two"
      ),
      ("null drei null zwei drei eins zwo fünf", "null drei null zwei drei eins zwo fünf"),
      ("ring oh seven seven 00 900 142", "oh seven seven 00 900 142"),
      ("202-555-0173 (WhatsApp)", "202-555-0173"),
      ("ゼロサンゼロ000 1234に電話", "ゼロサンゼロ000 1234"), ("〇三の〇〇〇〇の五六七八に電話", "〇三の〇〇〇〇の五六七八"),
      ("電話はゼロサンゼロゼロゼロゼロイチニーナナハチです", "ゼロサンゼロゼロゼロゼロイチニーナナハチ"),
      ("電話はゼロサンゼロゼロの00の5678です", "ゼロサンゼロゼロの00の5678"),
      ("Call UPS: 212 555 0143", "212 555 0143"), ("Please call the DHL hotline, 212 555 0143", "212 555 0143"),
      ("Call DHL on 2125550143", "2125550143"), ("UPS, tel. 212 555 0143", "212 555 0143"),
    ])
  func phone(_ text: String, _ number: String) throws {
    #expect(try seen(.phone, in: text) == [number])
  }

  @Test(
    "What is no telephone number is left alone",
    arguments: [
      "We posted it on 12.05.2024 and again on 19.05.2024.", "Call us between 9.00-18.00 or 0900-1800.",
      "Open 24/7, call any time",
      "Serial number 0312 4455 667", "Model 212-555-0173 fits", "The years 2019-2024", "call about order 1234567890",
      "Text: EAN 4006381333931", "It weighs 1 250 000 g", "Phone case for iPhone 15 Pro Max 256GB",
      "40.712776, -74.005974",
      "Size 30 x 40 x 120 cm", "Firmware 10.2.1.5544", "Part no. 0445-110-250", "Sizes 6 7 8 9 10 11 12",
      "192.168.0.1 opens the router; call us if not",
      "one two three four five six seven eight", "Give it one or two days, or three", "Price: $1,299.00, call today",
      "Batch 20240512-0017",
      "ISBN 978-3-16-148410-0", "We answer within 24-48 hours", "2 of 3, 4 of 5, 6 of 7", "1-2-3-4", "call 911",
      "Invoice 2024-000123456",
      "Voltage 100-240 V, 50/60 Hz, phone charger 20000 mAh", "The code 1234567 opens it", "+5 stars", "+100 points",
      "10+ years", "サンゴのネックレスを電話で", "ニシンの1234番", "一の二の三の四の五", "カスタマーレビュー1234567", "ロクシタン 2024 サンゴ",
    ])
  func noPhone(_ text: String) throws {
    #expect(try seen(.phone, in: text) == [])
  }

  @Test(
    "A payment card is found",
    arguments: [
      ("4111 1111 1111 1111", "4111 1111 1111 1111"), ("card 4111111111111111 exp 12/27", "4111111111111111"),
      ("5555-5555-5555-4444 please", "5555-5555-5555-4444"), ("Amex 3782 822463 10005", "3782 822463 10005"),
      ("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"),
      ("We refunded your Visa ending 4417 today", "Visa ending 4417"),
      ("your card ending in 4417", "card ending in 4417"), ("card **** 4417", "card **** 4417"),
      ("xxxx-xxxx-xxxx-4417", "xxxx-xxxx-xxxx-4417"),
    ])
  func card(_ text: String, _ number: String) throws {
    #expect(try seen(.card, in: text) == [number])
  }

  @Test(
    "What is no card is left alone",
    arguments: [
      "4111 1111 1111 1112", "tracking 4111111111111111", "gift card 2024 edition", "card 5.500 pieces",
      "order 4111111111111111",
      "8212345678901234", "A 50 mm x 4417 card",
    ])
  func noCard(_ text: String) throws {
    #expect(try seen(.card, in: text) == [])
  }

  @Test(
    "An IBAN is found and stops at its length",
    arguments: [
      ("DE89370400440532013000", "DE89370400440532013000"),
      ("pay to DE89 3704 0044 0532 0130 00 today", "DE89 3704 0044 0532 0130 00"),
      ("GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"),
      ("iban DE00 3704 0044 0532 0130 00", "DE00 3704 0044 0532 0130 00"),
      ("FR1420041010050500013M02606", "FR1420041010050500013M02606"),
    ])
  func iban(_ text: String, _ number: String) throws {
    #expect(try seen(.iban, in: text) == [number])
  }

  @Test("Words after a number are no part of an IBAN")
  func noIBAN() throws {
    // Twenty letters and digits, as in Austria, and by chance the check is right.
    #expect(try seen(.iban, in: "Our techs at 303-555-0142 will walk anybody") == [])
  }

  @Test(
    "Order, tracking and return numbers are found",
    arguments: [
      ("Order 113-4827195-6620431 was sent", Detection.Kind.orderID, "113-4827195-6620431"),
      ("12-12345-54321", .orderID, "12-12345-54321"), ("order #1234567890", .orderID, "1234567890"),
      ("Ihre Bestellung 304-5582910-7719345", .orderID, "304-5582910-7719345"),
      ("注文番号：123456-20240512-0123456789", .orderID, "123456-20240512-0123456789"),
      ("Order no. AB-20931-77", .orderID, "AB-20931-77"), ("1Z999AA10123456784", .tracking, "1Z999AA10123456784"),
      ("AA123456785BR", .tracking, "AA123456785BR"), ("RR 123 456 785 BR", .tracking, "RR 123 456 785 BR"),
      ("tracking 9400 1118 9922 3344 5566 77", .tracking, "9400 1118 9922 3344 5566 77"),
      ("SF1390284471566", .tracking, "SF1390284471566"),
      ("AWB 77319284460", .tracking, "77319284460"), ("伝票番号 4412-8890-3376", .tracking, "4412-8890-3376"),
      ("return RMA-20931 is open", .returnID, "RMA-20931"),
    ])
  func identifier(_ text: String, _ kind: Detection.Kind, _ number: String) throws {
    #expect(try seen(kind, in: text) == [number])
    #expect(try seen(.phone, in: text) == [])
  }

  @Test(
    "No order, tracking or return number is made up",
    arguments: [
      "order 2 more", "Your order of 12.05.2024", "order from 2024", "Order 12500 EUR worth", "1Z999AA10123456785",
      "AA123456786BR",
      "an order of 100000 pieces", "The tracking shows 3 days",
    ])
  func noIdentifier(_ text: String) throws {
    let kinds: Set<Detection.Kind> = [.orderID, .tracking, .returnID]
    #expect(try seen(text).filter { kinds.contains($0.kind) } == [])
  }

  @Test(
    "Bank accounts and numbers of persons are found",
    arguments: [
      ("sort code 20-00-00", Detection.Kind.bankAccount, "20-00-00"), ("Konto 1234567890", .bankAccount, "1234567890"),
      ("My SSN is 078-05-1120", .nationalID, "078-05-1120"), ("o CPF 123.456.789-09", .nationalID, "123.456.789-09"),
      ("123.456.789-09", .nationalID, "123.456.789-09"), ("passport C01X00T47", .nationalID, "C01X00T47"),
      ("12345678Z", .nationalID, "12345678Z"), ("756.9217.0769.85", .nationalID, "756.9217.0769.85"),
      ("Steuer-ID 12 345 678 903", .nationalID, "12 345 678 903"),
    ])
  func account(_ text: String, _ kind: Detection.Kind, _ number: String) throws {
    #expect(try seen(kind, in: text) == [number])
  }

  @Test(
    "Money and percentages are found",
    arguments: [
      ("We refund $20 now", Detection.Kind.money, "$20"), ("20 EUR", .money, "20 EUR"),
      ("1.299,00 €", .money, "1.299,00 €"),
      ("USD 1,299.50", .money, "USD 1,299.50"), ("20 000 kr", .money, "20 000 kr"), ("1500円", .money, "1500円"),
      ("￥1500", .money, "￥1500"),
      ("10 % off", .percent, "10 %"), ("15%", .percent, "15%"), ("£5", .money, "£5"), ("₹500", .money, "₹500"),
    ])
  func money(_ text: String, _ kind: Detection.Kind, _ amount: String) throws {
    #expect(try seen(kind, in: text) == [amount])
  }

  @Test(
    "What counts as disguise",
    arguments: [
      ("call 5 5 5 - 0 1 7 3 - 2 0 2", true), ("call 202-555-0173", false), ("電話 ０７７００ ９００１４２", true),
      ("text O77OO 9OO142", true),
      ("zero seven seven double zero nine double zero one four two", true), ("06 39 98 14 27", false),
    ])
  func disguise(_ text: String, _ expected: Bool) throws {
    #expect(try isDisguised(.phone, in: text) == expected)
  }
}
