import Testing

@testable import Exchange

@Suite("Headings of plans")
struct HeadingWordsTests {
    @Test(
        "A heading is taken for its column",
        arguments: [
            (
                .number,
                [
                    "Nr", "Nr.", "NR", "Id", "Löpnr", "Löpnummer", "Åtgärdsnummer", "Åtgärd nr",
                    "#", "No", "No.", "Number", "Nummer",
                ]
            ),
            (
                .title,
                [
                    "Åtgärd", "Åtgärder", "ÅTGÄRD", "Åtgärden", "Åtgärderna", "Aktivitet",
                    "Aktiviteter", "Insats", "Insatser", "Uppdrag", "Uppdraget",
                    "Beskrivning av åtgärd", "Beskrivning av åtgärden", "Vad ska göras",
                    "Vad ska göras?", "Åtgärd/aktivitet", "Åtgärder (vad ska göras?)",
                    "Planerade\nåtgärder", "Åt-\ngärd", "Åtgärder 2018", "Action", "Actions",
                    "A\u{30a}tga\u{308}rd", "Insats enligt plan", "Konkreta åtgärder:",
                ]
            ),
            (
                .area,
                [
                    "Område", "Områden", "Prioriterat område", "Prioriterade områden",
                    "Fokusområde", "Målområde", "Strategi", "Strategier", "Area", "Focus area",
                ]
            ),
            (
                .goal,
                ["Mål", "Målet", "Effektmål", "Delmål", "Övergripande mål", "Goal", "Mål för året"]
            ),
            (
                .responsible,
                [
                    "Ansvarig", "Ansvarig nämnd", "Ansvarig nämnd/förvaltning", "Ansvar", "Ägare",
                    "Ansvariga", "ANSVARIG (nämnd)", "Ansvarig för åtgärd", "Responsible", "Vem?",
                ]
            ),
            (
                .deadline,
                [
                    "Tidplan", "Tidsplan", "Klart", "Klart senast", "Slutdatum", "När", "När?",
                    "Tid", "Tidsram", "Deadline", "Färdigt", "Due date", "Ska vara klart",
                    "Tid för genomförande",
                ]
            ),
            (.status, ["Status", "Läge", "Läget", "Statusuppdatering", "Status 2018-12-31"]),
            (.indicator, ["Indikator", "Indikatorer", "Nyckeltal", "Mått", "Indicator"]),
            (
                .partner,
                [
                    "Samverkanspart", "Samverkansparter", "Samverkans-\npart", "Samverkan",
                    "Samverkan med", "Samarbetspartner", "Partner", "Partners",
                ]
            ),
            (
                .comment,
                [
                    "Kommentar", "Kommentarer", "Anmärkning", "Anmärkningar", "Notering",
                    "Kommentar till åtgärd", "Comment", "Comments",
                ]
            ),
        ] as [(PlanTable.Column, [String])])
    func recognised(column: PlanTable.Column, headings: [String]) {
        for heading in headings {
            #expect(HeadingWords.column(of: heading) == column, "\(heading)")
        }
    }

    @Test(
        "A heading that may be another column is left to the user",
        arguments: [
            "", " ", "-", "2018", "(", "()", "Handlingsplan", "Handlingsplan integration 2018",
            "Mål/åtgärd", "Åtgärd och ansvarig", "Nr|Åtgärd|Ansvarig", "Nr;Åtgärd", "Kostnad",
            "Kostnad för åtgärd", "Uppföljning av åtgärder", "Antal åtgärder", "Startdatum",
            "Planerad start", "Nämnd", "Datum", "Budget", "Av åtgärd", "Beskrivning", "Åtgärdad",
            "Not", "Beskrivning av", "Beskrivning av beskrivning av målgrupp",
        ])
    func unrecognised(heading: String) {
        #expect(HeadingWords.column(of: heading) == nil)
    }

    @Test("A written heading is read back", arguments: PlanTable.Column.allCases)
    func written(column: PlanTable.Column) {
        #expect(HeadingWords.column(of: column.swedish) == column)
    }
}
