import Coordinates
import Handlingsplan
import Testing

/// What is late on a day: "1 since 2014-12-31, 5 days: BUN".
struct OverdueExample: CustomTestStringConvertible, Sendable {
    let claim: String
    let acts: [Act]
    let day: CalendarDate
    let known: Position?
    let document: DocumentNumber?
    let then: [String]

    init(
        _ claim: String, _ acts: [Act], on day: CalendarDate, known: Position? = nil,
        of document: DocumentNumber? = nil, then: [String]
    ) {
        (self.claim, self.acts, self.day, self.known) = (claim, acts, day, known)
        (self.document, self.then) = (document, then)
    }

    var testDescription: String { claim }
}

@Suite("What is overdue")
struct OverdueTests {
    @Test("Late or not", arguments: singles + rhythms + lists)
    func overdue(_ example: OverdueExample) throws {
        let ledger = try Chronicle(.municipality + example.acts)
        let overdue = ledger.state.overdue(
            of: example.document, at: ledger.moment(example.day, known: example.known))
        #expect(overdue.map(\.line) == example.then)
    }

    private static let shared: [Act] = [.on("2013-02-01", .action(1, by: [2, 3]))]

    static let singles: [OverdueExample] = [
        OverdueExample(
            "An action is not late on its latest day", shared, on: "2014-12-31", then: []),
        OverdueExample(
            "It is from the day after", shared, on: "2015-01-01",
            then: ["1 since 2014-12-31, 1 days: BUN SN"]),
        OverdueExample(
            "A committee that has completed its share is not late with it",
            shared + [.on("2014-06-01", .report(1, 2, .completed))], on: "2015-01-31",
            then: ["1 since 2014-12-31, 31 days: SN"]),
        OverdueExample(
            "What all have completed is not late",
            shared + [.on("2014-06-01", .report(1, 2, .completed), .report(1, 3, .completed))],
            on: "2015-01-31", then: []),
        OverdueExample(
            "What has ended is not late", shared + [.on("2014-06-01", .actionClosed(1))],
            on: "2015-01-31", then: []),
        OverdueExample(
            "What nobody answers for is late all the same, and nobody is to blame",
            [.on("2013-02-01", .action(1, by: []))], on: "2015-01-01",
            then: ["1 since 2014-12-31, 1 days:"]),
        OverdueExample(
            "What has no latest day is never late",
            [.on("2013-02-01", .action(1, by: [2], "löpande") + .action(2, by: [2], "snart nog"))],
            on: "2020-01-01", then: []),
        OverdueExample(
            "What was known then was late then, though the deadline was moved later on",
            shared + [.on("2014-12-01", .due(1, "senast 2016-12-31"))], on: "2015-01-01", known: 3,
            then: ["1 since 2014-12-31, 1 days: BUN SN"]),
    ]

    private static let yearly: [Act] = [.on("2013-02-01", .action(1, by: [2, 3], "årligen"))]

    static let rhythms: [OverdueExample] = [
        OverdueExample(
            "What recurs is not late before its first turn is over", yearly, on: "2013-12-31",
            then: []),
        OverdueExample(
            "The latest missed turn says how late it is", yearly, on: "2015-01-10",
            then: ["1 since 2014-12-31, 10 days: BUN SN"]),
        OverdueExample(
            "One committee alone can have missed a turn",
            yearly + [
                .on("2013-11-01", .report(1, 2, .completed, about: "2013")),
                .on("2014-11-01", .report(1, 2, .completed), .report(1, 3, .completed)),
            ], on: "2015-01-10", then: ["1 since 2013-12-31, 375 days: SN"]),
    ]

    private static let several: [Act] = [
        .on("2013-01-01", .plan(2, "folkhalsa")),
        .on(
            "2013-02-01",
            .action(1, by: [2], "senast 2014-06-30")
                + .action(2, in: 2, by: [2], "senast 2014-03-31")
                + .action(3, by: [2], "senast 2014-03-31")),
        .on("2014-09-01", .actionAmended(1, .document(2))),
    ]

    static let lists: [OverdueExample] = [
        OverdueExample(
            "By the missed day, and then by number", several, on: "2014-07-01",
            then: [
                "2 since 2014-03-31, 92 days: BUN", "3 since 2014-03-31, 92 days: BUN",
                "1 since 2014-06-30, 1 days: BUN",
            ]),
        OverdueExample(
            "Of one plan", several, on: "2014-07-01", of: 1,
            then: ["3 since 2014-03-31, 92 days: BUN", "1 since 2014-06-30, 1 days: BUN"]),
        OverdueExample(
            "An action that was carried over is late in its new plan", several, on: "2014-09-01",
            of: 1, then: ["3 since 2014-03-31, 154 days: BUN"]),
    ]
}

extension Overdue {
    fileprivate var line: String {
        (["\(action.number) since \(missed), \(daysLate) days:"] + committees.map(\.description))
            .joined(separator: " ")
    }
}
