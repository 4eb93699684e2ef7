import Coordinates
import Handlingsplan
import Testing

@Suite("What a committee knew from those before it")
struct InheritedKnowledgeTests {
    /// BUN's and SN's actions, reported to each in March; from July both are part of VN, 4.
    private static func merged() throws -> Chronicle {
        try .municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 2)),
            .on("2018-01-01", .decide(2), .assign(2, 3)),
            .on("2018-03-01", .tell(2, .actions([1]), from: 6), .tell(3, .actions([2]), from: 6)),
            .on("2018-07-01", .establish(4, "VN"), .committeesMerged([2, 3], into: 4)))
    }

    @Test("is all that they were told")
    func merger() throws {
        let ledger = try Self.merged()
        let knowledge = ledger.state.known(to: 4, on: "2018-07-01", heldBy: 8)
        #expect(
            knowledge.lines == [
                "1 told 2018-03-01 from 6: responsible: BUN → VN",
                "2 told 2018-03-01 from 6: responsible: SN → VN",
            ])
    }

    @Test("is what its successor knows, from the day it was merged")
    func asked() throws {
        let ledger = try Self.merged()
        let before = ledger.state.known(to: 2, on: "2018-06-30", heldBy: 8)
        #expect(before.listener == 2)
        #expect(before.lines == ["1 told 2018-03-01 from 6"])
        let after = ledger.state.known(to: 2, on: "2018-07-01", heldBy: 8)
        #expect(after.listener == 4)
        #expect(after.committee.code == "VN")
        #expect(after == ledger.state.known(to: 4, on: "2018-07-01", heldBy: 8))
    }

    @Test("is not lost where the merger was recorded after the day")
    func recordedLater() throws {
        let ledger = try Self.merged()
        for listener in [2, 4] as [CommitteeNumber] {
            let knowledge = ledger.state.known(to: listener, on: "2018-07-02", heldBy: 7)
            #expect(
                knowledge.lines == ["1 told 2018-03-01 from 6", "2 told 2018-03-01 from 6"])
        }
    }

    @Test("is not theirs any more where the merger was corrected")
    func corrected() throws {
        let ledger = try Self.merged().with(.on("2018-08-01", .correct(8)))
        let now = ledger.state.known(to: 2, on: "2018-08-01", heldBy: ledger.last)
        #expect(now.lines == ["1 told 2018-03-01 from 6"])
        let successor = ledger.state.known(to: 4, on: "2018-08-01", heldBy: ledger.last)
        #expect(successor.rows.isEmpty)
        let then = ledger.state.known(to: 4, on: "2018-08-01", heldBy: 8)
        #expect(then.rows.map(\.number) == [1, 2], "it answered for them as the ledger held it")
        #expect(then.rows.map(\.told) == [nil, nil])
    }

    @Test("stays with a committee that was split")
    func split() throws {
        let ledger = try Chronicle.municipality().with(
            .on("2018-01-01", .decide(1), .assign(1, 2)),
            .on("2018-03-01", .tell(2, .actions([1]), from: 5)),
            .on(
                "2018-07-01", .establish(4, "GN"), .establish(5, "FN"),
                .committeeSplit(2, into: [4, 5])),
            .on("2018-07-01", .responsibilityTransferred(1, from: 2, now: .committees([4]))))
        #expect(
            ledger.state.known(to: 4, on: "2018-07-01", heldBy: 8).lines
                == ["1 told nothing: standing: – → open"])
        #expect(
            ledger.state.known(to: 2, on: "2018-07-01", heldBy: 8).lines
                == ["1 told 2018-03-01 from 5: responsible: BUN → GN"])
    }
}
