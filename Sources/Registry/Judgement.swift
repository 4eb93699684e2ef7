import Coordinates
import EntryLog
package import Handlingsplan
import PlanLog
import Views

/// What a request leads to on a ledger as it was read: the acts in order, as entries hold them.
struct Judgement {
    let recordedAt: Timestamp
    let founder: Writer
    /// Who is to sign; nil for a trial, which anybody may make.
    let writer: Writer?
    /// The views before any of it.
    let before: ViewSet
    /// And after what was judged so far.
    private(set) var after: ViewSet
    /// One entry each. An act too long for an entry has several parts.
    private(set) var parts: [ActPart] = []
    private(set) var warnings: [Warning] = []
    /// The day that the last command holds from.
    private var effective: CalendarDate

    /// Decides one command after the other, each on what those before it lead to.
    ///
    /// - Parameters:
    ///   - writer: whose right is asked for; nil for a trial.
    ///   - lastPosition: the last entry recorded by the end of a day, of those in the views.
    ///   - lookUp: the act at a position of the log.
    /// - Throws: `Rejection` for a single command, `RejectedItem` for one of several; `NotPermitted`;
    ///   `UnknownTimeZone`; what reading the views throws.
    init(
        _ request: Request, on views: ViewSet, founder: Writer, by writer: Writer?,
        recordedAt: Timestamp, today: CalendarDate,
        lastPosition: (CalendarDate) throws -> Position?, lookUp: (Position) throws -> Act
    ) throws {
        self.recordedAt = recordedAt
        self.founder = founder
        self.writer = writer
        before = views
        after = views
        effective = today
        for (index, item) in request.items.enumerated() {
            do {
                effective = item.effective ?? today
                let lastThen = effective < today ? try lastPosition(effective) : nil
                let act = try judge(item, today: today, lastThen: lastThen)
                try act.map { try take($0, lookUp) }
            } catch let rejection as Rejection where request.items.count > 1 {
                throw RejectedItem(index: index, rejection: rejection)
            }
        }
    }

    /// The committees as they are known afterwards.
    func register() throws -> CommitteeRegister {
        CommitteeRegister(
            try after.committees(),
            at: Moment(effective: effective, known: after.size.last ?? Position(0)))
    }

    private mutating func judge(
        _ item: Request.Item, today: CalendarDate, lastThen: Position?
    ) throws -> Act? {
        // The rules do not know which zones there are. Without its zone a ledger has no days, and
        // nothing could be recorded any more.
        if case .change(.timeZone(let identifier)) = item.command {
            _ = try CivilTimeZone(identifier)
        }
        let situation = try Situation(
            for: item.command, in: after, founder: founder, today: today, lastThen: lastThen)
        let decision = try decide(
            Proposal(item.command, effective: effective, reference: item.reference),
            in: situation)
        if let expected = item.begins, let given = decision.act?.events.first?.begun,
            given != expected
        {
            throw Rejection.otherNumber(expected, given: given)
        }
        warnings += decision.warnings.filter { !warnings.contains($0) }
        return decision.act
    }

    private func checkPermitted(_ recorded: RecordedAct) throws {
        guard let writer,
            let objection = try after.keys().objection(to: recorded, by: writer, founder: founder)
        else { return }
        throw NotPermitted(writer: writer, objection: objection, register: try register())
    }

    private mutating func take(_ act: Act, _ lookUp: (Position) throws -> Act) throws {
        for part in act.parts(contentByteLimit: SealedBatch.contentByteLimit) {
            let position = after.size.end
            let turned = try turnedActs(by: part.act, at: position) { earlier in
                earlier < before.size.end
                    ? try lookUp(earlier) : parts[Int(earlier.index - before.size.count)].act
            }
            // What nobody could read back must never be signed.
            guard try Act(decoding: part.content.span.bytes) == part.act else {
                preconditionFailure("an act reads back as it was written")
            }
            let recorded = RecordedAct(
                position: position, recordedAt: recordedAt, act: part.act, turned: turned)
            try checkPermitted(recorded)
            parts.append(part)
            try after.apply(recorded)
        }
    }
}

/// The key that was to sign has no right to record this.
package struct NotPermitted: Error, Sendable {
    package let writer: Writer
    package let objection: RightObjection
    /// The committees as they are known, for naming them.
    package let register: CommitteeRegister
}
