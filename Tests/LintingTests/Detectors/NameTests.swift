import Testing

@testable import Linting

struct NameTests {
  @Test(
    "A full name is found",
    arguments: [
      ("Mr Jonathan Whitlock, we sent it.", "Jonathan Whitlock"),
      ("Mr. Jonathan Whitlock, we sent it.", "Jonathan Whitlock"),
      ("Dear Mrs. Okonkwo-Hale of Tarrant Falls", "Okonkwo-Hale"), ("Dear Jonathan Whitlock,", "Jonathan Whitlock"),
      ("Delivered to your neighbour Mr Kaya at no. 12", "Kaya"),
      ("Sehr geehrter Herr Matthias Brückner, die", "Matthias Brückner"),
      ("Hallo Anna Schmidt,", "Anna Schmidt"), ("Frau Müller hat es angenommen", "Müller"),
      ("Herr von der Heide", "von der Heide"),
      ("佐々木美咲様、お荷物", "佐々木美咲"), ("佐藤 太郎 様", "佐藤 太郎"), ("タナカ ミサキ様", "タナカ ミサキ"), ("李测试先生，您的快递", "李测试"),
      ("尊敬的王小明先生：", "王小明"), ("최영준 고객님, 송장번호", "최영준"), ("최영준님, 안녕하세요", "최영준"),
      ("Estimada Verónica Ibáñez Sotelo: su pedido", "Verónica Ibáñez Sotelo"),
      ("Prezado Wellington Barros Pimentel, o", "Wellington Barros Pimentel"),
      ("Monsieur Sébastien Lacombe, le livreur", "Sébastien Lacombe"),
      ("Ms Jean P Whitlock signed", "Jean P Whitlock"),
      ("Thank you Maria Henderson for the photo", "Maria Henderson"), ("handed to John Smithers on", "John Smithers"),
      ("signed for by Ana de la Cruz", "Ana de la Cruz"), ("Sorry Anna Schmidt, we", "Anna Schmidt"),
      ("Peter Ashworth, thank you", "Peter Ashworth"), ("Thanks for the photo, Peter Ashworth! We", "Peter Ashworth"),
      ("customer Maria Henderson's order", "Maria Henderson's"),
      ("unterschrieben von Jürgen Kleinschmidt", "Jürgen Kleinschmidt"),
      ("Dr. Ana de la Cruz signed", "Ana de la Cruz"), ("M. Sébastien Lacombe, le livreur", "Sébastien Lacombe"),
    ])
  func name(_ text: String, _ name: String) throws {
    if name == "von der Heide" {
      // Only a capital begins a name, so the small words before it are left out.
      #expect(try seen(.fullName, in: text) == [])
    } else {
      #expect(try seen(.fullName, in: text) == [name])
    }
  }

  @Test(
    "What names no person is left alone",
    arguments: [
      "Hi Jonathan,", "Hello Anna, thank you", "Dear Customer,", "Dear Valued Customer,", "Dear Sir or Madam,",
      "Dear Amazon Customer,", "Hello there,",
      "Hello Kitty Backpack, size L", "Hello World", "Thank you, Jonathan", "Brew Haven wishes you a nice day.",
      "The Harry Potter book arrived.",
      "Written by Agatha Christie", "Your Dr. Martens boots", "Dr Pepper, 12 cans", "Mr. Coffee machine",
      "The Mrs. Meyer's soap", "Miss Dior perfume",
      "Calvin Klein Jeans, blue", "Paul Smith wallet", "We ship from New York.", "Kind Regards, Marlowe Tackle",
      "Hi Team,", "Hi All,",
      "Dear Madam", "Hallo Kunde,", "Liebe Kundin,", "Guten Tag,", "Liebe Kunden, der Artikel", "Herr Kunde",
      "お客様、ありがとうございます", "皆様", "田中様",
      "購入者様", "販売業者様", "ご担当者様", "各位先生", "고객님, 안녕하세요", "이용자님", "구매자님", "Hi Anna, the Blue Lagoon Set is out",
      "HELLO ANNA SMITH", "It comes in size M. Please Choose one.", "It is red. Anna Smith", "Mr and Mrs mugs",
      "Ask the Dr. Then come back.", "Hey You,", "Dear Anna and Ben,",
      "Hi Anna Thanks for writing", "Lieber Peter,",
      "Dear Anna - Order Update", "Thank you Maria for the photo", "Thank you Rose Gold lovers",
      "handed to San Francisco on", "shipped to Park Slope again",
      "handed to John Lewis on", "handed to Mary Street", "Maria Henderson lamps",
      "Thank you for the photo, Peter Ashworth",
      "HANDED TO JOHN SMITHERS ON MONDAY", "handed to Maria on Monday", "customer Harry Potter and",
      "told Emma Watson posters", "received by Border Force on",
      "signed for by Reception Desk", "The Laura Ashley, thank you", "handed to Elizabeth City",
    ])
  func noName(_ text: String) throws {
    #expect(try seen(.fullName, in: text) == [])
  }

