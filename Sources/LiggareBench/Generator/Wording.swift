/// What generated acts say, of about the length that real ones have.
enum Wording {
    static let titles = [
        "Kartlägga vilka mötesplatser som finns och vilka som saknas",
        "Ge alla nyanställda en introduktion i arbetet med mottagande",
        "Se över rutinerna för samverkan mellan skola och socialtjänst",
        "Ta fram ett gemensamt informationsmaterial på lätt svenska",
        "Följa upp hur praktikplatser i den egna förvaltningen används",
        "Erbjuda föräldrar kurser tillsammans med föreningslivet",
        "Redovisa vilka lokaler som kan öppnas på kvällar och helger",
    ]
    static let comments = [
        "Arbetet är påbörjat men väntar på besked från länsstyrelsen.",
        "Två av tre delar är klara.", "Följs upp vid nästa möte.",
        "Förvaltningen har tagit fram ett förslag som gått på remiss.",
    ]
    static let reasons = ["Gällde ett annat uppdrag", "Fel datum", "Dubbelt registrerat"]
    static let months = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober", "november", "december",
    ]
}
