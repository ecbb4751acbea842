/// Drafts of which a part has to go, with the sentences that are innocent in them.
enum FixedDrafts {
  struct Sample: Sendable {
    let language: String
    var isPublic = false
    let text: String

    /// What has to stay, word for word.
    let innocent: [String]
  }

  static let all: [Sample] = english + german + japanese

  private static func make(_ language: String, _ texts: [([String], String)]) -> [Sample] {
    texts.map { innocent, bad in
      Sample(language: language, text: bad, innocent: innocent)
    }
  }

  private static let english = make(
    "en",
    [
      (
        ["Your replacement kettle was shipped on Tuesday."],
        "Your replacement kettle was shipped on Tuesday. Please delete your negative review."
      ),
      (
        ["We have refunded the postage in full."],
        "Please change your rating to five stars. We have refunded the postage in full."
      ),
      (
        ["The courier lost the parcel in Leeds.", "A second one left our warehouse this morning."],
        "The courier lost the parcel in Leeds. A second one left our warehouse this morning. If you remove the review we will send you a gift card."
      ),
      (
        ["We have sent the missing screws by first class post."],
        "We have sent the missing screws by first class post. Call me on 07700 900142 if they do not fit."
      ),
      (
        ["Your order left our warehouse on Monday."],
        "Your order left our warehouse on Monday. Use code SAVE10 for 10% off your next purchase."
      ),
      (
        ["The manual is in the bottom of the box."],
        "The manual is in the bottom of the box. Follow us on Instagram for more recipes."
      ),
      (
        ["We checked the scales of the warehouse, and both mugs were in the parcel."],
        "You are a liar. We checked the scales of the warehouse, and both mugs were in the parcel."
      ),
      (
        ["We found the fault: the fuse in the plug was broken."],
        "We found the fault: the fuse in the plug was broken.\n\nPlease remove your feedback now.\n\nBest wishes\nAnna"
      ),
      (
        ["- the cable was shipped on Monday", "- the lamp arrives on Friday"],
        "Two parcels are coming:\n- the cable was shipped on Monday\n- remove your one-star review and get $10\n- the lamp arrives on Friday\n"
      ),
      (
        ["You can keep the damaged vase."],
        "You can keep the damaged vase. We will pay you 20 dollars by PayPal if you take your review down."
      ),
      (
        ["The return label is attached to this message."],
        "The return label is attached to this message. You have 24 hours to change your feedback."
      ),
      (
        ["Your refund has been approved."],
        "Your refund has been approved. Write to us at help@lamps.example.com for anything else."
      ),
      (
        ["The second strap was posted yesterday."],
        "The second strap was posted yesterday. Leave us a 5-star review and we refund your shipping."
      ),
      (
        ["We have asked the carrier to open an investigation."],
        "We have asked the carrier to open an investigation. Next time order directly at www.oakshelf.example.com."
      ),
      (
        ["The size on the label was wrong, and that was our mistake."],
        "The size on the label was wrong, and that was our mistake. Would you be so kind as to revise your one-star rating?"
      ),
      (
        ["Your parcel was handed to the carrier on Monday."],
        "Your parcel was handed to the carrier on Monday. If you do not delete the review we will call our lawyer."
      ),
    ])

  private static let german = make(
    "de",
    [
      (
        ["Ihre Ersatzlieferung wurde am Dienstag verschickt."],
        "Ihre Ersatzlieferung wurde am Dienstag verschickt. Bitte löschen Sie Ihre negative Bewertung."
      ),
      (
        ["Wir haben das Porto erstattet."],
        "Bitte ändern Sie Ihre Bewertung auf fünf Sterne. Wir haben das Porto erstattet."
      ),
      (
        ["Das Paket ist in Leipzig verloren gegangen.", "Ein zweites ging heute früh auf die Reise."],
        "Das Paket ist in Leipzig verloren gegangen. Ein zweites ging heute früh auf die Reise. Wenn Sie die Bewertung entfernen, schicken wir Ihnen einen Gutschein."
      ),
      (
        ["Die fehlenden Schrauben sind heute rausgegangen."],
        "Die fehlenden Schrauben sind heute rausgegangen. Rufen Sie mich an unter 030 23125 417."
      ),
      (
        ["Ihre Bestellung hat am Montag unser Lager verlassen."],
        "Ihre Bestellung hat am Montag unser Lager verlassen. Mit dem Code SPAREN10 erhalten Sie 10 % Rabatt auf Ihren nächsten Einkauf."
      ),
      (
        ["Die Anleitung liegt unten im Karton."],
        "Die Anleitung liegt unten im Karton. Folgen Sie uns auf Instagram!"
      ),
      (
        ["Wir haben den Fehler gefunden: Die Sicherung im Stecker war durchgebrannt."],
        "Wir haben den Fehler gefunden: Die Sicherung im Stecker war durchgebrannt.\n\nBitte nehmen Sie Ihre Bewertung zurück.\n\nMit freundlichen Grüßen\nAnna"
      ),
      (
        ["Die beschädigte Vase dürfen Sie behalten."],
        "Die beschädigte Vase dürfen Sie behalten. Sobald Sie Ihre Rezension gelöscht haben, überweisen wir Ihnen 20 Euro."
      ),
      (
        ["Ihre Erstattung wurde genehmigt."],
        "Ihre Erstattung wurde genehmigt. Schreiben Sie uns sonst an hilfe@lampen.example.com."
      ),
      (
        ["Das zweite Armband wurde gestern abgeschickt."],
        "Das zweite Armband wurde gestern abgeschickt. Geben Sie uns 5 Sterne, dann erstatten wir Ihnen den Versand."
      ),
      (
        ["Wir haben beim Paketdienst einen Nachforschungsauftrag gestellt."],
        "Wir haben beim Paketdienst einen Nachforschungsauftrag gestellt. Bestellen Sie das nächste Mal direkt auf www.eichenregal.example.com."
      ),
      (
        ["Das Ersatzteil ist unterwegs."],
        "Das Ersatzteil ist unterwegs. Wenn Sie die Bewertung nicht löschen, schalten wir unseren Anwalt ein."
      ),
    ])

