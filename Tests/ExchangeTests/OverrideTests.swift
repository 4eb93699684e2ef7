import Testing

@testable import Exchange

@Suite("Headings that the user settles")
struct OverrideTests {
    private func columns(_ headings: String, _ overrides: [PlanTable.Override]) throws
        -> [PlanTable.Column?]
    {
        let row = headings.map { $0 == ";" ? ";" : "x" }.joined()
        return try PlanTable(reading: Array("\(headings)\n\(row)\n".utf8), overrides: overrides)
            .mapping.map(\.column)
    }

    @Test(
        "An override stands, and a guess gives way to it",
        arguments: [
            ("Vårt arbete;Nr", [("Vårt arbete", .title)], [.title, .number]),
            ("Vårt arbete;Nr", [("VÅRT  arbete", .title)], [.title, .number]),
            ("Åtgärd;Nr", [("nr", nil)], [.title, nil]),
            ("Åtgärd;Aktivitet", [("Aktivitet", nil)], [.title, nil]),
            ("Åtgärd;Aktivitet", [("Aktivitet", .title)], [nil, .title]),
            ("Åtgärd;Mål;Delmål", [("Delmål", .goal)], [.title, nil, .goal]),
            ("Åtgärd;Mål;Delmål", [("Delmål", .comment)], [.title, .goal, .comment]),
            ("Åtgärd;Nr", [("Nr", .comment), ("Nr", .area)], [.title, .area]),
            ("Åtgärd;Övrigt;Övrigt", [("Övrigt", nil)], [.title, nil, nil]),
        ] as [(String, [(String, PlanTable.Column?)], [PlanTable.Column?])])
    func settled(
        headings: String, overrides: [(String, PlanTable.Column?)], expected: [PlanTable.Column?]
    ) throws {
        let overrides = overrides.map { PlanTable.Override(heading: $0.0, column: $0.1) }
        #expect(try columns(headings, overrides) == expected)
    }

    @Test("Two headings of one column are named, and never chosen between")
    func ambiguous() {
        #expect(
            throws: PlanTableError.ambiguous(.goal, line: 1, headings: ["Mål", "Delmål"])
        ) { try columns("Åtgärd;Mål;Delmål", []) }
        #expect(
            throws: PlanTableError.ambiguous(.comment, line: 1, headings: ["Övrigt", "Övrigt"])
        ) { try columns("Åtgärd;Övrigt;Övrigt", [.init(heading: "övrigt", column: .comment)]) }
        #expect(
            throws: PlanTableError.ambiguous(.title, line: 1, headings: ["Åtgärd", "Aktivitet"])
        ) { try columns("Åtgärd;Nr;Aktivitet", []) }
    }

    @Test("An override of no heading is an error, with the headings there are")
    func unknown() {
        #expect(
            throws: PlanTableError.unknownHeading("Insats", line: 1, headings: ["Åtgärd", "Nr"])
        ) { try columns("Åtgärd;;Nr", [.init(heading: "Insats", column: .title)]) }
        #expect(
            throws: PlanTableError.unknownHeading("Vad", line: 1, headings: ["Saker", "Nr"])
        ) { try columns("Saker;Nr", [.init(heading: "Vad", column: .title)]) }
    }
}
