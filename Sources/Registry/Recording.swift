package import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog
import Views

/// A command that is to be recorded.
package struct Request: Sendable {
    package let command: Command
    /// By default the day on which it is recorded.
    package let effective: CalendarDate?
    package let reference: Reference
    package let commandID: CommandID
    /// The position that the command is to get; where another one is next, it conflicts.
    package let expected: Position?
    package let time: RecordingTime

    package init(
        _ command: Command, effective: CalendarDate? = nil, reference: Reference = Reference(),
        commandID: CommandID, expected: Position? = nil, time: RecordingTime
    ) {
        self.command = command
        self.effective = effective
        self.reference = reference
        self.commandID = commandID
        self.expected = expected
        self.time = time
    }
}

/// What was recorded, or, without a receipt, what would be.
package struct Recorded: Sendable {
    package let receipt: Receipt?
    package let acts: [Act]
    package let warnings: [Warning]
    /// The committees as they were known when it was decided.
    package let register: CommitteeRegister
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
    /// - Throws: `Rejection`; `CommandIDTaken`; `EntryLogError`; `ViewsError`; `LMDBError`. Nothing is appended then.
    package func record(_ request: Request, signedBy key: SigningKey) throws -> Recorded {
        while true {
            switch try judge(request) {
            case .recordedBefore(let recorded):
                return recorded
            case .decided(let decision, let basis):
                let batch = try SealedBatch(
                    decision.act.encoded(contentByteLimit: SealedBatch.contentByteLimit),
                    commandID: request.commandID, on: basis.head, recordedAt: basis.recordedAt,
                    signedBy: key)
                do {
                    let receipt = try log.append(batch)
                    if receipt.isDuplicate { continue }
                    storeTail(of: basis.views)
                    return Recorded(receipt, decision, basis)
                } catch EntryLogError.conflict where request.expected == nil {
                    // Somebody was quicker, so the log grows: this ends.
                    continue
                }
            }
        }
    }

    /// Judges a command, and records nothing.
    package func tryOut(_ request: Request) throws -> Recorded {
        switch try judge(request) {
        case .recordedBefore(let recorded): recorded
        case .decided(let decision, let basis):
            Recorded(nil, decision, basis)
        }
    }

    private func judge(_ request: Request) throws -> Judgement {
        try read { snapshot, views in
            if let receipt = try snapshot.receipt(of: request.commandID) {
                var acts: [Act] = []
                try forEachAct(in: receipt.positions, of: snapshot) { acts.append($0.act) }
                guard request.command.canHaveLed(to: acts.flatMap(\.events)) else {
                    throw CommandIDTaken(id: request.commandID, position: receipt.first)
                }
                let moment = Moment(
                    effective: acts.first?.effective ?? zone.date(of: receipt.recordedAt),
                    known: receipt.first)
                return .recordedBefore(
                    Recorded(
                        receipt: receipt, acts: acts, warnings: [],
                        register: CommitteeRegister(try views.committees(), at: moment)))
            }
            if let expected = request.expected, expected != snapshot.size.end {
                throw EntryLogError.conflict(
                    expected: TreeSize(expected.index), actual: snapshot.size)
            }
            let recordedAt = try log.admit(request.time, on: snapshot.head)
            let today = zone.date(of: recordedAt)
            let situation = try Situation(for: request.command, in: views, today: today)
            let proposal = Proposal(
                request.command, effective: request.effective ?? today,
                reference: request.reference)
            return .decided(
                try decide(proposal, in: situation),
                Basis(
                    head: snapshot.head, recordedAt: recordedAt, views: views,
                    committees: situation.committees))
        }
    }

    /// Stores the rows once enough entries have come since they were stored last.
    private func storeTail(of views: ViewSet) {
        let longTail = 64
        guard views.tail >= longTail else { return }
        // The command is recorded whatever becomes of this: rows that could not be stored are
        // derived in memory again, and the next command tries anew.
        try? log.read { try self.views.flush(views, of: $0) }
    }
}

private enum Judgement {
    case decided(Decision, Basis)
    case recordedBefore(Recorded)
}

/// What a decision was based on.
private struct Basis {
    let head: Head
    let recordedAt: Timestamp
    let views: ViewSet
    let committees: [CommitteeStory]
}

extension Recorded {
    fileprivate init(_ receipt: Receipt?, _ decision: Decision, _ basis: Basis) {
        let moment = Moment(
            effective: decision.act.effective, known: basis.head.size.last ?? Position(0))
        self.init(
            receipt: receipt, acts: [decision.act], warnings: decision.warnings,
            register: CommitteeRegister(basis.committees, at: moment))
    }
}