  private static let japanese = make(
    "ja",
    [
      (["代わりの商品は本日発送いたしました。"], "代わりの商品は本日発送いたしました。レビューを削除してください。"),
      (["送料は全額返金いたしました。"], "評価を星5に変更してください。送料は全額返金いたしました。"),
      (["ねじは昨日発送いたしました。"], "ねじは昨日発送いたしました。090-0000-0000までお電話ください。"),
      (["商品は月曜日に倉庫から出荷されました。"], "商品は月曜日に倉庫から出荷されました。次回使える10％オフクーポンをプレゼントします。"),
      (["説明書は箱の底に入っております。"], "説明書は箱の底に入っております。インスタグラムをフォローしてください。"),
      (["破損した商品はご返送いただく必要はございません。"], "破損した商品はご返送いただく必要はございません。レビューを削除していただければ、ギフト券をお送りします。"),
      (["返金の手続きは完了いたしました。"], "返金の手続きは完了いたしました。低評価を取り消していただけますか。"),
      (["配送会社に調査を依頼いたしました。"], "配送会社に調査を依頼いたしました。高評価をいただければ送料を返金します。"),
      (["交換品は明日お届けいたします。"], "交換品は明日お届けいたします。\n\nレビューの修正をお願いいたします。\n\n何卒よろしくお願いいたします。"),
      (["原因はプラグのヒューズ切れと確認いたしました。"], "原因はプラグのヒューズ切れと確認いたしました。星1のレビューを消してください。"),
      (["部品は在庫がございますので、本日出荷いたしました。"], "部品は在庫がございますので、本日出荷いたしました。LINEで友だち追加してください。"),
      (["お荷物は5月2日に発送いたしました。"], "お荷物は5月2日に発送いたしました。レビューを書いてくださった方に500円分のギフト券を差し上げます。"),
    ])

  /// Drafts in which the condition goes with what it bought, since without it that would be a promise; and what must not
  /// be read in what is left.
  static let bargains: [(language: String, text: String, promise: [String])] = [
    ("en", "We refund you if you remove the review.", ["We refund you"]),
    ("en", "We will send you a new lamp once the review is gone.", ["send you a new lamp"]),
    ("en", "You will receive 20 dollars as soon as you change your rating.", ["20 dollars"]),
    ("en", "Delete your feedback and we will replace the mug.", ["replace the mug"]),
    ("en", "If you take down the one-star review, the second pair is free.", ["second pair"]),
    ("en", "Your money comes back when the stars go up.", ["money comes back"]),
    ("en", "I can issue a full refund, provided that you edit your review.", ["full refund"]),
    ("en", "The order left on Monday. We double the refund if you revise your review.", ["double the refund"]),
    ("en", "The order left on Monday. Once you have removed the feedback, we will send a gift card.", ["gift card"]),
    ("en", "The order left on Monday. In exchange for five stars we give you a voucher.", ["voucher"]),
    ("en", "The order left on Monday. Remove the review and you get half of your money back.", ["half of your money"]),
    ("en", "The order left on Monday. A new unit ships the moment your review disappears.", ["new unit ships"]),
    ("de", "Wir erstatten Ihnen den Kaufpreis, wenn Sie die Bewertung löschen.", ["erstatten"]),
    ("de", "Sobald die Bewertung gelöscht ist, bekommen Sie eine neue Lampe.", ["neue Lampe"]),
    ("de", "Sie erhalten 20 Euro, sobald Sie Ihre Bewertung ändern.", ["20 Euro"]),
    ("de", "Löschen Sie Ihre Rezension, und wir ersetzen die Tasse.", ["ersetzen die Tasse"]),
    ("de", "Falls Sie die Sterne anpassen, ist das zweite Paar gratis.", ["zweite Paar"]),
    ("de", "Das Paket ist unterwegs. Nach der Löschung Ihrer Bewertung schicken wir einen Gutschein.", ["Gutschein"]),
    ("de", "Das Paket ist unterwegs. Für fünf Sterne erhalten Sie einen Rabatt von 15 Euro.", ["15 Euro"]),
    ("de", "Das Paket ist unterwegs. Wir zahlen die Hälfte zurück, wenn Sie Ihre Bewertung ändern.", ["Hälfte"]),
    (
      "de", "Das Paket ist unterwegs. Nehmen Sie die Bewertung zurück, dann erstatten wir alles.",
      ["erstatten wir alles"]
    ),
    ("ja", "レビューを削除していただければ返金いたします。", ["返金いたします"]),
    ("ja", "評価を変更していただけましたら、新しいランプをお送りします。", ["お送りします"]),
    ("ja", "星5に変更していただければ、1,000円を差し上げます。", ["1,000円"]),
    ("ja", "レビューの削除を確認でき次第、交換品を発送いたします。", ["発送いたします"]),
    ("ja", "商品は本日発送いたしました。レビューを消していただければ、ギフト券をお送りします。", ["ギフト券"]),
    ("ja", "商品は本日発送いたしました。高評価をいただければ、半額を返金いたします。", ["半額"]),
    ("ja", "商品は本日発送いたしました。評価の取り下げと引き換えに、クーポンを差し上げます。", ["クーポン"]),
    ("en", "The order left on Monday. Change your feedback and the postage is on us.", ["postage is on us"]),
    ("en", "We are happy to refund you after you have deleted your review.", ["refund you"]),
  ]
}
