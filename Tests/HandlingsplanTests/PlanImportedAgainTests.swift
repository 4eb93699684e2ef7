import Coordinates
import Handlingsplan
import Testing

@Suite("A plan that is imported again")
struct PlanImportedAgainTests {
    private static let cells: [ImportColumn: String] = [
        .number: "A1", .area: "Arbete", .goal: "Jobb", .responsible: "SN",
        .deadline: "i maj 2014", .status: "pågår", .indicator: "Platser", .partner: "Polisen",
        .comment: "Ny",
    ]
    private static let sfi: [ImportColumn: String] = [.responsible: "KS", .deadline: "i juni 2014"]

    private static let fullSFI = sfi.merging([
        .number: "A2", .area: "Arbete", .goal: "Jobb", .comment: "Snart",
    ]) { $1 }

    private static func table(_ rows: ImportedRow...) -> Command {
        .importPlan(PlanImport(slug: "arbete", title: "Arbetsplan", rows: rows))
    }

    /// A plan with two actions, 2 and 3: entry 5.
    private static let imported: [Proposal] =
        .municipality + [
            on("2014-01-01", table(.row(2, "Praktik", cells), .row(3, "SFI", sfi)))
        ]

    private static func praktik(_ changed: [ImportColumn: String?]) -> ImportedRow {
        var cells = cells
        for (column, text) in changed { cells[column] = text }
        return .row(2, "Praktik", cells)
    }

    @Test("has nothing to record where it says what it said")
    func twice() throws {
        let ledger = try Scenario(given: Self.imported)
        let again = try ledger.when(
            on("2014-02-01", Self.table(.row(9, "SFI", Self.sfi), .row(12, "Praktik", Self.cells))))
        #expect(again.act == nil)
        #expect(again.warnings == [])
    }

