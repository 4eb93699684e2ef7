import Coordinates
import Handlingsplan
import TestSupport
import Testing

@Suite("The cost of a board")
struct BoardCostTests {
    /// Besides KS, BUN and SN two hundred committees, 4 to 203, each with a plan, 3 to 202, and an
    /// action in it, 1 to 200. From July committee 4 is part of 5, and in August 5 would have
    /// become part of 6, had that not been corrected.
    private static func ledger() throws -> Chronicle {
        var ledger = try Chronicle.municipality()
        for number in 4...203 as ClosedRange<UInt32> {
            let (committee, action) = (CommitteeNumber(number), ActionNumber(number - 3))
            let plan = DocumentNumber(number - 1)
            try ledger.record(
                .on(
                    "2018-01-01", .establish(committee, CommitteeCode("N\(number)")!),
                    .planAdopted(
                        plan, Adoption(slug: DocumentSlug("plan-\(number)")!, title: "Plan")),
                    .decide(action, in: plan), .assign(action, committee),
                    .report(action, .ongoing, by: committee)))
        }
        try ledger.record(.on("2018-07-01", .committeesMerged([4], into: 5)))
        try ledger.record(.on("2018-08-01", .committeeDissolved(5, successor: 6)))
        try ledger.record(.on("2018-08-01", .correct(ledger.last)))
        return ledger
    }

    @Test("A board reads what it shows, and none of the rest of the ledger")
    func narrow() throws {
        let chronicle = try Self.ledger()
        let ledger = WatchedLedger(chronicle.state)
        let moment = chronicle.moment("2018-09-01")

        #expect(ledger.board(of: 100, at: moment).actions == [97])
        #expect(ledger.actionsRead() == [97])
        #expect(ledger.committeesRead() == [100])
        #expect(ledger.documentsRead() == [99])

        #expect(ledger.board(of: 5, at: moment).actions == [1, 2])
        #expect(ledger.actionsRead() == [1, 2])
        #expect(ledger.committeesRead() == [4, 5, 6])
        #expect(ledger.documentsRead() == [3, 4])
    }

    @Test("It reads whoever else had to do with its actions, and those before them")
    func shared() throws {
        let chronicle = try Self.ledger().with(
            .on("2018-08-02", .assign(50, 53, 5)), .on("2018-08-03", .tell(9, .everything, from: 9))
        )
        let ledger = WatchedLedger(chronicle.state)
        #expect(ledger.board(of: 53, at: chronicle.moment("2018-09-01")).actions == [50])
        #expect(ledger.committeesRead() == [4, 5, 6, 53])
        let told = ledger.board(of: 53, told: 9, at: chronicle.moment("2018-09-01"))
        #expect(told.rows.isEmpty)
        #expect(ledger.committeesRead().isSubset(of: [4, 5, 6, 9, 53]))
    }

    @Test(
        "It is the board that all committees and documents give",
        arguments: SeededGenerator.seeds(24))
    func sameAsOfAll(seed: UInt64) throws {
        print("LIGGARE_SEED=\(seed)")
        var random = Upheaval(seed: seed)
        let state = try random.chronicle(of: 70).state
        let whole = OneKin(state)
        for _ in 0..<6 {
            let moment = Moment(
                effective: random.day(), known: random.entry(before: state.size.end))
            let listener = random.committee()
            let comment: Comment = "told \(listener), \(moment), LIGGARE_SEED=\(seed)"
            for number in state.committees().map(\.number) {
                #expect(
                    state.board(of: number, told: listener, at: moment)
                        == whole.board(of: number, told: listener, at: moment), comment)
            }
            for board in state.boards(at: moment) {
                #expect(board == state.board(of: board.number, at: moment), comment)
            }
        }
    }

    @Test("Also where a corrected correction closes a circle, and others lead into it")
    func circle() throws {
        let state = try Scenario(
            given: .municipality + [
                on("2014-01-10", .dissolve("KS", into: "BUN")),
                on("2014-02-01", .dissolve("BUN", into: "SN")),
                on("2014-02-01", .correct(6)),
                on("2014-03-01", .dissolve("SN", into: "BUN")),
                on("2014-03-01", .correct(7)),
            ]
        ).state
        let whole = OneKin(state)
        for day in ["2014-01-31", "2014-02-01", "2014-04-01"] as [CalendarDate] {
            let moment = Moment(effective: day, known: 9)
            for number in [1, 2, 3] as [CommitteeNumber] {
                #expect(state.board(of: number, at: moment) == whole.board(of: number, at: moment))
            }
        }
    }
}

/// A ledger in which a board reads all committees: each might have been succeeded by any other.
private struct OneKin: LedgerOverState {
    let state: LedgerState

    init(_ state: LedgerState) { self.state = state }

    func committees(everSucceededBy number: CommitteeNumber) -> [CommitteeNumber] {
        state.committees().map(\.number)
    }
}
