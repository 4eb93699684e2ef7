import Coordinates
import Handlingsplan
import Testing

/// What falls due in 2017, as seen on 2017-07-01.
struct DueExample: CustomTestStringConvertible, Sendable {
    let claim: String
    let acts: [Act]
    let then: [String]

    init(_ claim: String, _ acts: [Act], then: [String]) {
        (self.claim, self.acts, self.then) = (claim, acts, then)
    }

    var testDescription: String { claim }
}

@Suite("What falls due")
struct DueItemTests {
    @Test("In the days", arguments: actions + others)
    func deadlines(_ example: DueExample) throws {
        let ledger = try Chronicle(.municipality + example.acts)
        let items = ledger.state.deadlines(
            from: "2017-01-01", through: "2017-12-31", at: ledger.moment("2017-07-01"))
        #expect(items.map(\.line) == example.then)
    }

    static let actions: [DueExample] = [
        DueExample(
            "Actions with a latest day in the days, and no others",
            [
                .on(
                    "2016-02-01",
                    .action(1, by: [2], "senast 2016-12-31")
                        + .action(2, by: [2, 3], "senast 2017-12-31")
                        + .action(3, by: [], "senast 2017-01-01") + .action(4, by: [2], "löpande")
                        + .action(5, by: [2], nil))
            ],
            then: [
                "2017-01-01 action 3 [] [] missed", "2017-12-31 action 2 [BUN SN] [BUN SN] due",
            ]),
        DueExample(
            "Done by one of two, and by both on the day of the later",
            [
                .on(
                    "2016-02-01",
                    .action(1, by: [2, 3], "senast 2017-03-31")
                        + .action(2, by: [2, 3], "senast 2017-03-31")),
                .on("2017-02-01", .report(1, 2, .completed), .report(2, 2, .completed)),
                .on("2017-04-01", .report(2, 3, .completed)),
            ],
            then: [
                "2017-03-31 action 1 [BUN SN] [SN] missed",
                "2017-03-31 action 2 [BUN SN] [] done 2017-04-01",
            ]),
        DueExample(
            "What has ended falls due no more",
            [
                .on("2016-02-01", .action(1, by: [2], "senast 2017-03-31")),
                .on("2017-01-15", .actionWrittenOff(1, reason: "inga pengar")),
            ], then: []),
        DueExample(
            "Each turn of what recurs",
            [
                .on("2016-02-01", .action(1, by: [2, 3], "varje halvår")),
                .on("2017-06-01", .report(1, 2, .completed)),
            ],
            then: [
                "2017-06-30 action 1 [BUN SN] [SN] missed",
                "2017-12-31 action 1 [BUN SN] [BUN SN] due",
            ]),
    ]

    private static let goals: [Act] = [
        .on("2013-01-01", .plan(2, "folkhalsa")),
        .on(
            "2016-01-01",
            .goalSet(1, Goal(document: 1, title: "Mål", deadline: .read("senast 2017-09-30"))),
            .goalSet(2, Goal(document: 2, title: "Mål", deadline: .read("senast 2017-03-31"))),
            .goalSet(3, Goal(document: 1, title: "Mål"))),
    ]

    static let others: [DueExample] = [
        DueExample(
            "Goals: once the day is past, nobody knows", goals,
            then: ["2017-03-31 goal 2 [] [] -", "2017-09-30 goal 1 [] [] due"]),
        DueExample(
            "But none of a document that is repealed",
            goals + [.on("2016-06-01", .documentRepealed(2, successor: nil))],
            then: ["2017-09-30 goal 1 [] [] due"]),
        DueExample(
            "Follow-ups of documents in force",
            [
                .on("2013-01-01", .plan(2, "folkhalsa")),
                .on(
                    "2016-01-01", .cycle(of: 1, by: 1, "varje halvår"),
                    .cycle(of: 2, by: 1, "varje år")),
                .on("2017-06-20", .held(1, by: 1, about: "2017-H1")),
                .on("2017-07-01", .documentRepealed(2, successor: nil)),
            ],
            then: [
                "2017-06-30 follow-up of integration [KS] [] done 2017-06-20",
                "2017-12-31 follow-up of integration [KS] [KS] due",
            ]),
        DueExample(
            "Guidelines, with those that have not answered",
            [
                .on(
                    "2017-01-10", .guideline(1, to: [2, 3], by: "senast 2017-05-31"),
                    .guideline(2, to: [2, 3], by: "senast 2017-05-31"), .guideline(3, to: [2])),
                .on("2017-03-01", .answer(1, by: 3), .answer(2, by: 2)),
                .on("2017-04-01", .answer(2, by: 3)),
            ],
            then: [
                "2017-05-31 guideline 1 [BUN SN] [BUN] missed",
                "2017-05-31 guideline 2 [BUN SN] [] done 2017-04-01",
            ]),
    ]

    @Test("An item has the words of the decision")
    func words() throws {
        let ledger = try Chronicle(
            .municipality + [.on("2016-02-01", .action(1, by: [2], "Senast den 31 mars 2017"))])
        let items = ledger.state.deadlines(
            from: "2017-03-31", through: "2017-03-31", at: ledger.moment("2016-02-01"))
        #expect(items.map(\.title) == ["Åtgärd 1"])
        #expect(items.map(\.deadline) == ["Senast den 31 mars 2017"])
    }

    @Test("A goal is due through its day")
    func goalOfToday() throws {
        let ledger = try Chronicle(.municipality + Self.goals)
        let items = ledger.state.deadlines(
            from: "2017-03-31", through: "2017-03-31", at: ledger.moment("2017-03-31"))
        #expect(items.map(\.line) == ["2017-03-31 goal 2 [] [] due"])
    }

    @Test("Days that end before they begin have nothing in them")
    func noDays() throws {
        let ledger = try Chronicle(.municipality)
        let items = ledger.state.deadlines(
            from: "2017-12-31", through: "2017-01-01", at: ledger.moment("2017-07-01"))
        #expect(items.isEmpty)
    }
}

extension DueItem {
    fileprivate var line: String {
        "\(day) \(what.text) \(list(committees)) \(list(outstanding)) \(stateText)"
    }

    private func list(_ codes: [CommitteeCode]) -> String {
        "[\(codes.map(\.description).joined(separator: " "))]"
    }

    private var stateText: String {
        switch state {
        case .due: "due"
        case .done(let day): "done \(day)"
        case .missed: "missed"
        case nil: "-"
        }
    }
}

extension DueItem.What {
    fileprivate var text: String {
        switch self {
        case .action(let number): "action \(number)"
        case .goal(let number): "goal \(number)"
        case .followUp(let slug): "follow-up of \(slug)"
        case .guideline(let number): "guideline \(number)"
        }
    }
}
