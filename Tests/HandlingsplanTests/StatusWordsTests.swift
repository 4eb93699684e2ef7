import Handlingsplan
import Testing

@Suite("Words for statuses")
struct StatusWordsTests {
    @Test(
        "A plan's word is read as the status that it says",
        arguments: [
            ("ej påbörjad", .notStarted), ("Inte påbörjat", .notStarted),
            ("Ej startad.", .notStarted), ("ännu inte påbörjade", .notStarted),
            ("Planerad", .notStarted), ("planerat", .notStarted),
            ("pågår", .ongoing), ("PÅGÅENDE", .ongoing), ("Påbörjad", .ongoing),
            ("startat", .ongoing), ("Löpande", .ongoing), (" pågår … ", .ongoing),
            ("försenad", .delayed), ("Försenat!", .delayed), ("försenade", .delayed),
            ("vilande", .paused), ("Pausad", .paused), ("pausat", .paused),
            ("klar", .completed), ("Klart.", .completed), ("klara", .completed),
            ("Genomförd", .completed), ("genomfört;", .completed), ("genomförda", .completed),
            ("färdig", .completed), ("färdigt", .completed), ("slutförd", .completed),
            ("utfört", .completed), ("Helt genomförd", .completed), ("helt\nklar", .completed),
            ("  Ej\u{a0}påbörjad , ", .notStarted), ("A\u{30a}", nil),
            ("pa\u{30a}ga\u{30a}r", .ongoing),
        ] as [(String, Status?)])
    func read(text: String, status: Status?) {
        #expect(readStatus(text) == status)
    }

    @Test(
        "A status is never guessed",
        arguments: [
            "", " ", ".", "inte genomförd", "ej genomfört", "delvis genomförd", "delvis klar",
            "ej klar", "avskriven", "avslutad", "avslutat", "inställd", "grön", "gul", "Röd", "1",
            "ja", "nej", "x", "100 %", "pågår, försenad", "klar 2014", "Klart?", "klar senast maj",
            "inte försenad", "ej pågående", "påbörjas", "not started", "done", "ongoing action",
        ])
    func unread(text: String) {
        #expect(readStatus(text) == nil)
    }

    @Test("The ledger's own words and the Swedish ones are read back", arguments: Status.allCases)
    func readBack(status: Status) {
        #expect(readStatus(status.rawValue) == status)
        #expect(readStatus(status.rawValue.uppercased()) == status)
        #expect(readStatus(status.swedish) == status)
    }
}
