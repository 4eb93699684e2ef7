import Coordinates
import Handlingsplan
import Testing

/// Who has not answered the guideline to BUN and SN on a day.
struct AnswerExample: CustomTestStringConvertible, Sendable {
    let claim: String
    let acts: [Act]
    let day: CalendarDate
    let then: [CommitteeCode]

    init(_ claim: String, _ acts: [Act], on day: CalendarDate, then: [CommitteeCode]) {
        (self.claim, self.acts, self.day, self.then) = (claim, acts, day, then)
    }

    var testDescription: String { claim }
}

@Suite("A guideline")
struct GuidelineAnswerTests {
    @Test("waits for its answers", arguments: examples)
    func unanswered(_ example: AnswerExample) throws {
        let ledger = try Chronicle(
            .municipality + [.on("2017-03-01", .guideline(1, to: [2, 3]))] + example.acts)
        let guideline = ledger.state.guidelines()[0]
        #expect(guideline.unanswered(in: ledger.register(example.day)).map(\.code) == example.then)
    }

    static let examples: [AnswerExample] = [
        AnswerExample("Before it is issued nobody is asked", [], on: "2017-02-28", then: []),
        AnswerExample("Both are asked", [], on: "2017-03-01", then: ["BUN", "SN"]),
        AnswerExample(
            "One has answered", [.on("2017-05-01", .answer(1, by: 2))], on: "2017-05-01",
            then: ["SN"]),
        AnswerExample(
            "On the day before it had not", [.on("2017-05-01", .answer(1, by: 2))],
            on: "2017-04-30", then: ["BUN", "SN"]),
        AnswerExample(
            "An answer that is corrected away is none",
            [
                .on("2017-05-01", .answer(1, by: 2)),
                .on("2017-06-01", .entryCorrected(4, reason: "fel riktlinje")),
            ], on: "2017-06-01", then: ["BUN", "SN"]),
        AnswerExample(
            "The successor is asked for what went to the committee before it",
            [.on("2017-05-01", .committeeDissolved(3, successor: 1))], on: "2017-05-01",
            then: ["KS", "BUN"]),
        AnswerExample(
            "The answer of a committee counts for its successor",
            [
                .on("2017-04-01", .answer(1, by: 3)),
                .on("2017-05-01", .committeeDissolved(3, successor: 1)),
            ], on: "2017-05-01", then: ["BUN"]),
    ]
}
