import Audit
import Coordinates
import EntryLog
import Foundation
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import TestSupport
import Testing
import Views

@Suite("Random histories")
struct HistoryTests {
    @Test("Rows with what has come since, a rebuild, a fold in memory and a replay all agree")
    func agreement() throws {
        var seeds = SeededGenerator(announcing: "Random histories")
        var tally = Tally()
        for _ in 0..<20 {
            let seed = seeds.next()
            try withLedger { ledger in
                var run = try Run(ledger, seed: seed)
                try run.record(until: TreeSize(60), &tally)
                try run.checkRemembered(every: 9)
            }
        }
        tally.expectAll()
    }

    @Test("In short histories they agree at every position")
    func everyPosition() throws {
        var seeds = SeededGenerator(announcing: "Short histories")
        var tally = Tally()
        for _ in 0..<8 {
            let seed = seeds.next()
            try withLedger { ledger in
                var run = try Run(ledger, seed: seed)
                try run.record(until: TreeSize(28), &tally)
                try run.checkRemembered(every: 1)
            }
        }
    }
}

/// One history under way, with the boards seen on the way.
private struct Run {
    private let ledger: TestLedger
    private var history: RandomHistory
    /// Folded by nothing but the stories' own fold, entry by entry.
    private var state = LedgerState()
    private var remembered: [(moment: Moment, boards: [Board])] = []
    private var sent: [(items: [Proposal], id: String, recorded: Recorded)] = []

    init(_ ledger: TestLedger, seed: UInt64) throws {
        self.ledger = ledger
        history = RandomHistory(seed: seed)
        ledger.step = .seconds(3 * 86_400)
        try ledger.record(RandomHistory.opening)
        try compare()
    }

    mutating func record(until size: TreeSize, _ tally: inout Tally) throws {
        while try ledger.size < size {
            let draws = try (0..<history.batchCount()).map { _ in
                history.next(in: state, today: try ledger.today)
            }
            var items = draws.map(\.item)
            if items.count > 1, history.chance(2) { items = [items.joined] }
            let isRecorded = try record(items)
            tally.note(draws.map(\.kind), recorded: isRecorded)
            guard isRecorded else { continue }
            try disturb()
            try compare()
            if !sent.isEmpty, history.chance(5) { try sendAgain() }
        }
    }

    /// False where a rule refuses one of the items, and so all of them.
    private mutating func record(_ items: [Proposal]) throws -> Bool {
        let recorded: Recorded
        let id = "draw-\(sent.count)"
        let commands = items.flatMap(\.steps).map(\.command)
        do {
            recorded = try ledger.record(items, id: id)
        } catch is Rejection where commands.count == 1 {
            return false
        } catch is RejectedProposal where commands.count > 1 {
            return false
        }
        if recorded.receipt == nil {
            #expect(recorded.acts.isEmpty)
            return true
        }
        sent.append((items, id, recorded))
        if commands.count == 1, case .importPlan = commands[0] {
            let again = Proposal(commands[0], effective: recorded.acts[0].effective)
            let left = try ledger.registry.tryOut(ledger.request([again])).acts
            #expect(left.flatMap(\.events) == [], "\(commands[0])")
        }
        return true
    }

    /// Whatever has come since, what was recorded before gets its first receipt.
    private mutating func sendAgain() throws {
        let size = try ledger.size
        let (items, id, first) = sent[history.pick(0...sent.count - 1)]
        let again = try ledger.record(items, id: id)
        #expect(again.receipt?.isDuplicate == true)
        #expect(again.receipt?.positions == first.receipt?.positions)
        #expect(again.acts == first.acts)
        #expect(try ledger.size == size)
    }

    /// Moves rows from memory to the disk now and then, and opens the ledger anew.
    private mutating func disturb() throws {
        if history.chance(6) {
            try ledger.registry.read { try ledger.registry.views.flush($1, of: $0) }
        }
        if history.chance(20) { _ = try ledger.registry.rebuild() }
        if history.chance(20) { try? FileManager.default.removeItem(atPath: ledger.viewsPath) }
        if history.chance(10) { ledger.close() }
    }

    private mutating func compare() throws {
        let days = try history.days(1, around: ledger.today) + [ledger.today]
        try ledger.registry.read { log, views in
            try forEachAct(
                in: state.size.end..<log.size.end, of: log, passing: VoidEntries()
            ) { try state.evolve($0) }
            #expect(try LedgerDump(views) == LedgerDump(state))
            for day in days {
                let moment = state.moment(on: day)
                let boards = state.boards(at: moment)
                #expect(try views.boards(at: moment) == boards)
                for board in boards {
                    #expect(try views.board(of: board.number, at: moment) == board)
                }
                remembered.append((moment, boards))
                let committees = 1...state.counts().committees
                let speaker = CommitteeNumber(history.pick(committees))
                let listener = CommitteeNumber(history.pick(committees))
                #expect(
                    try views.board(of: speaker, told: listener, at: moment)
                        == state.board(of: speaker, told: listener, at: moment))
            }
        }
    }

    /// What a board showed then is what a rebuild, and a replay, say that it showed.
    /// - Parameter stride: a replay of so many costs its time, so not each is replayed.
    func checkRemembered(every stride: UInt64) throws {
        let registry = try ledger.registry
        _ = try registry.rebuild()
        try registry.read { try check($1) }
        for (moment, boards) in remembered where moment.known.index.isMultiple(of: stride) {
            let report = try replay(registry.log, registry.views, at: moment)
            #expect(report.isVerified)
            #expect(report.boards == boards)
        }
    }

    private func check(_ views: ViewSet) throws {
        #expect(try LedgerDump(views) == LedgerDump(state))
        for (moment, boards) in remembered {
            #expect(try views.boards(at: moment) == boards)
        }
    }
}

extension [Proposal] {
    /// All that they ask for as one entry, with the first one's day and place.
    fileprivate var joined: Proposal {
        Proposal(
            flatMap(\.steps), effective: self[0].effective,
            reference: self[0].reference)
    }
}
