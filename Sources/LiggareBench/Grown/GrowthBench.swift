import Checkpoints
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import TransparencyLog

/// What was measured of a generated ledger of one size.
struct Grown {
    let ledger: GrownLedger
    let pages: PageTimes
    let rebuilds: RebuildTimes
    let questions: [BoardQuestion]
    let boards: BoardTimes
    let proofs: [Duration]
    let appends: [Duration]

    /// - Parameter beforeAppends: what else is measured of the ledger, while its views stand at the
    ///   end of the log.
    init(
        _ ledger: GrownLedger, questions count: Int = 1000,
        beforeAppends: (GrownLedger, [BoardQuestion]) throws -> Void = { _, _ in }
    ) throws {
        self.ledger = ledger
        pages = try ledger.timePageChecks()
        rebuilds = try ledger.timeRebuilds()
        questions = try ledger.open().boardQuestions(count)
        boards = try BoardTimes(of: try ledger.open(), questions)
        try beforeAppends(ledger, questions)
        let log = try ledger.openLog()
        proofs = try timeProofs(
            of: try randomPositions(count, of: log), log,
            CheckpointFolder(path: ledger.path + "/checkpoints"), GrownLedger.key)
        // The first entries pay for pages that have to be read, and for cold code.
        _ = try log.timeAppends(20)
        appends = try log.timeAppends(200)
    }
}

extension Log {
    /// Durable ones of one signed entry each.
    fileprivate func timeAppends(_ count: Int) throws -> [Duration] {
        try timed(count) { _ in
            let head = try read { $0.head }
            let act = Act(
                effective: BenchLedger.day,
                events: [
                    .statusReported(ActionNumber(1), CommitteeNumber(1), StatusReport(.ongoing))
                ])
            let batch = try SealedBatch(
                act.parts(contentByteLimit: SealedBatch.contentByteLimit).map(\.content),
                commandID: CommandID("appended-\(head.size)")!, on: head,
                recordedAt: try admit(BenchLedger.now(), on: head), signedBy: GrownLedger.key)
            _ = try append(batch)
        }
    }
}

/// How each of several sizes compares with the smallest.
func growthFigures(_ sizes: [Grown]) -> [Figure] {
    guard let smallest = sizes.first else { return [] }
    let name = "the same at \(smallest.ledger.events) events"
    return sizes.flatMap { grown in
        let events = grown.ledger.events
        return [
            Figure("growth.append@\(events)", grown.appends, against: name, smallest.appends),
            Figure(
                "growth.board@\(events)", grown.boards.all, in: .milliseconds, against: name,
                smallest.boards.all),
            Figure("growth.proof@\(events)", grown.proofs, against: name, smallest.proofs),
            Figure(
                "growth.rebuild@\(events)", events, grown.rebuilds.ours, against: name,
                smallest.ledger.events, smallest.rebuilds.ours),
        ]
    }
}
