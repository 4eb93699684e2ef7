package import Coordinates
package import EntryLog
package import Failures
package import Handlingsplan
import PlanLog
package import TransparencyLog
import Views

/// What is to be recorded as one command: all of it, or nothing.
package struct Request: Sendable {
    /// What is to be one entry: a command, or several, and the day and place that go with them.
    package struct Item: Sendable {
        package let asked: [Asked]
        /// By default the day on which it is recorded.
        package let effective: CalendarDate?
        package let reference: Reference

        package init(
            _ asked: [Asked], effective: CalendarDate? = nil, reference: Reference = Reference()
        ) {
            self.asked = asked
            self.effective = effective
            self.reference = reference
        }

        package init(
            _ command: Command, effective: CalendarDate? = nil, reference: Reference = Reference()
        ) {
            self.init([Asked(command)], effective: effective, reference: reference)
        }
    }

    /// In order: each command is judged by what those before it lead to.
    package let items: [Item]
    package let commandID: CommandID
    /// The position that the command is to get; where another one is next, it conflicts.
    package let expected: Position?
    package let time: RecordingTime

    package init(
        _ items: [Item], commandID: CommandID, expected: Position? = nil, time: RecordingTime
    ) {
        self.items = items
        self.commandID = commandID
        self.expected = expected
        self.time = time
    }

    package init(
        _ command: Command, effective: CalendarDate? = nil, reference: Reference = Reference(),
        commandID: CommandID, expected: Position? = nil, time: RecordingTime
    ) {
        self.init(
            [Item(command, effective: effective, reference: reference)], commandID: commandID,
            expected: expected, time: time)
    }
}

/// What was recorded; or, without a receipt, what would be, and nothing where all that was asked
/// for held already.
package struct Recorded: Sendable {
    package fileprivate(set) var receipt: Receipt?
    package let acts: [Act]
    package let warnings: [Warning]
    /// The committees as they are known afterwards, and the documents.
    package let register: CommitteeRegister
    package let documents: [DocumentStory]
}