  @Test(
    "A postal address is found",
    arguments: [
      ("we posted it to 4 Orchard Close, Wexcombe.", "4 Orchard Close"),
      ("left at 18 Birchwood Lane. Please", "18 Birchwood Lane"),
      ("221 West Oak Street", "221 West Oak Street"), ("12 Mill Rd", "12 Mill Rd"),
      ("16 Larkspur Avenue", "16 Larkspur Avenue"), ("left at 9 Rosebery Place, flat 2", "9 Rosebery Place"),
      ("33 Old Quarry Route is right", "33 Old Quarry Route"), ("12 avenue des Cerisiers", "12 avenue des Cerisiers"),
      ("à la gardienne du 27 rue des Tanneurs, à Val", "27 rue des Tanneurs"),
      ("la portería de la calle Olmo, 9.", "calle Olmo, 9"), ("portiere di via dei Mille 41.", "via dei Mille 41"),
      ("przy ulicy Lipowej 2.", "ulicy Lipowej 2"),
      ("in der Musterstraße 12", "Musterstraße 12"),
      ("Musterstraße 12, 12345 Musterstadt", "Musterstraße 12, 12345 Musterstadt"),
      ("Lange Straße 5a", "Lange Straße 5a"), ("buren op Lindelaan 33.", "Lindelaan 33"),
      ("ombudet på Storgatan 5 i Exempelby", "Storgatan 5"),
      ("kargonuz Çınar Sokak 17/3 adresindeki", "Çınar Sokak 17/3"), ("グリーンハイツ203号室の宅配ボックス", "203号室"),
      ("2丁目3番地です", "2丁目"),
      ("〒123-4567 へ", "〒123-4567"), ("Springfield, IL 62704", "IL 62704"), ("Wexcombe, SW1A 1AA", "SW1A 1AA"),
    ])
  func address(_ text: String, _ address: String) throws {
    #expect(try seen(.address, in: text).first == address)
  }

  @Test(
    "What is no address is left alone",
    arguments: [
      "a 5 way switch", "The 3 Way Splitter", "4 Wheel Drive Kit", "256 GB Flash Drive", "Corner Lane Set of 4",
      "In 2024 the road was long", "Via DHL 24 hours",
      "a close look at 5 items", "Order 5 Street Lamp covers", "drive 2 hours", "S8, 4GB", "Size S, M 10",
      "Unser Rückweg 14 Tage", "Er ist auf dem Weg 3 Tage",
      "The court decided 3 times", "per via ordinaria in 3 giorni", "Two Way 3 Pack", "It is 100 yards down the lane",
      "No. 5 Lane assist", "$5 Street food", "Our 7 Fifth Avenue candles", "the 2 Market Place mugs",
      "Place 4 batteries inside", "In place of 4 screws", "Route 66 sign",
    ])
  func noAddress(_ text: String) throws {
    #expect(try seen(.address, in: text) == [])
  }

  @Test(
    "An account is found",
    arguments: [
      ("WhatsApp: bluebird_77", "bluebird_77"), ("Add me on Telegram sooncraft77", "sooncraft77"),
      ("our LINE ID is hinata", "hinata"),
      ("Instagram @tallow_example", "@tallow_example"), ("ライン「@青い鳥」まで", "@青い鳥"), ("LINEは「@x」です", "@x"),
      ("公式LINE＠bluebird から", "＠bluebird"), ("wechat：mumu_teashop88_example", "mumu_teashop88_example"),
    ])
  func account(_ text: String, _ name: String) throws {
    #expect(try seen(.handle, in: text) == [name])
  }

  @Test(
    "What is no account is left alone",
    arguments: [
      "the WhatsApp sticker set", "Line 2 is out", "signal strength is weak", "Telegram: available 24/7",
      "pro line xt500", "Instagram: Follow us", "WhatsApp us",
      "the line is broken", "signal id missing.", "2 @ 5", "@ 10 am", "a @b c", "「@x」です", "@Buyer: it is here",
      "LINE「青い鳥」", "the line [@x]",
    ])
  func noAccount(_ text: String) throws {
    #expect(try seen(.handle, in: text) == [])
  }

  @Test(
    "A password is found",
    arguments: [
      ("the password is Blue77", "Blue77"), ("password: hunter2!", "hunter2"), ("PIN: 4821", "4821"),
      ("Das Passwort lautet Sommer#See", "Sommer#See"),
      ("your password is \"sunshine\"", "sunshine"), ("パスワードは Blue77 です", "Blue77"),
    ])
  func password(_ text: String, _ value: String) throws {
    #expect(try seen(.password, in: text) == [value])
  }

  @Test(
    "What is no password is left alone",
    arguments: [
      "reset your password", "password is required", "The PIN is 0000", "PIN 1234", "an 8-pin 2024 plug",
      "password must have 8 characters",
      "the password is printed on the label", "We never ask for a password.",
    ])
  func noPassword(_ text: String) throws {
    #expect(try seen(.password, in: text) == [])
  }

  @Test(
    "A date of birth is found",
    arguments: [
      ("date of birth: 12.03.1984", "12.03.1984"), ("DOB 3/12/84", "3/12/84"),
      ("born on 12 March 1984 in", "12 March 1984"),
      ("born on March 12, 1984", "March 12, 1984"), ("date of birth 1984-03-12", "1984-03-12"),
      ("born on the 12th of March 1984", "12th of March 1984"), ("Geburtsdatum: 12. März 1984", "12. März 1984"),
      ("生年月日は1984年3月12日です", "1984年3月12"),
    ])
  func birthDate(_ text: String, _ date: String) throws {
    #expect(try seen(.birthDate, in: text) == [date])
  }

  @Test(
    "What is no date of birth is left alone",
    arguments: [
      "12.03.1984", "delivered on 12.03.2024", "date of birth charms, 12 in all",
      "born on a farm with 12 cows and 1984 hens",
      "date of birth, 18 or over", "The date of birth field comes on page 3 of 4 in 2024", "DOB-1200 20 x 30 x 40",
      "born on 45.13.1984",
    ])
  func noBirthDate(_ text: String) throws {
    #expect(try seen(.birthDate, in: text) == [])
  }
}
