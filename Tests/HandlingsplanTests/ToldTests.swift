import Coordinates
import Handlingsplan
import Testing

@Suite("What a committee had been told")
struct ToldTests {
    @Test("is what the report took in, whatever was recorded since")
    func asTold() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-10", .report(1, .ongoing)),
                on("2014-02-01", .tell("KS")),
                on("2014-01-20", .report(1, .delayed)),
                on("2014-03-01", .amend(1, "Läxhjälp i skolan")),
            ])
        #expect(
            try ledger.board("BUN", told: "KS", on: "2014-04-01").lines
                == ["1 Läxhjälp: ongoing since 2014-01-10"])
        #expect(
            try ledger.board("BUN", on: "2014-04-01").lines
                == ["1 Läxhjälp i skolan: delayed since 2014-01-20"])
    }

    @Test("is nothing before the meeting, and nothing for others")
    func nothing() throws {
        let ledger = try Scenario(given: .municipality + [on("2014-02-01", .tell("KS"))])
        #expect(try ledger.board("BUN", told: "KS", on: "2014-01-31").lines == [])
        #expect(try ledger.board("BUN", told: "SN", on: "2014-04-01").lines == [])
        #expect(try ledger.board("BUN", told: "KS", on: "2014-04-01").titles == ["Läxhjälp"])
        #expect(try ledger.board("BUN", told: "KS", on: "2014-04-01", known: 4).lines == [])
    }

    @Test("says when and from where")
    func source() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-10", .report(1, .ongoing)), on("2014-02-01", .tell("KS", from: 4)),
            ])
        let row = try #require(try ledger.board("BUN", told: "KS", on: "2014-04-01").rows.first)
        #expect(row.share.status == .notStarted)
        #expect(row.told?.meeting == "2014-02-01")
        #expect(row.told?.from == 4)
        #expect(row.told?.recorded == 6)
        #expect(try ledger.board("BUN", on: "2014-04-01").rows.map(\.told) == [nil])
    }

    @Test("is the report of the latest meeting, not the one recorded last")
    func latest() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-10", .report(1, .ongoing)),
                on("2014-03-01", .tell("KS")),
                on("2014-02-01", .tell("KS", from: 4)),
            ])
        let told = try ledger.board("BUN", told: "KS", on: "2014-04-01")
        #expect(told.lines == ["1 Läxhjälp: ongoing since 2014-01-10"])
        let between = try ledger.board("BUN", told: "KS", on: "2014-02-15")
        #expect(between.lines == ["1 Läxhjälp: not-started"])
    }

    @Test("is only what the report was about")
    func scope() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .adopt("arbete")),
                on("2013-02-01", .decide(.action("Praktik", by: ["BUN"]), in: "arbete")),
                on("2013-02-01", .decide(.action("Tolkar", by: ["BUN"]), in: "arbete")),
                on("2014-02-01", .tell("KS", .document("arbete"))),
                on("2014-02-01", .tell("SN", .actions([1, 3]))),
                on("2014-02-01", .tell("BUN", .everything)),
                on("2014-03-01", .decide(.action("Senare", by: ["BUN"]), in: "arbete")),
            ])
        #expect(
            try ledger.board("BUN", told: "KS", on: "2014-04-01").titles == ["Praktik", "Tolkar"])
        #expect(
            try ledger.board("BUN", told: "SN", on: "2014-04-01").titles == ["Läxhjälp", "Tolkar"])
        #expect(
            try ledger.board("BUN", told: "BUN", on: "2014-04-01").titles
                == ["Läxhjälp", "Praktik", "Tolkar"])
    }

    @Test("of a plan is of the actions that were in it at the meeting")
    func carriedOver() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .adopt("arbete")),
                on("2014-02-01", .tell("KS", .document("arbete"))),
                on("2014-03-01", .amendAction(1, [.plan("arbete")])),
            ])
        #expect(try ledger.board("BUN", told: "KS", on: "2014-04-01").titles == [])
    }

    @Test("passes to the successor")
    func successor() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-02-01", .tell("SN")),
                on("2014-03-01", .dissolve("SN", into: "KS")),
            ])
        #expect(try ledger.board("BUN", told: "KS", on: "2014-02-28").titles == [])
        #expect(try ledger.board("BUN", told: "KS", on: "2014-03-01").titles == ["Läxhjälp"])
    }

    @Test("stands on the board of the committee that answered for the action at the meeting")
    func responsibleThen() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-02-01", .tell("KS")), on("2014-03-01", .transfer(1, "SN")),
            ])
        #expect(try ledger.board("BUN", told: "KS", on: "2014-04-01").titles == ["Läxhjälp"])
        #expect(try ledger.board("SN", told: "KS", on: "2014-04-01").titles == [])
    }

    @Test("stands on the board of the successor of then, also where the succession is corrected")
    func successionCorrected() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-15", .dissolve("BUN", into: "SN")),
                on("2014-02-01", .tell("KS")),
                on("2014-03-01", .correct(5)),
            ])
        #expect(try ledger.board("SN", told: "KS", on: "2014-04-01").titles == ["Läxhjälp"])
        #expect(try ledger.board("BUN", told: "KS", on: "2014-04-01").titles == [])
    }

    @Test("is no more where the report is corrected")
    func corrected() throws {
        let ledger = try Scenario(
            given: .municipality + [on("2014-02-01", .tell("KS")), on("2014-02-01", .correct(5))])
        #expect(try ledger.board("BUN", told: "KS", on: "2014-04-01").titles == [])
        #expect(
            try ledger.board("BUN", told: "KS", on: "2014-04-01", known: 5).titles == ["Läxhjälp"])
    }
}
