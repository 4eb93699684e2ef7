import Coordinates
import Handlingsplan
import Testing

@Suite("What is unreported")
struct UnreportedTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let day: CalendarDate
        let report: (CalendarDate, Status)?
        let unreported: Int
        let testDescription: String

        init(on day: CalendarDate, _ status: Status, _ reported: CalendarDate, _ unreported: Int) {
            self.day = day
            report = (reported, status)
            self.unreported = unreported
            testDescription = "\(status) on \(reported), asked on \(day)"
        }

        init(on day: CalendarDate, nothingReported unreported: Int) {
            self.day = day
            report = nil
            self.unreported = unreported
            testDescription = "nothing, asked on \(day)"
        }
    }

    /// Of an action that was decided on 2018-01-02, one day into a tertial.
    static let examples: [Example] = [
        Example(on: "2018-01-02", nothingReported: 0),
        Example(on: "2018-04-30", nothingReported: 0),
        Example(on: "2018-08-30", nothingReported: 0),
        Example(on: "2018-08-31", nothingReported: 1),
        Example(on: "2018-08-31", .ongoing, "2018-04-30", 1),
        Example(on: "2018-08-31", .ongoing, "2018-05-01", 0),
        Example(on: "2018-08-31", .completed, "2018-01-03", 0),
        Example(on: "2018-10-01", .ongoing, "2018-09-15", 0),
        Example(on: "2018-12-31", .ongoing, "2018-08-31", 1),
        Example(on: "2019-01-01", .ongoing, "2018-08-31", 1),
        Example(on: "2019-01-01", .ongoing, "2018-09-01", 0),
        Example(on: "2019-04-30", .ongoing, "2018-12-31", 1),
    ]

    @Test(
        "is silent since the last period began, was there then, and is not completed",
        arguments: examples)
    func unreported(_ example: Example) throws {
        var ledger = try Chronicle.municipality().with(
            .on("2018-01-02", .decide(1), .assign(1, 2)))
        if let (day, status) = example.report {
            try ledger.record(.on(day, .report(1, status, by: 2)))
        }
        let summary = ledger.state.summary(of: 2, at: ledger.moment(example.day))
        #expect(summary.whole.unreported == example.unreported)
        #expect(summary.committees.map(\.tally.unreported) == [0, example.unreported, 0])
    }

    @Test("is an action once, however many of its committees are silent")
    func once() throws {
        let ledger = try Chronicle.municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 1, 2, 3)),
            .on("2018-02-01", .report(1, .ongoing, by: 1)))
        let summary = ledger.state.summary(of: 2, at: ledger.moment("2018-04-30"))
        #expect(summary.period == FollowUpPeriod(first: "2018-01-01", last: "2018-04-30"))
        #expect(summary.whole.unreported == 1)
        #expect(summary.committees.map(\.tally.unreported) == [0, 1, 1])
    }

    @Test("follows the ledger's cut-offs, as they were known")
    func cutOffs() throws {
        let yearly = try #require(CutOffs(["07-31"]))
        let ledger = try Chronicle.municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 2)),
            .on("2018-06-01", .settingChanged(.cutOffs(yearly))))
        func summary(_ known: Position) -> Summary {
            ledger.state.summary(of: 2, at: ledger.moment("2018-07-01", known: known))
        }
        #expect(summary(5).period == FollowUpPeriod(first: "2018-01-01", last: "2018-04-30"))
        #expect(summary(5).whole.unreported == 1)
        #expect(summary(6).period == FollowUpPeriod(first: "2016-08-01", last: "2017-07-31"))
        #expect(summary(6).whole.unreported == 0)
    }
}
