import UnicodeText

@testable import Linting

/// Cue words for the tests, English, German and Japanese with a few of others; the lexicons have more.
enum CueWords {
  private static let phrases: [Cue: String] = [
    .phone:
      "call,phone,text,ring,tel,telephone,mobile,cell,reach,dial,sms,anrufen,telefon,telefonisch,handy,ruf,電話,携帯,tlf,llámanos,appeler,ligue",
    .card: "card,visa,mastercard,amex,credit card,karte,kreditkarte,カード",
    .bank: "iban,account number,sort code,routing number,bank account,konto,kontonummer,bankverbindung,口座番号",
    .nationalID:
      "ssn,social security number,passport,national id,tax id,id number,steuer-id,steuernummer,personalausweis,cpf,マイナンバー,nino",
    .password: "password,passwort,kennwort,パスワード,pin,passcode",
    .handle: "whatsapp,telegram,wechat,line,instagram,skype,ライン,インスタ,signal",
    .orderID: "order,orders,order id,bestellung,bestellnummer,注文番号,注文",
    .tracking: "tracking,tracking number,parcel,sendungsnummer,sendung,伝票番号,追跡番号,awb",
    .carrier: "ups,dhl,royal mail",
    .returnID: "rma,return id,return number,retourennummer,返品番号",
    .notPhone:
      "order,case,serial,serial number,model,part,sku,asin,ean,isbn,lot,size,tracking,artikelnummer,seriennummer,modell,商品番号,型番,batch,code,item,invoice,firmware,version",
    .street:
      "street,st,road,rd,lane,close,avenue,place,route,ave,drive,court,way,*straße,*str,straße,*weg,*gasse,*platz,rue,via,calle,丁目,番地,号室,sokak,ulicy,*laan,*gatan",
    .birth: "date of birth,dob,born on,geburtsdatum,生年月日",
    .honorific: "mr,mrs,ms,miss,dr,prof,herr,frau,herrn,様,さん,さま,monsieur,madame,先生,女士,*님",
    .greeting:
      "hi,hello,dear,hey,thank you,thanks,sorry,hallo,liebe,lieber,guten tag,sehr geehrter,sehr geehrte,親愛なる,estimada,estimado,prezado",
    .recipient:
      "handed to,handed it to,signed for by,received by,customer,told,unterschrieben von",
    .at: "at,ät,arroba,klammeraffe,アット",
    .dot: "dot,punkt,punto,ドット",
    .double: "double,doppel", .triple: "triple",
    .digit0: "zero,oh,null,零,〇,ゼロ", .digit1: "one,eins,一", .digit2: "two,zwei,zwo,二,に", .digit3: "three,drei,三",
    .digit4: "four,vier,四,よん", .digit5: "five,fünf,五", .digit6: "six,sechs,六", .digit7: "seven,sieben,七",
    .digit8: "eight,acht,八", .digit9: "nine,neun,九",
  ]

  private struct Pattern {
    let cue: Cue
    let hashes: [UInt64]
    let suffix: [UInt8]?
  }

  private static let patterns: [Pattern] = phrases.flatMap { cue, list in
    list.split(separator: ",").map { phrase in
      if phrase.first == "*" { return Pattern(cue: cue, hashes: [], suffix: folded(String(phrase.dropFirst()))) }
      let bytes = folded(String(phrase))
      var tokens: [Token] = []
      Tokenizer.append(bytes.span, 0..<bytes.count, to: &tokens)
      return Pattern(cue: cue, hashes: tokens.map(\.hash), suffix: nil)
    }
  }

  private static func folded(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard let folded = try? FoldedText(bytes.span) else { preconditionFailure("cannot fold \(text)") }
    return folded.utf8
  }

  static func hits(_ tokens: [Token], _ utf8: [UInt8]) -> [Passage.CueHit] {
    var hits: [Passage.CueHit] = []
    for index in tokens.indices {
      for pattern in patterns {
        if let suffix = pattern.suffix {
          guard tokens[index].range.count > suffix.count, utf8[tokens[index].range].suffix(suffix.count) == suffix[...]
          else { continue }
          hits.append(Passage.CueHit(cue: pattern.cue, tokens: index..<(index + 1)))
        } else if tokens[index...].prefix(pattern.hashes.count).map(\.hash) == pattern.hashes {
          hits.append(Passage.CueHit(cue: pattern.cue, tokens: index..<(index + pattern.hashes.count)))
        }
      }
    }
    return hits
  }
}
