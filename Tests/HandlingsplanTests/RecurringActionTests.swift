import Coordinates
import Handlingsplan
import Testing

@Suite("An action that recurs")
struct RecurringActionTests {
    /// An action that BUN is to do every year from 2013.
    private static let yearly: [Proposal] =
        .municipality + [on("2013-01-01", .deadline(1, "årligen"))]

    /// The years of the occurrences, and how each stands.
    private static func occurrences(
        _ ledger: Scenario, on day: CalendarDate
    ) throws -> [String] {
        try #require(ledger.action(1, on: day)).occurrences.map { standing in
            let year = standing.occurrence.due.yearMonthDay.year
            return switch standing.state {
            case .done(let done): "\(year) done \(done)"
            case .missed: "\(year) missed"
            case .due: "\(year) due"
            }
        }
    }

    @Test("has an occurrence for each year through this one, done, missed or due")
    func years() throws {
        let ledger = try Scenario(
            given: Self.yearly + [
                on("2013-11-01", .report(1, .completed)),
                on("2015-02-01", .report(1, .ongoing)),
            ])
        #expect(try Self.occurrences(ledger, on: "2013-06-01") == ["2013 due"])
        #expect(try Self.occurrences(ledger, on: "2013-11-01") == ["2013 done 2013-11-01"])
        #expect(
            try Self.occurrences(ledger, on: "2015-06-01")
                == ["2013 done 2013-11-01", "2014 missed", "2015 due"])
    }

    @Test("is overdue while an occurrence is missed, and no longer once that is made up for")
    func overdue() throws {
        let ledger = try Scenario(
            given: Self.yearly + [
                on("2014-02-01", .report(1, .completed, for: "2013")),
                on("2014-03-01", .report(1, .completed)),
            ])
        #expect(ledger.action(1, on: "2013-12-31")?.isOverdue == false)
        #expect(ledger.action(1, on: "2014-01-31")?.isOverdue == true)
        #expect(ledger.action(1, on: "2014-02-01")?.isOverdue == false)
        #expect(ledger.action(1, on: "2014-12-31")?.isOverdue == false)
        #expect(ledger.action(1, on: "2015-12-31")?.isOverdue == false)
        #expect(ledger.action(1, on: "2016-01-01")?.isOverdue == true)
        #expect(
            try Self.occurrences(ledger, on: "2014-03-01")
                == ["2013 done 2014-02-01", "2014 done 2014-03-01"])
    }

    @Test("is done for all committees only when all of them have done it")
    func all() throws {
        let ledger = try Scenario(
            given: Self.yearly + [
                on("2013-01-01", .assign(1, .all)),
                on("2013-10-01", .report(1, .completed, by: "KS")),
                on("2013-12-01", .report(1, .completed, by: "SN")),
                on("2014-02-01", .report(1, .completed, for: "2013", by: "BUN")),
            ])
        #expect(try Self.occurrences(ledger, on: "2013-12-31") == ["2013 due"])
        #expect(try Self.occurrences(ledger, on: "2014-01-31") == ["2013 missed", "2014 due"])
        #expect(
            try Self.occurrences(ledger, on: "2014-02-01") == ["2013 done 2014-02-01", "2014 due"])
        let boards = try ["KS", "BUN", "SN"].map { code in
            try ledger.board(code, on: "2014-01-31").rows.map(\.isOverdue)
        }
        #expect(boards == [[false], [true], [false]])
    }

    @Test("goes on from the day on which its deadline began to hold")
    func newDeadline() throws {
        let ledger = try Scenario(
            given: .municipality + [on("2014-06-01", .deadline(1, "årligen"))])
        #expect(try Self.occurrences(ledger, on: "2014-05-31") == [])
        #expect(try Self.occurrences(ledger, on: "2015-06-01") == ["2014 missed", "2015 due"])
    }

    @Test("is not overdue once it has ended")
    func ended() throws {
        let ledger = try Scenario(given: Self.yearly + [on("2015-01-01", .close(1))])
        #expect(ledger.action(1, on: "2014-12-31")?.isOverdue == true)
        #expect(ledger.action(1, on: "2015-01-01")?.isOverdue == false)
    }

    @Test("that nobody answers for is missed as well")
    func nobody() throws {
        let ledger = try Scenario(given: Self.yearly + [on("2013-01-01", .assign(1, []))])
        #expect(try Self.occurrences(ledger, on: "2014-06-01") == ["2013 missed", "2014 due"])
    }

    @Test("is begun again each time, which is no unusual step")
    func again() throws {
        let ledger = try Scenario(given: Self.yearly + [on("2013-11-01", .report(1, .completed))])
        #expect(try ledger.when(on("2014-02-01", .report(1, .ongoing))).warnings == [])
    }

    @Test("counts what the committee before its own one did")
    func transferred() throws {
        let ledger = try Scenario(
            given: Self.yearly + [
                on("2013-11-01", .report(1, .completed)), on("2014-01-15", .transfer(1, "SN")),
            ])
        #expect(
            try Self.occurrences(ledger, on: "2014-02-01")
                == ["2013 done 2013-11-01", "2014 due"])
    }
}
