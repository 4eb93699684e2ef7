import Coordinates
import EntryLog
import Handlingsplan
import TransparencyLog

/// What was recorded, one line an entry.
struct LogOutput: Output {
    let recorded: [RecordedAct]
    let committees: [CommitteeStory]
    let isRehearsal: Bool?

    init(_ recorded: [RecordedAct], committees: [CommitteeStory], isRehearsal: Bool) {
        self.recorded = recorded
        self.committees = committees
        self.isRehearsal = isRehearsal
    }

    var text: String {
        guard !recorded.isEmpty else { return Texts.emptyLog }
        var table = Table([
            .init(heading: "Position", isNumber: true), .init(heading: "Recorded"),
            .init(heading: "Effective"), .init(heading: "What", wrapsAt: 70),
            .init(heading: "Decision", wrapsAt: 24),
        ])
        for entry in recorded {
            let what = entry.act.events.map { event in
                Texts.event(event, code: { codeThen($0, entry) })
            }
            table.add([
                entry.position.description, entry.recordedAt.rfc3339,
                entry.act.effective.description, what.joined(separator: "\n"),
                entry.act.reference.decision ?? "",
            ])
        }
        return table.text
    }

    var content: any Encodable {
        Content(
            rehearsal: isRehearsal ?? false,
            entries: recorded.map { entry in
                EntryContent(
                    position: entry.position.index, recordedAt: entry.recordedAt.rfc3339,
                    act: ActContent(entry.act, code: { codeThen($0, entry) }))
            })
    }

    private struct Content: Encodable {
        let rehearsal: Bool
        let entries: [EntryContent]
    }

    private struct EntryContent: Encodable {
        let position: UInt64
        let recordedAt: String
        let act: ActContent
    }

    /// A committee under the code that it had when the act held.
    private func codeThen(_ number: CommitteeNumber, _ entry: RecordedAct) -> String {
        committees.code(of: number, effective: entry.act.effective, known: entry.position)
    }
}

/// One entry, whole.
struct EntryOutput: Output {
    let position: Position
    let recordedAt: Timestamp
    let commandID: CommandID
    let keyID: KeyID
    let seal: Hash
    let leaf: Hash
    let isSigned: Bool
    let founding: Founding?
    let act: Act?
    let turns: [Position]
    let isRehearsal: Bool?
    private let committees: [CommitteeStory]

    init(
        _ entry: borrowing Entry, _ founding: Founding, leaf: Hash, isSigned: Bool, act: Act?,
        committees: [CommitteeStory], turns: [Position]
    ) {
        position = entry.position
        recordedAt = entry.recordedAt
        commandID = entry.commandID
        keyID = entry.keyID
        seal = entry.seal
        self.leaf = leaf
        self.isSigned = isSigned
        self.founding = entry.founding
        self.act = act
        self.turns = turns
        self.committees = committees
        isRehearsal = founding.isRehearsal
    }

    var events: [String] {
        guard let act else { return [] }
        return act.events.map { Texts.event($0, code: code) }
    }

    var text: String { Texts.entry(self) }

    var content: any Encodable {
        Content(
            position: position.index, recordedAt: recordedAt.rfc3339,
            commandId: commandID.description, key: keyID.description,
            signatureHolds: isSigned, seal: base64(seal), leaf: base64(leaf),
            turnedBy: turns.map(\.index), rehearsal: isRehearsal ?? false,
            act: act.map { ActContent($0, code: code) }, founding: founding?.name)
    }

    private func code(_ number: CommitteeNumber) -> String {
        guard let act else { return number.description }
        return committees.code(of: number, effective: act.effective, known: position)
    }

    private struct Content: Encodable {
        let position: UInt64
        let recordedAt: String
        let commandId, key: String
        let signatureHolds: Bool
        let seal, leaf: String
        let turnedBy: [UInt64]
        let rehearsal: Bool
        let act: ActContent?
        let founding: String?
    }
}

extension [CommitteeStory] {
    func code(
        of number: CommitteeNumber, effective: CalendarDate, known: Position
    ) -> String {
        let register = CommitteeRegister(
            self, at: Moment(effective: effective, known: known))
        return register.code(of: number).description
    }
}

/// An act, for programs.
struct ActContent: Encodable {
    let effective: String
    let decision: String?
    let dnr: String?
    let note: String?
    let events: [EventContent]

    init(_ act: Act, code: (CommitteeNumber) -> String) {
        effective = act.effective.description
        decision = act.reference.decision
        dnr = act.reference.dnr
        note = act.reference.note
        events = act.events.map { EventContent($0, code: code) }
    }
}

/// An event, for programs: its kind, and those fields that the kind has.
struct EventContent: Encodable {
    let event: String
    var committee: String?
    var name: String?
    var successor: String?
    var plan: UInt32?
    var slug: String?
    var action: UInt32?
    var title: String?
    var reason: String?
    var responsible: [String]?
    var allCommittees: Bool?
    var due: DeadlineContent?
    var status: String?
    var corrects: UInt64?

    init(_ event: Event, code: (CommitteeNumber) -> String) {
        switch event {
        case .committeeEstablished(let number, let naming):
            self.event = "CommitteeEstablished"
            (committee, name) = (code(number), naming.name)
        case .committeeRenamed(let number, let naming):
            self.event = "CommitteeRenamed"
            (committee, name) = (code(number), naming.name)
        case .committeeDissolved(let number, let successor):
            self.event = "CommitteeDissolved"
            (committee, self.successor) = (code(number), successor.map(code))
        case .planAdopted(let number, let slug, let title):
            self.event = "PlanAdopted"
            (plan, self.slug, self.title) = (number.value, slug.description, title)
        case .actionDecided(let number, let plan, let title):
            self.event = "ActionDecided"
            (action, self.plan, self.title) = (number.value, plan.value, title)
        case .actionAmended(let number, let title):
            self.event = "ActionAmended"
            (action, self.title) = (number.value, title)
        case .actionClosed(let number):
            self.event = "ActionClosed"
            action = number.value
        case .actionReopened(let number, let reason):
            self.event = "ActionReopened"
            (action, self.reason) = (number.value, reason)
        case .responsibilityAssigned(let number, let responsible):
            self.event = "ResponsibilityAssigned"
            action = number.value
            set(responsible, code)
        case .responsibilityTransferred(let number, let from, let now):
            self.event = "ResponsibilityTransferred"
            (action, committee) = (number.value, code(from))
            set(now, code)
        case .deadlineSet(let number, let deadline):
            self.event = "DeadlineSet"
            (action, due) = (number.value, DeadlineContent(deadline))
        case .statusReported(let number, let committee, let status):
            self.event = "StatusReported"
            (action, self.committee, self.status) = (
                number.value, code(committee), status.rawValue
            )
        case .entryCorrected(let position, let reason):
            self.event = "EntryCorrected"
            (corrects, self.reason) = (position.index, reason)
        }
    }

    private mutating func set(_ responsible: Responsible, _ code: (CommitteeNumber) -> String) {
        switch responsible {
        case .committees(let numbers): self.responsible = numbers.map(code)
        case .all: allCommittees = true
        }
    }
}
