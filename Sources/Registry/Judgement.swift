import Coordinates
import EntryLog
package import Failures
package import Handlingsplan
import PlanLog
import Views

/// What proposals lead to on a ledger as it was read: the acts in order, as entries hold them.
struct Judgement {
    let recordedAt: Timestamp
    /// The views after what was judged so far.
    private(set) var after: ViewSet
    /// One entry each. An act too long for an entry has several parts.
    private(set) var parts: [ActPart] = []
    private(set) var warnings: [Warning] = []
    private let founder: Writer
    /// Who is to sign; nil for a trial, which anybody may make.
    private let writer: Writer?
    /// Where the first entry is to stand.
    private let start: Position
    private let today: CalendarDate
    /// The day that a command held from which was warned of.
    private var warned: [Warning: CalendarDate] = [:]

    /// Decides one proposal after the other, each on what those before it lead to.
    ///
    /// - Parameters:
    ///   - views: of the log, as far as it is to be known; they may stand behind it.
    ///   - writer: whose right is asked for; nil for a trial.
    /// - Throws: `Rejection` for a single command, `RejectedProposal` for one of several;
    ///   `NotPermitted`; `UnknownTimeZone`; what reading the views throws.
    init(
        of proposals: [Proposal], in log: borrowing LogSnapshot, _ views: ViewSet,
        by writer: Writer?, founder: Writer, recordedAt: Timestamp, _ calendar: LedgerCalendar
    ) throws {
        self.recordedAt = recordedAt
        self.founder = founder
        self.writer = writer
        start = views.size.end
        after = views
        let needsDays = proposals.contains { $0.steps.contains { $0.command.facts.needsDays } }
        if needsDays { try calendar.requireKnownZones() }
        today = calendar.date(of: recordedAt)
        let isSingle = proposals.count == 1 && proposals[0].steps.count == 1
        if !isSingle { try after.holdRegisters() }
        for (index, proposal) in proposals.enumerated() {
            let effective = proposal.effective ?? today
            var lastThen: Position?
            if effective < today {
                lastThen = try log.lastPosition(
                    recordedBy: calendar.end(of: effective), within: views.size,
                    by: try views.logStory())
            }
            var number: Int?
            do {
                if proposal.steps.count == 1 {
                    let act = try decide(proposal.steps[0], of: proposal, effective, lastThen)
                    if let act {
                        try check(act, in: log)
                        try take(act, in: log)
                    }
                } else {
                    try takeTogether(proposal, effective, lastThen, at: &number)
                }
            } catch let rejection as Rejection where !isSingle {
                throw RejectedProposal(index: index, step: number, rejection: rejection)
            } catch var refusal as NotPermitted where !isSingle {
                (refusal.index, refusal.step) = (index, number)
                throw refusal
            }
        }
        if !isSingle {
            let committees = try after.committees()
            warnings = try warnings.filter { !(try isMet($0, committees)) }
        }
    }

    private mutating func decide(
        _ step: Proposal.Step, of proposal: Proposal, _ effective: CalendarDate,
        _ lastThen: Position?
    ) throws -> Act? {
        // The rules do not know which zones there are. Without its zone a ledger has no days, and
        // nothing could be recorded any more.
        if case .change(.timeZone(let identifier)) = step.command {
            _ = try CivilTimeZone(identifier)
        }
        let situation = try Situation(
            for: step.command, in: after, founder: founder, today: today, lastThen: lastThen)
        let decision = try Handlingsplan.decide(
            step.command, effective: effective, reference: proposal.reference, in: situation)
        if let expected = step.begins, let given = decision.act?.events.first?.facts.begun,
            given != expected
        {
            throw Rejection.otherNumber(expected, given: given)
        }
        for warning in decision.warnings where warned[warning] == nil {
            warned[warning] = effective
            warnings.append(warning)
        }
        return decision.act
    }

    /// What an act says of void entries, held against the log.
    private func check(_ act: Act, in log: borrowing LogSnapshot) throws {
        guard case .entriesDisregarded(let run, _) = act.events[0] else { return }
        if try log.root(over: run) != run.root { throw Rejection.otherRun(run) }
    }

    /// Whether one of the later commands says what a warning misses.
    private func isMet(_ warning: Warning, _ committees: [CommitteeStory]) throws -> Bool {
        guard let day = warned[warning] else { return false }
        let then = Moment(effective: day, known: after.size.last ?? Position(0))
        return try warning.isMet(in: after, CommitteeRegister(committees, at: then))
    }

    /// Takes what one command led to.
    private mutating func take(_ act: Act, in log: borrowing LogSnapshot) throws {
        for part in act.parts(contentByteLimit: SealedBatch.contentByteLimit) {
            let position = after.size.end
            let turned = try turnedActs(by: part.act, at: position) { earlier in
                guard earlier < start else { return parts[Int(earlier.index - start.index)].act }
                return try log.entry(at: earlier) { try Act(decoding: $0.content) }
            }
            try append(part)
            try apply(part.act, at: position, turned: turned)
        }
    }

    /// Takes what several commands lead to, as one act in one entry.
    /// - Parameter number: which of them it is at; nil once all are taken.
    private mutating func takeTogether(
        _ proposal: Proposal, _ effective: CalendarDate, _ lastThen: Position?,
        at number: inout Int?
    ) throws {
        let position = after.size.end
        var events: [Event] = []
        for (index, step) in proposal.steps.enumerated() {
            number = index
            if step.command.facts.standsAlone { throw Rejection.standsAlone }
            guard let act = try decide(step, of: proposal, effective, lastThen) else { continue }
            try apply(act, at: position)
            events += act.events
        }
        number = nil
        if events.isEmpty { return }
        let parts = Act(effective: effective, reference: proposal.reference, events: events)
            .parts(contentByteLimit: SealedBatch.contentByteLimit)
        guard parts.count == 1 else { throw Rejection.longerThanAnEntry }
        try append(parts[0])
    }

    private mutating func append(_ part: ActPart) throws {
        // What nobody could read back must never be signed.
        guard try Act(admitting: part.content.span.bytes) == part.act else {
            preconditionFailure("an act reads back as it was written")
        }
        parts.append(part)
    }

    private mutating func apply(
        _ act: Act, at position: Position, turned: [TurnedAct] = []
    ) throws {
        let recorded = RecordedAct(
            position: position, recordedAt: recordedAt, act: act, turned: turned)
        if let writer,
            let objection = try after.keys().objection(
                to: recorded, by: writer, founder: founder, { try after.committee($0) })
        {
            throw NotPermitted(
                writer: writer, objection: objection, committee: try committee(of: objection, act))
        }
        try after.apply(recorded)
    }

    /// What the committee that an objection names is called on an act's day.
    private func committee(of objection: RightObjection, _ act: Act) throws -> CommitteeCode? {
        guard case .otherCommittee(let number) = objection else { return nil }
        let moment = Moment(effective: act.effective, known: after.size.last ?? Position(0))
        return CommitteeRegister(try after.committees(), at: moment).code(of: number)
    }
}

/// The key that was to sign has no right to record this.
package struct NotPermitted: Error, Sendable {
    package let writer: Writer
    package let objection: RightObjection
    /// What the committee is called that the objection names, if it names one.
    package let committee: CommitteeCode?
    /// Which of several proposals asks for it, and which of its steps, as in `RejectedProposal`.
    package internal(set) var index: Int?
    package internal(set) var step: Int?
}

extension NotPermitted: Failing {
    package var failureKind: FailureKind { .notPermitted("no-right") }
}
