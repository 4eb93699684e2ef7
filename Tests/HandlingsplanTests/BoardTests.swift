import Coordinates
import Handlingsplan
import Testing

@Suite("A board")
struct BoardTests {
    @Test("lists the earliest latest day first, then by number, and last what has no such day")
    func order() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-01-01", .decide(.action("Ett", by: ["SN"], deadline: "löpande"))),
                on("2013-01-01", .decide(.action("Två", by: ["SN"], deadline: "i juni 2014"))),
                on("2013-01-01", .decide(.action("Tre", by: ["SN"], deadline: nil))),
                on("2013-01-01", .decide(.action("Fyra", by: ["SN"], deadline: "i maj 2014"))),
                on("2013-01-01", .decide(.action("Fem", by: ["SN"], deadline: "30 juni 2014"))),
            ])
        let numbers = try ledger.board("SN", on: "2014-01-01").actions
        #expect(numbers == [5, 3, 6, 2, 4])
    }

    @Test("calls an action overdue from the day after its latest day, while it is unfinished")
    func overdue() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-01-01", .deadline(1, "senast 2014-05-31")),
                on("2013-01-01", .decide(.action("Tolkar", by: ["BUN"], deadline: "snarast"))),
                on("2014-07-01", .report(1, .completed)),
                on("2014-08-01", .report(1, .ongoing)),
                on("2014-09-01", .close(1)),
            ])
        func overdue(on day: CalendarDate) throws -> [ActionNumber] {
            try ledger.board("BUN", on: day).rows.filter(\.isOverdue).map(\.action.number)
        }
        #expect(try overdue(on: "2014-05-31") == [])
        #expect(try overdue(on: "2014-06-01") == [1])
        #expect(try overdue(on: "2014-07-01") == [], "it is completed")
        #expect(try overdue(on: "2014-08-01") == [1], "it was not completed after all")
        #expect(try overdue(on: "2014-09-01") == [], "it is closed")
    }

    @Test("keeps a closed action, marked so, until it is reopened")
    func closed() throws {
        let ledger = try Scenario(
            given: .municipality + [on("2013-06-01", .close(1)), on("2014-01-01", .reopen(1))])
        #expect(try ledger.board("BUN", on: "2013-05-31").lines == ["1 Läxhjälp: not-started"])
        #expect(
            try ledger.board("BUN", on: "2013-06-01").lines == ["1 Läxhjälp: not-started, closed"])
        #expect(try ledger.board("BUN", on: "2014-01-01").lines == ["1 Läxhjälp: not-started"])
    }

    @Test("dates a status from the first of the latest reports that agree")
    func since() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .report(1, .ongoing)),
                on("2013-03-01", .report(1, .delayed)),
                on("2013-04-01", .report(1, .ongoing)),
                on("2013-05-01", .report(1, .ongoing)),
            ])
        #expect(
            try ledger.board("BUN", on: "2014-01-01").lines
                == ["1 Läxhjälp: ongoing since 2013-04-01"])
    }

    @Test("shows title, plan, deadline and everybody responsible as they were on its day")
    func columns() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-05-01", .amend(1, "Läxhjälp i skolan")),
                on("2013-05-01", .deadline(1, "vid tillfälle")),
                on("2013-05-01", .assign(1, ["SN", "BUN"])),
                on("2013-06-01", .rename("BUN", to: "UN", "Utbildningsnämnden")),
            ])
        let row = try #require(try ledger.board("UN", on: "2013-06-01").rows.first)
        #expect(row.action.title == "Läxhjälp i skolan")
        #expect(row.action.slug == "integration")
        #expect(row.action.deadline == Deadline(text: "vid tillfälle", reading: nil))
        #expect(row.action.shares.map(\.code) == ["UN", "SN"])
        let before = try #require(try ledger.board("BUN", on: "2013-04-30").rows.first)
        #expect(before.action.title == "Läxhjälp")
        #expect(before.action.deadline?.reading?.latest == "2014-12-31")
        #expect(before.action.shares.map(\.code) == ["BUN"])
    }

    @Test("is headed by the name of then")
    func renamed() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-01", .rename("BUN", to: "UN", "Utbildningsnämnden"))
            ])
        let before = try ledger.board("BUN", on: "2013-12-31")
        let after = try ledger.board("UN", on: "2014-01-01")
        #expect(before.committee.name == "Barn- och utbildningsnämnden")
        #expect(after.committee == Naming(code: "UN", name: "Utbildningsnämnden"))
        #expect(before.lines == after.lines)
    }

    @Test("belongs to the committee that has the code on its day")
    func reusedCode() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-01", .dissolve("BUN", into: "KS")),
                on("2014-02-01", .establish("BUN", "Byggnadsnämnden")),
                on("2014-03-01", .decide(.action("Bygglov", by: ["BUN"]))),
            ])
        #expect(try ledger.board("BUN", on: "2013-12-31").titles == ["Läxhjälp"])
        let new = try ledger.board("BUN", on: "2014-03-01")
        #expect(new.committee.name == "Byggnadsnämnden")
        #expect(new.titles == ["Bygglov"])
        #expect(try ledger.board("KS", on: "2014-03-01").titles == ["Läxhjälp"])
    }
}
