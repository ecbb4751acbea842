import Linting
import Testing

@testable import Advice

/// Each language that says something of fixes keeps what is innocent, and makes no promise of a bargain.
@Suite struct `a fixer, in further languages` {
  private static let tools = Result { () throws -> (linter: Linter, fixer: Fixer) in
    let linter = try Linter()
    return (linter, try Fixer(linter))
  }

  private func fix(_ text: String, _ language: String, _ channel: Channel = .message) throws -> FixedDraft {
    let (linter, fixer) = try Self.tools.get()
    let draft = Draft(text, channel: channel, language: language)
    return try fixer.fixes(of: draft, linter.check(draft), .unsafe)
  }

  @Test(arguments: [
    (
      "fr", "Votre colis a été expédié lundi. Merci de supprimer votre avis négatif.",
      "Votre colis a été expédié lundi."
    ),
    (
      "fr", "Le remplacement a été envoyé ce matin, donc veuillez retirer votre commentaire.",
      "Le remplacement a été envoyé ce matin."
    ),
    (
      "fr", "La notice est dans le carton. Écrivez-nous sur WhatsApp au 06 39 98 12 34.",
      "La notice est dans le carton."
    ),
    ("es", "Su paquete salió el lunes. Elimine su reseña negativa, por favor.", "Su paquete salió el lunes."),
    (
      "es", "Le hemos enviado la pieza esta mañana, así que borre su comentario.",
      "Le hemos enviado la pieza esta mañana."
    ),
    ("es", "El manual está en la caja. Escríbanos por WhatsApp al 555-0142.", "El manual está en la caja."),
    ("it", "Il pacco è partito lunedì. Cancelli la sua recensione negativa, per favore.", "Il pacco è partito lunedì."),
    (
      "it", "Abbiamo spedito il ricambio stamattina, quindi tolga il suo commento.",
      "Abbiamo spedito il ricambio stamattina."
    ),
    ("it", "Il manuale è nella scatola. Ci scriva su WhatsApp.", "Il manuale è nella scatola."),
    (
      "pt", "A encomenda saiu na segunda-feira. Apague a sua avaliação negativa, por favor.",
      "A encomenda saiu na segunda-feira."
    ),
    ("pt", "Enviámos a peça esta manhã, por isso retire o seu comentário.", "Enviámos a peça esta manhã."),
    ("pt", "O manual está na caixa. Escreva-nos pelo WhatsApp.", "O manual está na caixa."),
    (
      "pl", "Paczka została wysłana w poniedziałek. Prosimy usunąć negatywną opinię.",
      "Paczka została wysłana w poniedziałek."
    ),
    ("pl", "Wysłaliśmy nową część dziś rano, więc prosimy usunąć komentarz.", "Wysłaliśmy nową część dziś rano."),
    ("pl", "Instrukcja jest w pudełku. Proszę pisać na WhatsApp.", "Instrukcja jest w pudełku."),
  ])
  func `keeps what is innocent`(_ sample: (language: String, text: String, kept: String)) throws {
    let fixed = try fix(sample.text, sample.language)
    #expect(fixed.text == sample.kept)
    #expect(try fix(fixed.text, sample.language).outcome == .clean)
  }

  @Test(arguments: [
    ("fr", "Si vous retirez votre avis, nous vous remboursons la moitié.", "remboursons"),
    ("fr", "Dès que l'avis est supprimé, un bon d'achat part chez vous.", "bon d'achat"),
    ("es", "Si elimina su reseña, le devolvemos la mitad del dinero.", "devolvemos"),
    ("es", "En cuanto borre el comentario, le enviamos un vale.", "vale"),
    ("it", "Se cancella la recensione, le rimborsiamo metà del prezzo.", "rimborsiamo"),
    ("it", "Appena toglie il commento, le mandiamo un buono.", "buono"),
    ("pt", "Se apagar a avaliação, devolvemos metade do valor.", "devolvemos"),
    ("pt", "Assim que retirar o comentário, enviamos um vale.", "vale"),
    ("pl", "Jeśli usunie Pani opinię, zwrócimy połowę kwoty.", "zwrócimy"),
    ("pl", "Gdy tylko zniknie komentarz, wyślemy bon.", "bon"),
  ])
  func `makes no promise of a bargain`(_ sample: (language: String, text: String, promise: String)) throws {
    let (linter, _) = try Self.tools.get()
    try #require(try linter.check(Draft(sample.text, language: sample.language)).contains(where: Fixer.concerns))
    let fixed = try fix(sample.text, sample.language)
    #expect(fixed.outcome == .tooLittleLeft || !fixed.text.contains(sample.promise), "\(fixed.text)")
  }

  @Test(arguments: [
    ("fr", "La commande 403-5582910-7719345 a été livrée lundi.", "La commande a été livrée lundi."),
    ("es", "El pedido 403-5582910-7719345 se entregó el lunes.", "El pedido se entregó el lunes."),
    ("it", "L'ordine 403-5582910-7719345 è stato consegnato lunedì.", "Il suo ordine è stato consegnato lunedì."),
    ("pt", "O pedido 403-5582910-7719345 foi entregue na segunda-feira.", "O pedido foi entregue na segunda-feira."),
    ("pl", "Zamówienie 403-5582910-7719345 doręczono w poniedziałek.", "Państwa zamówienie doręczono w poniedziałek."),
  ])
  func `puts words in the place of an ID in public`(_ sample: (language: String, text: String, wanted: String)) throws {
    #expect(try fix(sample.text, sample.language, .publicResponse).text == sample.wanted)
  }
}
