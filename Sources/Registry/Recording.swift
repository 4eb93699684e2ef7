import Checkpoints
package import Coordinates
package import EntryLog
package import Failures
package import Handlingsplan
import PlanLog
package import TransparencyLog
package import Views

/// What is to be recorded as one command: all of it, or nothing.
package struct Request: Sendable {
    /// In order, an entry each: each is judged by what those before it lead to.
    package let proposals: [Proposal]
    package let commandID: CommandID
    /// The position that the command is to get; where another one is next, it conflicts.
    package let expected: Position?
    package let time: RecordingTime

    package init(
        _ proposals: [Proposal], commandID: CommandID, expected: Position? = nil,
        time: RecordingTime
    ) {
        self.proposals = proposals
        self.commandID = commandID
        self.expected = expected
        self.time = time
    }
}

/// What was recorded; or, without a receipt, what would be, and nothing where all that was asked
/// for held already.
package struct Recorded: Sendable {
    package fileprivate(set) var receipt: Receipt?
    package let acts: [Act]
    package let warnings: [Warning]
}

/// One of several proposals was refused, and so all of them are.
package struct RejectedProposal: Error, Hashable, Sendable {
    /// Counted from 0.
    package let index: Int
    /// Which step of the proposal, counted from 0; nil where it has no other.
    package let step: Int?
    package let rejection: Rejection

    package init(index: Int, step: Int? = nil, rejection: Rejection) {
        self.index = index
        self.step = step
        self.rejection = rejection
    }
}

/// Another command was recorded under the id.
package struct CommandIDTaken: Error, Hashable, Sendable {
    package let id: CommandID
    package let position: Position
}

extension Ledger {
    /// Records a command: decides on what is known now, seals, appends. Durable on return.
    ///
    /// Where others append meanwhile, it is decided again on what they wrote. A command id that
    /// has been recorded before gets its first receipt, and nothing is appended.
    /// - Parameter acknowledge: is told what was recorded, and the ledger as it then is, as soon as it
    ///   is durable, before anything is done that others could keep waiting. What it throws is thrown in the end.
    /// - Throws: `Rejection`, or of several proposals `RejectedProposal`; `CommandIDTaken`;
    ///   `NotPermitted`; `UnknownTimeZone`; `EntryLogError`; `ViewsError`; `LMDBError`. Nothing is
    ///   appended then.
    @discardableResult
    package func record(
        _ request: Request, signedBy key: some Signer,
        acknowledge: (Recorded, _ after: ViewSet) throws -> Void = { _, _ in }
    ) throws -> Recorded {
        while true {
            switch try judge(request, by: Writer(key.publicKey)) {
            case .recordedBefore(let recorded, let now):
                try acknowledge(recorded, now)
                return recorded
            case .decided(let judgement, _, _) where judgement.parts.isEmpty:
                let recorded = Recorded(judgement)
                try acknowledge(recorded, judgement.after)
                return recorded
            case .decided(let judgement, let head, let stored):
                let batch = try SealedBatch(
                    judgement.parts.map(\.content), commandID: request.commandID, on: head,
                    replacing: stored, recordedAt: judgement.recordedAt, signedBy: key)
                do {
                    let receipt = try log.append(batch)
                    if receipt.isDuplicate { continue }
                    var recorded = Recorded(judgement)
                    recorded.receipt = receipt
                    defer { storeTail(of: judgement.after) }
                    try acknowledge(recorded, judgement.after)
                    return recorded
                } catch EntryLogError.conflict where request.expected == nil {
                    // Somebody was quicker, so the log grows: this ends.
                    continue
                }
            }
        }
    }

    /// Judges what is to be recorded, and records nothing.
    /// - Parameter show: is told what would be recorded, and the ledger as it would be.
    @discardableResult
    package func tryOut(
        _ request: Request, show: (Recorded, _ after: ViewSet) throws -> Void = { _, _ in }
    ) throws -> Recorded {
        let (recorded, after) =
            switch try judge(request, by: nil) {
            case .recordedBefore(let recorded, let now): (recorded, now)
            case .decided(let judgement, _, _): (Recorded(judgement), judgement.after)
            }
        try show(recorded, after)
        return recorded
    }

