import Coordinates
import Handlingsplan
import Testing

@Suite("What a committee knew")
struct KnowledgeTests {
    /// BUN expected in May to be done by the year's end, and KS was told so in June. On 31
    /// December it was not done, and KS was told in February.
    private static func forecastAndOutcome() throws -> Chronicle {
        try .municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 2)),
            .on("2018-05-15", .forecast(1, .expected, "2018", by: 2)),
            .on("2018-06-12", .tell(1, .document(2), from: 6)),
            .on("2018-12-31", .report(1, .delayed, by: 2)),
            .on("2019-02-12", .tell(1, .document(2), from: 8)))
    }

    struct Example: Sendable {
        let day: CalendarDate
        let position: Position
        let line: String
    }

    @Test(
        "is the forecast until the outcome is reported back, whatever the ledger held",
        arguments: [
            Example(
                day: "2018-06-11", position: 6,
                line: "1 told nothing: standing: – → open"),
            Example(day: "2018-06-12", position: 7, line: "1 told 2018-06-12 from 6"),
            Example(
                day: "2019-01-15", position: 8,
                line: "1 told 2018-06-12 from 6: status BUN: not-started → delayed"),
            Example(day: "2019-03-01", position: 9, line: "1 told 2019-02-12 from 8"),
        ])
    func forecastAndOutcome(_ example: Example) throws {
        let ledger = try Self.forecastAndOutcome()
        let knowledge = ledger.state.known(
            to: 1, on: example.day, heldBy: example.position, scope: .actions([1]))
        #expect(knowledge.lines == [example.line])
        let row = try #require(knowledge.rows.first)
        #expect(
            row.toldState?.shares.map(\.forecast?.expectation) == row.told.map { _ in [.expected] })
    }

    @Test("counts by the meeting, also where the report was recorded after it")
    func recordedLater() throws {
        let ledger = try Self.forecastAndOutcome()
        let knowledge = ledger.state.known(to: 1, on: "2019-02-12", heldBy: 8)
        #expect(knowledge.lines == ["1 told 2019-02-12 from 8"])
        #expect(knowledge.rows.first?.told?.recorded == 9)
    }

    @Test("is not what a report was corrected to have said")
    func correctedReport() throws {
        let ledger = try Self.forecastAndOutcome().with(.on("2019-03-01", .correct(9)))
        #expect(
            ledger.state.known(to: 1, on: "2019-03-01", heldBy: 9).lines
                == ["1 told 2018-06-12 from 6: status BUN: not-started → delayed"])
    }

    @Test("stays what was told when what was told is corrected")
    func correctedStatus() throws {
        let ledger = try Self.forecastAndOutcome().with(.on("2019-03-01", .correct(8)))
        #expect(
            ledger.state.known(to: 1, on: "2019-03-01", heldBy: 10).lines
                == ["1 told 2019-02-12 from 8: status BUN: delayed → not-started"])
    }

    @Test("may be of an action that the ledger holds no more")
    func correctedAction() throws {
        let ledger = try Self.forecastAndOutcome().with(.on("2019-03-01", .correct(5)))
        let knowledge = ledger.state.known(to: 1, on: "2019-03-01", heldBy: 10)
        #expect(knowledge.lines == ["1 told 2019-02-12 from 8: standing: open → –"])
        #expect(knowledge.rows.map(\.held) == [nil])
    }

    @Test("is asked of the actions that it answers for, and of those it was told of")
    func ownAndTold() throws {
        let ledger = try Chronicle.municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 2)),
            .on("2018-01-01", .decide(2), .assign(2, 3)),
            .on("2018-01-01", .decide(3), .responsibilityAssigned(3, .all)),
            .on("2018-01-01", .decide(4), .assign(4, 3)),
            .on("2018-03-01", .tell(2, .actions([2]), from: 8)),
            .on("2018-04-01", .responsibilityTransferred(1, from: 2, now: .committees([3]))))
        func numbers(_ day: CalendarDate, _ position: Position) -> [ActionNumber] {
            ledger.state.known(to: 2, on: day, heldBy: position).rows.map(\.number)
        }
        #expect(numbers("2017-12-31", 4) == [])
        #expect(numbers("2018-02-28", 8) == [1, 3])
        #expect(numbers("2018-03-01", 9) == [1, 2, 3])
        #expect(numbers("2018-04-01", 9) == [1, 2, 3], "the transfer was not recorded yet")
        #expect(numbers("2018-04-01", 10) == [2, 3])
    }

    @Test("takes in every action decided by the entry that a report on everything went to")
    func everything() throws {
        var ledger = try Chronicle.municipality()
        for number in 1...9 {
            try ledger.record(.on("2018-01-01", .decide(ActionNumber(UInt32(number)))))
        }
        for position in 4...13 as ClosedRange<UInt64> {
            let told = try ledger.with(
                .on("2018-02-01", .tell(1, .everything, from: Position(position))))
            let knowledge = told.state.known(to: 1, on: "2018-02-01", heldBy: told.last)
            #expect(
                knowledge.rows.map(\.number)
                    == (0..<UInt32(position - 4)).map { ActionNumber($0 + 1) })
        }
    }

    @Test("lists what is asked for by number, also what there is not")
    func byNumber() throws {
        let ledger = try Self.forecastAndOutcome()
        let knowledge = ledger.state.known(
            to: 3, on: "2017-01-01", heldBy: 1, scope: .actions([7, 1, 7]))
        #expect(knowledge.lines == ["1 told nothing", "7 told nothing"])
    }

    @Test("lists a document's actions, those it had when the committee was told among them")
    func byDocument() throws {
        let ledger = try Self.forecastAndOutcome().with(
            .on("2019-01-01", .planAdopted(3, Adoption(slug: "plan-2019", title: "Plan 2019"))),
            .on("2019-03-01", .actionAmended(1, .document(3))),
            .on("2019-03-01", .decide(2, in: 3)))
        func lines(_ document: DocumentNumber) -> [String] {
            ledger.state.known(
                to: 1, on: "2019-03-01", heldBy: ledger.last, scope: .document(document)
            ).lines
        }
        let carriedOver = "1 told 2019-02-12 from 8: plan: plan-2018 → plan-2019"
        #expect(lines(2) == [carriedOver])
        #expect(lines(3) == [carriedOver, "2 told nothing: standing: – → open"])
    }
}

extension Knowledge {
    /// `1 told 2018-06-12 from 6: status BUN: ongoing → delayed`.
    var lines: [String] {
        rows.map { row in
            let told = row.told.map { "\($0.meeting) from \($0.from)" } ?? "nothing"
            let differences = row.differences.map(\.line).joined(separator: "; ")
            return "\(row.number) told \(told)" + (differences.isEmpty ? "" : ": \(differences)")
        }
    }
}
