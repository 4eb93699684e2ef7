import Coordinates
import Handlingsplan
import Testing

@Suite("What held, and what was known of it")
struct TwoTimesTests {
    /// Entry 5 says in June what held from March.
    static let backdated: [Proposal] =
        .municipality + [on("2014-03-01", .report(1, .ongoing))]

    @Test("A backdated status shows from its day on")
    func effective() throws {
        let ledger = try Scenario(given: Self.backdated)
        #expect(try ledger.board("BUN", on: "2014-02-28").lines == ["1 Läxhjälp: not-started"])
        #expect(
            try ledger.board("BUN", on: "2014-03-01").lines
                == ["1 Läxhjälp: ongoing since 2014-03-01"])
    }

    @Test("A backdated status does not show in what was known before it was recorded")
    func known() throws {
        let ledger = try Scenario(given: Self.backdated)
        #expect(
            try ledger.board("BUN", on: "2014-03-01", known: 4).lines
                == ["1 Läxhjälp: not-started"])
    }

    @Test("A status told late does not displace one from a later day")
    func toldLate() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-05-01", .report(1, .completed)),
                on("2014-03-01", .report(1, .delayed)),
            ])
        #expect(
            try ledger.board("BUN", on: "2014-04-30").lines
                == ["1 Läxhjälp: delayed since 2014-03-01"])
        #expect(
            try ledger.board("BUN", on: "2014-05-01").lines
                == ["1 Läxhjälp: completed since 2014-05-01"])
    }

    @Test("Of two reports for the same day, the one recorded last holds")
    func sameDay() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-03-01", .report(1, .completed)),
                on("2014-03-01", .report(1, .ongoing)),
            ])
        #expect(
            try ledger.board("BUN", on: "2014-03-01").lines
                == ["1 Läxhjälp: ongoing since 2014-03-01"])
    }
}

@Suite("A correction")
struct CorrectionTests {
    static let said = ["1 Läxhjälp: completed since 2014-03-01"]
    static let unsaid = ["1 Läxhjälp: not-started"]

    @Test("removes what it corrects from today's view, and leaves yesterday's as it was")
    func removes() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-03-01", .report(1, .completed)),
                on("2014-06-01", .correct(5)),
            ])
        #expect(try ledger.board("BUN", on: "2014-03-01").lines == Self.unsaid)
        #expect(try ledger.board("BUN", on: "2014-03-01", known: 5).lines == Self.said)
    }

    @Test("that is itself corrected brings back what it removed")
    func bringsBack() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-03-01", .report(1, .completed)),
                on("2014-06-01", .correct(5)),
                on("2014-06-01", .correct(6)),
            ])
        let views = try [5, 6, 7].map {
            try ledger.board("BUN", on: "2014-03-01", known: $0).lines
        }
        #expect(views == [Self.said, Self.unsaid, Self.said])
    }

    @Test("never leaves an entry corrected twice over")
    func correctedTwice() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-03-01", .report(1, .completed)),
                on("2014-06-01", .correct(5)),
                on("2014-06-01", .correct(6)),
                on("2014-06-01", .correct(5)),
            ])
        // Entry 6 would count again, and correct entry 5 beside entry 8.
        #expect(throws: Rejection.alreadyCorrected(5, at: 8)) {
            try ledger.when(on("2014-06-01", .correct(7)))
        }
    }

    @Test("takes away everything that its entry said")
    func wholeEntry() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .amend(1, "Läxhjälp i skolan")),
                on("2013-02-01", .assign(1, ["BUN", "SN"])),
                on("2014-01-01", .close(1)),
                on("2014-06-01", .correct(4)),
            ])
        #expect(try ledger.board("BUN", on: "2014-06-01").rows == [])
        #expect(try ledger.board("SN", on: "2014-06-01").rows == [])
        #expect(try ledger.board("SN", on: "2014-06-01", known: 7).rows.count == 1)
    }

    @Test("of a merger gives the committee its board back")
    func merger() throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2014-01-01", .dissolve("BUN", into: "KS")),
                on("2014-06-01", .correct(5)),
            ])
        #expect(try ledger.board("BUN", on: "2014-06-01").lines == Self.unsaid)
        #expect(try ledger.board("KS", on: "2014-06-01").lines == [])
        #expect(try ledger.board("KS", on: "2014-06-01", known: 5).lines == Self.unsaid)
    }
}
