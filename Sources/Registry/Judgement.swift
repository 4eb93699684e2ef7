import Coordinates
import EntryLog
package import Failures
package import Handlingsplan
import PlanLog
import Views

/// What a request leads to on a ledger as it was read: the acts in order, as entries hold them.
struct Judgement {
    let recordedAt: Timestamp
    let founder: Writer
    /// Who is to sign; nil for a trial, which anybody may make.
    let writer: Writer?
    /// Where the first entry is to stand.
    private let start: Position
    /// The views after what was judged so far.
    private(set) var after: ViewSet
    /// One entry each. An act too long for an entry has several parts.
    private(set) var parts: [ActPart] = []
    private(set) var warnings: [Warning] = []
    /// The day that the command held from which was warned of.
    private var warned: [Warning: CalendarDate] = [:]
    private let today: CalendarDate
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
        start = views.size.end
        after = views
        self.today = today
        effective = today
        let isSingle = request.items.count == 1 && request.items[0].asked.count == 1
        if !isSingle { try after.holdRegisters() }
        for (index, item) in request.items.enumerated() {
            effective = item.effective ?? today
            let lastThen = effective < today ? try lastPosition(effective) : nil
            var number: Int?
            do {
                if item.asked.count == 1 {
                    let act = try judge(item.asked[0], item.reference, lastThen)
                    try act.map { try take($0, lookUp) }
                } else {
                    try takeTogether(item, lastThen, at: &number)
                }
            } catch let rejection as Rejection where !isSingle {
                throw RejectedItem(index: index, command: number, rejection: rejection)
            } catch var refusal as NotPermitted where !isSingle {
                (refusal.index, refusal.command) = (index, number)
                throw refusal
            }
        }
        if !isSingle {
            let register = try register()
            warnings = try warnings.filter { !(try isMet($0, register)) }
        }
    }

    /// The committees as they are known afterwards.
    func register() throws -> CommitteeRegister {
        CommitteeRegister(
            try after.committees(),
            at: Moment(effective: effective, known: after.size.last ?? Position(0)))
    }

    private mutating func judge(
        _ asked: Asked, _ reference: Reference, _ lastThen: Position?
    ) throws -> Act? {
        // The rules do not know which zones there are. Without its zone a ledger has no days, and
        // nothing could be recorded any more.
        if case .change(.timeZone(let identifier)) = asked.command {
            _ = try CivilTimeZone(identifier)
        }
        let situation = try Situation(
            for: asked.command, in: after, founder: founder, today: today, lastThen: lastThen)
        let decision = try decide(
            Proposal(asked.command, effective: effective, reference: reference), in: situation)
        if let expected = asked.begins, let given = decision.act?.events.first?.facts.begun,
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

    /// Whether one of the later commands says what a warning misses.
    private func isMet(_ warning: Warning, _ register: CommitteeRegister) throws -> Bool {
        guard let day = warned[warning] else { return false }
        let then = Moment(effective: day, known: register.moment.known)
        return try warning.isMet(in: after, register.at(then))
    }

    /// Takes what one command led to.
    private mutating func take(_ act: Act, _ lookUp: (Position) throws -> Act) throws {
        for part in act.parts(contentByteLimit: SealedBatch.contentByteLimit) {
            let position = after.size.end
            let turned = try turnedActs(by: part.act, at: position) { earlier in
                earlier < start
                    ? try lookUp(earlier) : parts[Int(earlier.index - start.index)].act
            }
            try append(part)
            try apply(part.act, at: position, turned: turned)
        }
    }

    /// Takes what several commands lead to, as one act in one entry.
    /// - Parameter number: which of them it is at; nil once all are taken.
    private mutating func takeTogether(
        _ item: Request.Item, _ lastThen: Position?, at number: inout Int?
    ) throws {
        let position = after.size.end
        var events: [Event] = []
        for (index, asked) in item.asked.enumerated() {
            number = index
            if asked.command.standsAlone { throw Rejection.standsAlone }
            guard let act = try judge(asked, item.reference, lastThen) else { continue }
            try apply(act, at: position)
            events += act.events
        }
        number = nil
        if events.isEmpty { return }
        let parts = Act(effective: effective, reference: item.reference, events: events)
            .parts(contentByteLimit: SealedBatch.contentByteLimit)
        guard parts.count == 1 else { throw Rejection.longerThanAnEntry }
        try append(parts[0])
    }

    private mutating func append(_ part: ActPart) throws {
        // What nobody could read back must never be signed.
        guard try Act(decoding: part.content.span.bytes) == part.act else {
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
            let objection = try after.keys().objection(to: recorded, by: writer, founder: founder)
        {
            throw NotPermitted(writer: writer, objection: objection, register: try register())
        }
        try after.apply(recorded)
    }
}

/// The key that was to sign has no right to record this.
package struct NotPermitted: Error, Sendable {
    package let writer: Writer
    package let objection: RightObjection
    /// The committees as they are known, for naming them.
    package let register: CommitteeRegister
    /// Which of several items asks for it, and which of its commands, as in `RejectedItem`.
    package internal(set) var index: Int?
    package internal(set) var command: Int?
}

extension NotPermitted: Failing {
    package var failureKind: FailureKind { .notPermitted("no-right") }
}