    private func judge(_ request: Request, by writer: Writer?) throws -> Verdict {
        try read { log, views in
            if let receipt = try log.receipt(of: request.commandID) {
                return .recordedBefore(
                    try repetition(of: request, receipt, in: log, try views.voids()), views)
            }
            if let expected = request.expected, expected != log.size.end {
                throw EntryLogError.conflict(expected: expected, actual: log.size.end)
            }
            // What the entries give, whatever the log says of its end.
            let head = Head(
                frontier: views.frontier, recordedAt: try request.earliest(in: log, views))
            let time = try self.log.admit(request.time, on: head) { self.views.attestedAt }
            let judgement = try Judgement(
                of: request.proposals, in: log, views, by: writer, founder: founder,
                recordedAt: try agreed(time, for: request, after: head.recordedAt),
                try calendar(in: views))
            return .decided(judgement, head, log.head)
        }
    }

    /// The time that a request gets. What declares a clock wrong dates the entries that it reaches back
    /// over: not later than when they were seen, if that was after those that are left right.
    private func agreed(
        _ time: Timestamp, for request: Request, after earliest: Timestamp
    ) throws -> Timestamp {
        guard let first = request.clockDeclared,
            let seen = try checkpoints.firstSeen(
                first, notBefore: earliest, of: log.founding.verificationKey)
        else { return time }
        return min(seen, time)
    }

    private var founder: Writer { Writer(log.founding.founder) }

    /// The first receipt of a command that is sent again.
    ///
    /// Whether it is the same command is found by deciding it once more on what was known when it
    /// was recorded: the same command led to the same acts.
    private func repetition(
        of request: Request, _ receipt: Receipt, in log: borrowing LogSnapshot,
        _ voids: VoidEntries
    ) throws -> Recorded {
        var acts: [Act] = []
        try forEachAct(in: receipt.positions, of: log, passing: voids) { acts.append($0.act) }
        let then = try ViewSet(
            ofFirst: TreeSize(receipt.first.index), of: log, passing: voids)
        var again: Judgement?
        do {
            again = try Judgement(
                of: request.proposals, in: log, then, by: nil, founder: founder,
                recordedAt: receipt.recordedAt, try calendar(in: then))
        } catch is Rejection {
        } catch is RejectedProposal {
        } catch is UnknownTimeZone {}
        guard again?.parts.map(\.act) == acts else {
            throw CommandIDTaken(id: request.commandID, position: receipt.first)
        }
        return Recorded(receipt: receipt, acts: acts, warnings: [])
    }

    /// Stores the rows once enough entries have come since they were stored last, or where those
    /// that are stored can't be trusted.
    ///
    /// The command is recorded whatever becomes of this: rows that could not be stored are told of,
    /// and the next command tries anew, as where somebody else is just writing them.
    private func storeTail(of after: ViewSet) {
        let longTail: UInt64 = 16
        guard after.tail >= longTail || views.isDistrusted else { return }
        do {
            do {
                try log.read { try views.flush(after, of: $0, waiting: false) }
            } catch  where views.isFault(error) && !views.isDistrusted {
                distrustViews(because: error)
                try log.read {
                    try views.flush(try ViewSet(of: $0, over: nil), of: $0, waiting: false)
                }
            }
        } catch {
            tell(.unstored(error))
        }
    }
}

extension Request {
    /// When it can be recorded: not before the last entry that stands; or where it declares a clock wrong,
    /// before the last one that is left right.
    fileprivate func earliest(in log: borrowing LogSnapshot, _ views: ViewSet) throws -> Timestamp {
        guard let first = clockDeclared, first > Position(0), first < views.size.end else {
            return views.recordedAt
        }
        return try views.logStory().time(before: first, in: log)
    }

    /// The first entry that a wrong clock dated, where that is what it declares.
    fileprivate var clockDeclared: Position? {
        if proposals.count == 1, case .declareClock(let first, _)? = proposals[0].only {
            first
        } else {
            nil
        }
    }
}

extension Proposal {
    fileprivate var only: Command? { steps.count == 1 ? steps[0].command : nil }
}

private enum Verdict {
    /// What is to be appended, the head that it was decided on, and the one that is stored.
    case decided(Judgement, Head, Head)
    /// And the ledger as it is now.
    case recordedBefore(Recorded, ViewSet)
}

extension Recorded {
    /// Of what would be recorded.
    fileprivate init(_ judgement: Judgement) {
        self.init(
            receipt: nil, acts: judgement.parts.map(\.act), warnings: judgement.warnings)
    }
}

extension RejectedProposal: Failing {
    package var failureKind: FailureKind { rejection.failureKind }
}

extension CommandIDTaken: Failing {
    package var failureKind: FailureKind { .refused("command-id-taken") }
}
