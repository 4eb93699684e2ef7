import Coordinates
import Handlingsplan
import Testing

/// How the follow-ups of plan 1 stand on 2018-01-15, of those that fall due through 2018.
struct FollowUpExample: CustomTestStringConvertible, Sendable {
    let claim: String
    let acts: [Act]
    let then: [CalendarDate: OccurrenceState]

    init(_ claim: String, _ acts: [Act], then: [CalendarDate: OccurrenceState]) {
        (self.claim, self.acts, self.then) = (claim, acts, then)
    }

    var testDescription: String { claim }
}

@Suite("Follow-ups")
struct FollowUpTests {
    @Test("Due, done or missed", arguments: examples)
    func standings(_ example: FollowUpExample) throws {
        let ledger = try Chronicle(.municipality + example.acts)
        let standings = ledger.state.documents()[0].followUps(
            in: ledger.register("2018-01-15"), through: "2018-12-31")
        let found = standings.map { ($0.occurrence.due, $0.state) }
        #expect(Dictionary(uniqueKeysWithValues: found) == example.then)
        #expect(found.map(\.0) == found.map(\.0).sorted())
    }

    private static let yearly: [Act] = [.on("2016-03-01", .cycle(of: 1, by: 1, "varje år"))]
    private static let held = yearly + [.on("2017-02-10", .held(1, by: 1, about: "2016"))]

    static let examples: [FollowUpExample] = [
        FollowUpExample("A plan without a cycle has none", [], then: [:]),
        FollowUpExample(
            "Held for 2016, in the year after, and not for 2017", held,
            then: [
                "2016-12-31": .done(on: "2017-02-10"), "2017-12-31": .missed, "2018-12-31": .due,
            ]),
        FollowUpExample(
            "A follow-up by another committee is not the one that was asked for",
            held + [.on("2017-11-01", .held(1, by: 3, about: "2017"))],
            then: [
                "2016-12-31": .done(on: "2017-02-10"), "2017-12-31": .missed, "2018-12-31": .due,
            ]),
        FollowUpExample(
            "The successor of the committee goes on from what that one did",
            held + [
                .on("2017-06-01", .committeeDissolved(1, successor: 3)),
                .on("2017-11-01", .held(1, by: 3, about: "2017")),
            ],
            then: [
                "2016-12-31": .done(on: "2017-02-10"), "2017-12-31": .done(on: "2017-11-01"),
                "2018-12-31": .due,
            ]),
        FollowUpExample(
            "From the day of the repeal nothing falls due",
            held + [.on("2017-12-31", .documentRepealed(1, successor: nil))],
            then: ["2016-12-31": .done(on: "2017-02-10")]),
        FollowUpExample(
            "What was missed before the repeal stays missed",
            held + [.on("2018-01-01", .documentRepealed(1, successor: nil))],
            then: ["2016-12-31": .done(on: "2017-02-10"), "2017-12-31": .missed]),
        FollowUpExample(
            "A repeal that is yet to come counts as well",
            held + [.on("2018-06-01", .documentRepealed(1, successor: nil))],
            then: ["2016-12-31": .done(on: "2017-02-10"), "2017-12-31": .missed]),
        FollowUpExample(
            "A cycle that names one day asks for one follow-up",
            [.on("2016-03-01", .cycle(of: 1, by: 1, "senast 2017-06-30"))],
            then: ["2017-06-30": .missed]),
        FollowUpExample(
            "A cycle that no calendar knows asks for none",
            [.on("2016-03-01", .cycle(of: 1, by: 1, "löpande"))], then: [:]),
    ]
}
