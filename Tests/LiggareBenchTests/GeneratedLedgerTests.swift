import Audit
import Checkpoints
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import TestSupport
import Testing
import TransparencyLog
import Views

@testable import LiggareBench

@Suite("Generated ledgers")
struct GeneratedLedgerTests {
    @Test("One that is signed is verified by a full audit, and so is what is rebuilt of it")
    func audited() throws {
        let place = try TemporaryDirectory()
        let log = try generateLog(
            at: place.path + "/log", events: 3000, seed: 3, signedBy: SigningKey())
        let views = ViewStore(path: place.path + "/views", writable: true)
        let checkpoints = CheckpointFolder(path: place.path + "/checkpoints")
        for isRebuilt in [false, true] {
            if isRebuilt { _ = try views.rebuild(from: log) }
            let report = try Audit.audit(log, views, nil, checkpoints)
            #expect(report.findings == [])
            #expect(report.eventCount >= 3000)
        }
    }

    @Test("Boards of the stored rows are those of the folded log, whatever the moment")
    func boards() throws {
        let place = try TemporaryDirectory()
        let generated = try GrownLedger(events: 20_000, in: place.path)
        try rebuild(generated)
        let ledger = try generated.open()
        let questions = try ledger.boardQuestions(50)
        let boards = try questions.map { try ledger.board($0) }
        let state = try ledger.log.read { try LedgerState(folding: $0) }
        for (question, board) in zip(questions, boards) {
            #expect(board == state.board(of: question.committee, at: question.moment))
        }
        #expect(boards.contains { $0.rows.count > 10 })
    }

    /// Opens the log, and lets go of it.
    private func rebuild(_ ledger: GrownLedger) throws {
        try ledger.rebuildViews(from: try ledger.openLog())
    }
}

extension LedgerState {
    fileprivate init(folding log: borrowing LogSnapshot) throws {
        var state = LedgerState()
        try forEachAct(in: Position(1)..<log.size.end, of: log, passing: VoidEntries()) {
            try state.evolve($0)
        }
        self = state
    }
}