/// One of several commands was refused, and so all of them are.
package struct RejectedItem: Error, Hashable, Sendable {
    /// Counted from 0.
    package let index: Int
    /// Which command of the item, counted from 0; nil where the item has no other.
    package let command: Int?
    package let rejection: Rejection

    package init(index: Int, command: Int? = nil, rejection: Rejection) {
        self.index = index
        self.command = command
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
    /// - Parameter acknowledge: is told what was recorded as soon as it is durable, before anything
    ///   is done that others could keep waiting. What it throws is thrown in the end.
    /// - Throws: `Rejection`, or of several commands `RejectedItem`; `CommandIDTaken`;
    ///   `NotPermitted`; `UnknownTimeZone`; `EntryLogError`; `ViewsError`; `LMDBError`. Nothing is
    ///   appended then.
    @discardableResult
    package func record(
        _ request: Request, signedBy key: some Signer,
        acknowledge: (Recorded) throws -> Void = { _ in }
    ) throws -> Recorded {
        while true {
            switch try judge(request, by: Writer(key.publicKey)) {
            case .recordedBefore(let recorded):
                try acknowledge(recorded)
                return recorded
            case .decided(let judgement, let outcome, _) where judgement.parts.isEmpty:
                try acknowledge(outcome)
                return outcome
            case .decided(let judgement, let outcome, let head):
                let batch = try SealedBatch(
                    judgement.parts.map(\.content), commandID: request.commandID, on: head,
                    recordedAt: judgement.recordedAt, signedBy: key)
                do {
                    let receipt = try log.append(batch)
                    if receipt.isDuplicate { continue }
                    var recorded = outcome
                    recorded.receipt = receipt
                    defer { storeTail(of: judgement.after) }
                    try acknowledge(recorded)
                    return recorded
                } catch EntryLogError.conflict where request.expected == nil {
                    // Somebody was quicker, so the log grows: this ends.
                    continue
                }
            }
        }
    }

    /// Judges what is to be recorded, and records nothing.
    package func tryOut(_ request: Request) throws -> Recorded {
        switch try judge(request, by: nil) {
        case .recordedBefore(let recorded): recorded
        case .decided(_, let outcome, _): outcome
        }
    }

    private func judge(_ request: Request, by writer: Writer?) throws -> Verdict {
        try read { snapshot, views in
            if let receipt = try snapshot.receipt(of: request.commandID) {
                return .recordedBefore(try repetition(of: request, receipt, in: snapshot, views))
            }
            if let expected = request.expected, expected != snapshot.size.end {
                throw EntryLogError.conflict(
                    expected: TreeSize(expected.index), actual: snapshot.size)
            }
            let recordedAt = try admitted(request.time, in: snapshot)
            let judgement = try judge(
                request, by: writer, in: snapshot, views, recordedAt: recordedAt)
            return .decided(judgement, try Recorded(judgement), snapshot.head)
        }
    }

    /// Before a clock is blamed, the head must say what the last entry does.
    private func admitted(
        _ time: RecordingTime, in snapshot: borrowing LogSnapshot
    ) throws -> Timestamp {
        do {
            return try log.admit(time, on: snapshot.head)
        } catch {
            try snapshot.requireTimeOfHead()
            throw error
        }
    }

    private func judge(
        _ request: Request, by writer: Writer?, in snapshot: borrowing LogSnapshot,
        _ views: ViewSet, recordedAt: Timestamp
    ) throws -> Judgement {
        let calendar = try calendar(in: views)
        let today = calendar.date(of: recordedAt)
        return try Judgement(
            request, on: views, founder: Writer(log.founding.founder), by: writer,
            recordedAt: recordedAt, today: today
        ) { day in
            let position = try snapshot.lastPosition(recordedBy: calendar.end(of: day))
            return position.map { min($0, views.size.last ?? $0) }
        } lookUp: { position in
            try snapshot.entry(at: position) { try Act(decoding: $0.content) }
        }
    }

    /// The first receipt of a command that is sent again.
    ///
    /// Whether it is the same command is found by deciding it once more on what was known when it
    /// was recorded: the same command led to the same acts.
    private func repetition(
        of request: Request, _ receipt: Receipt, in snapshot: borrowing LogSnapshot,
        _ now: ViewSet
    ) throws -> Recorded {
        var acts: [Act] = []
        try forEachAct(in: receipt.positions, of: snapshot) { acts.append($0.act) }
        let then = try ViewSet(of: snapshot, over: nil, upTo: TreeSize(receipt.first.index))
        let again = try? judge(
            request, by: nil, in: snapshot, then, recordedAt: receipt.recordedAt)
        guard again?.parts.map(\.act) == acts else {
            throw CommandIDTaken(id: request.commandID, position: receipt.first)
        }
        let moment = Moment(
            effective: acts.last?.effective ?? .endOfCalendar,
            known: receipt.size.last ?? receipt.first)
        return Recorded(
            receipt: receipt, acts: acts, warnings: [],
            register: CommitteeRegister(try now.committees(), at: moment),
            documents: try now.documents())
    }

    /// Stores the rows once enough entries have come since they were stored last, or where those
    /// that are stored can't be trusted.
    ///
    /// The command is recorded whatever becomes of this: rows that could not be stored, or that
    /// somebody else is just writing, are derived in memory again, and the next command tries anew.
    private func storeTail(of after: ViewSet) {
        let longTail: UInt64 = 64
        guard after.tail >= longTail || views.isDistrusted else { return }
        do {
            try log.read { try views.flush(after, of: $0, waiting: false) }
        } catch  where views.isFault(error) && !views.isDistrusted {
            distrustViews(because: error)
            try? log.read {
                try views.flush(try ViewSet(of: $0, over: nil), of: $0, waiting: false)
            }
        } catch {}
    }
}

private enum Verdict {
    /// What is to be appended, what is then said of it but for the receipt, and the head that it was
    /// decided on.
    case decided(Judgement, Recorded, Head)
    case recordedBefore(Recorded)
}

extension Recorded {
    /// Of what would be recorded.
    fileprivate init(_ judgement: Judgement) throws {
        self.init(
            receipt: nil, acts: judgement.parts.map(\.act), warnings: judgement.warnings,
            register: try judgement.register(), documents: try judgement.after.documents())
    }
}

extension RejectedItem: Failing {
    package var failureKind: FailureKind { rejection.failureKind }
}

extension CommandIDTaken: Failing {
    package var failureKind: FailureKind { .refused("command-id-taken") }
}
