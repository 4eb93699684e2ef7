import Coordinates
import Handlingsplan
import Testing

@Suite("Who answers for an action")
struct SuccessionTests {
    @Test("A dissolution takes force by itself on its day")
    func futureDissolution() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-02-01", .report(1, .ongoing)),
                on("2015-01-01", .dissolve("BUN", into: "KS")),
            ])
        let ongoing = ["1 Läxhjälp: ongoing since 2014-02-01"]
        #expect(try ledger.board("BUN", on: "2014-12-31").lines == ongoing)
        #expect(try ledger.board("KS", on: "2014-12-31").lines == [])
        #expect(try ledger.board("KS", on: "2015-01-01").lines == [ongoing[0] + ", overdue"])
        #expect(try ledger.board("BUN", on: "2015-01-01").lines == [])
        #expect(try ledger.board("KS", on: "2015-01-01", known: 5).lines == [])
    }

    @Test("Successors are succeeded in their turn, in whatever order that is recorded")
    func chain() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-03-01", .dissolve("SN", into: "KS")),
                on("2014-02-01", .dissolve("BUN", into: "SN")),
            ])
        let holders = try ["2014-01-31", "2014-02-01", "2014-03-01"].map { day in
            try ["BUN", "SN", "KS"].filter {
                try !ledger.board(CommitteeCode($0)!, on: CalendarDate(day)!).rows.isEmpty
            }
        }
        #expect(holders == [["BUN"], ["SN"], ["KS"]])
    }

    @Test("Where corrections close a circle of successors, nobody succeeds")
    func circle() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-02-01", .dissolve("BUN", into: "SN")),
                on("2014-02-01", .correct(5)),
                on("2014-03-01", .dissolve("SN", into: "BUN")),
                on("2014-03-01", .correct(6)),
            ])
        #expect(try ledger.board("BUN", on: "2014-04-01").lines == ["1 Läxhjälp: not-started"])
        #expect(try ledger.board("SN", on: "2014-04-01").lines == [])
        #expect(try ledger.board("SN", on: "2014-02-01").lines == ["1 Läxhjälp: not-started"])
    }

    @Test("What is laid on all lies with every committee in force that day")
    func all() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-06-01", .assign(1, .all)),
                on("2014-01-01", .dissolve("SN")),
                on("2015-01-01", .establish("AN")),
            ])
        func responsible(on day: CalendarDate) throws -> [CommitteeCode] {
            try #require(ledger.action(1, on: day)).shares.map(\.code)
        }
        #expect(try responsible(on: "2013-06-01") == ["KS", "BUN", "SN"])
        #expect(try responsible(on: "2014-01-01") == ["KS", "BUN"])
        #expect(try responsible(on: "2015-01-01") == ["KS", "BUN", "AN"])
        #expect(
            try ledger.board("AN", on: "2015-01-01").lines == ["1 Läxhjälp: not-started, overdue"])
        #expect(try ledger.board("AN", on: "2014-12-31").lines == [])
        #expect(try ledger.board("SN", on: "2014-01-01").lines == [])
    }

    @Test("What is laid on all is handed over by nobody, also when a committee ends")
    func allAndDissolved() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .report(1, .completed)),
                on("2013-06-01", .assign(1, .all)),
                on("2014-01-01", .dissolve("BUN")),
                on("2014-02-01", .establish("AN")),
            ])
        #expect(try ledger.board("AN", on: "2014-02-01").lines == ["1 Läxhjälp: not-started"])
    }
}

@Suite("A committee that takes an action over")
struct TransferTests {
    @Test("goes on from the status of the one who handed over, until it reports itself")
    func inherits() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .report(1, .ongoing)),
                on("2013-06-01", .transfer(1, "SN")),
                on("2013-09-01", .report(1, .delayed)),
            ])
        #expect(
            try ledger.board("SN", on: "2013-06-01").lines
                == ["1 Läxhjälp: ongoing since 2013-02-01"])
        #expect(
            try ledger.board("SN", on: "2013-09-01").lines
                == ["1 Läxhjälp: delayed since 2013-09-01"])
        #expect(try ledger.board("BUN", on: "2013-06-01").lines == [])
    }

    @Test("does not take over what the co-responsible said, nor they what was said to it")
    func coResponsible() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-01-01", .assign(1, ["BUN", "KS"])),
                on("2013-02-01", .report(1, .ongoing, by: "BUN")),
                on("2013-03-01", .report(1, .completed, by: "KS")),
                on("2013-06-01", .transfer(1, from: "BUN", "SN")),
            ])
        #expect(
            try ledger.board("SN", on: "2013-06-01").lines
                == ["1 Läxhjälp: ongoing since 2013-02-01"])
        #expect(
            try ledger.board("KS", on: "2013-06-01").lines
                == ["1 Läxhjälp: completed since 2013-03-01"])
    }

    @Test("beside one who has said nothing leaves that one's status alone")
    func silent() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-01-01", .assign(1, ["BUN", "KS"])),
                on("2013-02-01", .report(1, .ongoing, by: "BUN")),
                on("2013-06-01", .transfer(1, from: "BUN", "SN")),
            ])
        #expect(try ledger.board("KS", on: "2013-06-01").lines == ["1 Läxhjälp: not-started"])
    }

    @Test("counts what its predecessors reported as its own")
    func successor() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-01-01", .assign(1, ["BUN", "KS"])),
                on("2013-02-01", .report(1, .ongoing, by: "BUN")),
                on("2013-03-01", .report(1, .ongoing, by: "KS")),
                on("2013-06-01", .dissolve("BUN", into: "KS")),
            ])
        #expect(
            try ledger.board("KS", on: "2013-05-31").lines
                == ["1 Läxhjälp: ongoing since 2013-03-01"])
        #expect(
            try ledger.board("KS", on: "2013-06-01").lines
                == ["1 Läxhjälp: ongoing since 2013-02-01"])
    }
}