    @Test("has nothing to record where it names one action in two ways")
    func alike() throws {
        let rows: [ImportedRow] = [
            .row(2, "Samråd", [.number: "1"]), .row(3, "Samråd", [.number: "2"]),
            .row(4, "Enkät", [.number: "2"]), .row(5, "Enkät"),
        ]
        let proposal = on(
            "2014-01-01", .importPlan(PlanImport(slug: "arbete", title: "Plan", rows: rows)))
        let ledger = try Scenario(given: .municipality + [proposal])
        #expect(ledger.state.counts().actions == 5)
        #expect(try ledger.when(proposal).act == nil)
    }

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "Three cells that changed are three events",
            given: imported,
            when: on(
                "2014-02-01",
                table(
                    praktik([.comment: "Äldre", .status: "klar"]),
                    .row(3, "SFI", [.responsible: "BUN", .deadline: "i juni 2014"]))),
            then: [
                .actionAmended(2, .comment("Äldre")),
                .statusReported(2, 3, StatusReport(.completed)),
                .responsibilityAssigned(3, .these([2])),
            ]),
        Outcome(
            "What has the number is the action, under a new title",
            given: imported,
            when: on("2014-02-01", table(.row(2, "Praktikplatser", cells), .row(3, "SFI", sfi))),
            then: [.actionAmended(2, .title("Praktikplatser"))]),
        Outcome(
            "What has the title is the action, under a new number",
            given: imported,
            when: on("2014-02-01", table(praktik([.number: "B7"]), .row(3, "SFI", sfi))),
            then: [.actionAmended(2, .localNumber("B7"))]),
        Outcome(
            "What is both renumbered and retitled is another action",
            given: imported,
            when: on(
                "2014-02-01",
                table(
                    .row(2, "Praktik", cells), .row(3, "SFI", sfi),
                    .row(4, "Tolkar", [.number: "B7", .responsible: "KS"]))),
            then: [
                .actionDecided(4, DecidedAction(document: 2, title: "Tolkar", localNumber: "B7")),
                .responsibilityAssigned(4, .these([1])),
            ]),
        Outcome(
            "A number stays with its title where two rows have it",
            given: imported,
            when: on(
                "2014-02-01",
                table(
                    .row(2, "Tolkar", [.number: "A1", .responsible: "KS"]),
                    .row(3, "Praktik", cells), .row(4, "SFI", sfi))),
            then: [
                .actionDecided(4, DecidedAction(document: 2, title: "Tolkar", localNumber: "A1")),
                .responsibilityAssigned(4, .these([1])),
            ]),
        Outcome(
            "New areas and goals are begun, and those that are there are found",
            given: imported,
            when: on(
                "2014-02-01",
                table(
                    praktik([.area: "Språk", .goal: "Läsa"]),
                    .row(3, "SFI", sfi.merging([.area: "Arbete"]) { $1 }))),
            then: [
                .areaDefined(2, 2, title: "Språk"), .actionAmended(2, .areas([2])),
                .goalSet(2, Goal(document: 2, area: 2, title: "Läsa")),
                .actionAmended(2, .goals([2])), .actionAmended(3, .areas([1])),
            ]),
        Outcome(
            "Partners and indicators come; none goes because a table leaves it out",
            given: imported,
            when: on(
                "2014-02-01",
                table(
                    praktik([.partner: "Polisen; Landstinget", .indicator: "Timmar"]),
                    .row(3, "SFI", sfi))),
            then: [
                .indicatorDefined(2, Indicator(document: 2, action: 2, name: "Timmar")),
                .partnerLinked(.action(2), Partner(name: "Landstinget")),
            ]),
    ]

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws {
        try example.check()
        #expect(try Scenario(given: example.given).when(example.when).act == nil)
    }

    static let cautions: [Caution] = [
        Caution(
            "Cells that are emptied change nothing; a column that no row fills is not there",
            given: imported,
            when: on(
                "2014-02-01",
                table(
                    praktik([
                        .number: nil, .area: nil, .goal: nil, .responsible: nil, .deadline: nil,
                        .status: nil, .indicator: nil, .partner: nil, .comment: nil,
                    ]), .row(3, "SFI", sfi))),
            then: [
                .cellEmptied(2, .deadline), .cellEmptied(2, .responsible),
            ]),
        Caution(
            "Each column that another row fills can be emptied",
            given: imported
                + [on("2014-01-20", table(.row(2, "Praktik", cells), .row(3, "SFI", fullSFI)))],
            when: on(
                "2014-02-01",
                table(
                    praktik([
                        .number: nil, .area: nil, .goal: nil, .responsible: nil, .deadline: nil,
                        .status: nil, .indicator: nil, .partner: nil, .comment: nil,
                    ]),
                    .row(3, "SFI", fullSFI))),
            then: [
                .cellEmptied(2, .number), .cellEmptied(2, .comment), .cellEmptied(2, .area),
                .cellEmptied(2, .goal), .cellEmptied(2, .deadline), .cellEmptied(2, .responsible),
            ]),
        Caution(
            "Rows that are missing change nothing",
            given: imported,
            when: on("2014-02-01", table(.row(2, "Praktik", cells))),
            then: [.missingFromTable(3)]),
        Caution(
            "What is closed may be left out",
            given: imported + [on("2014-01-15", .close(3))],
            when: on("2014-02-01", table(.row(2, "Praktik", cells))),
            then: []),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "What is closed does not change",
            given: imported + [on("2014-01-15", .close(2))],
            when: on("2014-02-01", table(praktik([.comment: "Äldre"]), .row(3, "SFI", sfi))),
            then: .inLine(2, .actionEnded(2, .closed, since: "2014-01-15"))),
        Refusal(
            "A committee that was split reports nothing by way of a table",
            given: imported + [on("2014-01-15", .split("SN", into: .new("AN"), .new("VN")))],
            when: on("2014-02-01", table(praktik([.responsible: nil, .status: "klar"]))),
            then: .inLine(2, .committeeSplit("SN", into: ["AN", "VN"]))),
        Refusal(
            "Nothing is imported into a plan that was repealed",
            given: imported + [on("2014-01-15", .repeal("arbete", successor: nil))],
            when: on("2014-02-01", table(.row(2, "Praktik", cells))),
            then: .documentRepealed("arbete", since: "2014-01-15")),
    ]

    @Test("rests on a decision where it decides new actions")
    func decision() throws {
        let ledger = try Scenario(given: Self.imported)
        let rows = [Self.praktik([:]), .row(3, "SFI", Self.sfi), .row(4, "Tolkar", Self.sfi)]
        let more = try ledger.when(
            on(
                "2014-02-01", .importPlan(PlanImport(slug: "arbete", title: nil, rows: rows)),
                decision: nil))
        #expect(more.warnings == [.missingDecision])
        let status = try ledger.when(
            on(
                "2014-02-01",
                Self.table(Self.praktik([.status: "klar"]), .row(3, "SFI", Self.sfi)),
                decision: nil))
        #expect(status.warnings == [])
    }
}
