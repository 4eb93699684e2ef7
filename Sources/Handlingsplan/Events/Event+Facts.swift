import Coordinates

extension Event {
    package var facts: EventFacts {
        switch self {
        // Committees.
        case .committeeEstablished(let number, let naming, _):
            EventFacts(
                about: [.committee(number)], begins: true, names: [],
                texts: [(.name, naming.name)], speaksFor: nil, isDecision: true,
                lists: [.code(naming.code, of: number)])
        case .committeeRenamed(let number, let naming):
            EventFacts(
                about: [.committee(number)], begins: false, names: [],
                texts: [(.name, naming.name)], speaksFor: nil, isDecision: true,
                lists: [.code(naming.code, of: number)])
        case .committeeDissolved(let number, let successor):
            EventFacts(
                about: [.committee(number)], begins: false,
                names: successor.subjects, texts: [], speaksFor: nil, isDecision: true,
                lists: successor.map { [.predecessor(number, of: $0)] } ?? [])
        case .committeesMerged(let numbers, let successor):
            EventFacts(
                about: numbers.subjects, begins: false,
                names: [.committee(successor)], texts: [], speaksFor: nil, isDecision: true,
                lists: numbers.map { .predecessor($0, of: successor) })
        case .committeeSplit(let number, let parts):
            EventFacts(
                about: [.committee(number)], begins: false, names: parts.subjects,
                texts: [], speaksFor: nil, isDecision: true, lists: [])

        // Documents.
        case .policyAdopted(let number, let adoption):
            EventFacts(
                about: [.document(number)], begins: true,
                names: adoption.policy.subjects, texts: [(.title, adoption.title)], speaksFor: nil,
                isDecision: true, lists: [])
        case .planAdopted(let number, let adoption):
            EventFacts(
                about: [.document(number)], begins: true,
                names: adoption.policy.subjects, texts: [(.title, adoption.title)], speaksFor: nil,
                isDecision: true, lists: [])
        case .documentRevised(let number, let summary, let title):
            EventFacts(
                about: [.document(number)], begins: false, names: [],
                texts: [(.summary, summary), (.title, title)], speaksFor: nil, isDecision: true,
                lists: [])
        case .documentProlonged(let number, _):
            EventFacts(
                about: [.document(number)], begins: false, names: [], texts: [],
                speaksFor: nil, isDecision: true, lists: [])
        case .documentRepealed(let number, let successor):
            EventFacts(
                about: [.document(number)], begins: false,
                names: successor.subjects, texts: [], speaksFor: nil, isDecision: true, lists: [])
        case .areaDefined(let number, let document, let title):
            EventFacts(
                about: [.area(number)], begins: true, names: [.document(document)],
                texts: [(.title, title)], speaksFor: nil, isDecision: false, lists: [])
        case .goalSet(let number, let goal):
            EventFacts(
                about: [.goal(number)], begins: true, names: goal.names,
                texts: [(.title, goal.title)] + goal.deadline.texts, speaksFor: nil,
                isDecision: false, lists: [])

        // Follow-ups.
        case .followUpCycleSet(let number, let cycle):
            EventFacts(
                about: [.document(number)], begins: false,
                names: [.committee(cycle.committee)], texts: cycle.deadline.texts,
                speaksFor: nil, isDecision: false, lists: [])
        case .followUpHeld(let number, let followUp):
            EventFacts(
                about: [.document(number)], begins: false,
                names: [.committee(followUp.committee)], texts: [(.summary, followUp.summary)],
                speaksFor: [followUp.committee], isDecision: true, lists: [])
        case .guidelineIssued(let number, let guideline):
            EventFacts(
                about: [.guideline(number)], begins: true, names: guideline.names,
                texts: [(.text, guideline.text)] + guideline.deadline.texts,
                speaksFor: nil, isDecision: true, lists: [])
        case .guidelineAnswered(let number, let answer):
            EventFacts(
                about: [.guideline(number)], begins: false,
                names: [.committee(answer.committee)], texts: [(.text, answer.text)],
                speaksFor: [answer.committee], isDecision: false, lists: [])

        // Figures.
        case .indicatorDefined(let number, let indicator):
            EventFacts(
                about: [.indicator(number)], begins: true,
                names: indicator.names, texts: [(.name, indicator.name), (.unit, indicator.unit)],
                speaksFor: nil, isDecision: false, lists: [])
        case .targetSet(let number, _):
            EventFacts(
                about: [.indicator(number)], begins: false, names: [], texts: [],
                speaksFor: nil, isDecision: false, lists: [])
        case .indicatorObserved(let number, let observation):
            EventFacts(
                about: [.indicator(number)], begins: false, names: [],
                texts: [(.source, observation.source)], speaksFor: nil, isDecision: false, lists: []
            )

        // Actions.
        case .actionDecided(let number, let action):
            EventFacts(
                about: [.action(number)], begins: true, names: action.names,
                texts: [(.title, action.title), (.localNumber, action.localNumber)], speaksFor: nil,
                isDecision: true, lists: [.action(number, on: .document(action.document))])
        case .actionAmended(let number, let amendment):
            EventFacts(
                about: [.action(number)], begins: false, names: amendment.names,
                texts: [amendment.text], speaksFor: nil, isDecision: amendment.isDecision,
                lists: amendment.lists(of: number))
        case .actionClosed(let number):
            EventFacts(
                about: [.action(number)], begins: false, names: [], texts: [],
                speaksFor: nil, isDecision: true, lists: [])
        case .actionWrittenOff(let number, let reason):
            EventFacts(
                about: [.action(number)], begins: false, names: [],
                texts: [(.reason, reason)], speaksFor: nil, isDecision: true, lists: [])
        case .actionSuperseded(let number, let successor):
            EventFacts(
                about: [.action(number)], begins: false,
                names: [.action(successor)], texts: [], speaksFor: nil, isDecision: true, lists: [])
        case .actionReopened(let number, let reason):
            EventFacts(
                about: [.action(number)], begins: false, names: [],
                texts: [(.reason, reason)], speaksFor: nil, isDecision: false, lists: [])
        case .responsibilityAssigned(let number, let responsible):
            EventFacts(
                about: [.action(number)], begins: false,
                names: responsible.names, texts: [], speaksFor: nil, isDecision: false,
                lists: responsible.lists(of: number))
        case .responsibilityTransferred(let number, let from, let now):
            EventFacts(
                about: [.action(number)], begins: false,
                names: [.committee(from)] + now.names, texts: [], speaksFor: nil, isDecision: false,
                lists: now.lists(of: number))
        case .deadlineSet(let number, let deadline):
            EventFacts(
                about: [.action(number)], begins: false, names: [],
                texts: deadline.texts, speaksFor: nil, isDecision: false, lists: [])
        case .statusReported(let number, let committee, let report):
            EventFacts(
                about: [.action(number)], begins: false,
                names: [.committee(committee)], texts: [(.comment, report.comment)],
                speaksFor: [committee], isDecision: false, lists: [])
        case .forecastGiven(let number, let committee, let forecast):
            EventFacts(
                about: [.action(number)], begins: false,
                names: [.committee(committee)], texts: [(.comment, forecast.comment)],
                speaksFor: [committee], isDecision: false, lists: [])

        // Reports back.
        case .reportedBack(let number, let report):
            EventFacts(
                about: [.committee(number)], begins: false,
                names: report.scope.names, texts: [], speaksFor: [number], isDecision: true,
                lists: [])

        // Partners and annexes.
        case .partnerLinked(let bearer, let partner):
            EventFacts(
                about: [bearer.subject], begins: false, names: [],
                texts: [(.name, partner.name), (.role, partner.role)], speaksFor: nil,
                isDecision: false, lists: [])
        case .partnerUnlinked(let bearer, let name):
            EventFacts(
                about: [bearer.subject], begins: false, names: [],
                texts: [(.name, name)], speaksFor: nil, isDecision: false, lists: [])
        case .annexAttached(let bearer, let annex):
            EventFacts(
                about: [bearer.subject], begins: false, names: [],
                texts: [(.name, annex.name)], speaksFor: bearer.speakers, isDecision: false,
                lists: [])

        // Corrections.
        case .entryCorrected(let position, let reason):
            EventFacts(
                about: [.entry(position)], begins: false, names: [],
                texts: [(.reason, reason)], speaksFor: nil, isDecision: false, lists: [])
        case .decisionAnnulled(let position, let reason):
            EventFacts(
                about: [.entry(position)], begins: false, names: [],
                texts: [(.reason, reason)], speaksFor: nil, isDecision: true, lists: [])

        // The log itself.
        case .entriesDisregarded(_, let reason), .clockDeclared(_, let reason):
            EventFacts(
                about: [.log], begins: false, names: [], texts: [(.reason, reason)],
                speaksFor: nil, isDecision: false, lists: [])
        case .formatRaised:
            EventFacts(
                about: [.log], begins: false, names: [], texts: [], speaksFor: nil,
                isDecision: false, lists: [])
        case .remark:
            EventFacts(
                about: [], begins: false, names: [], texts: [], speaksFor: [],
                isDecision: false, lists: [])

        // Settings and rights.
        case .settingChanged:
            EventFacts(
                about: [.settings], begins: false, names: [], texts: [],
                speaksFor: nil, isDecision: false, lists: [])
        case .keyGranted(_, let right):
            EventFacts(
                about: [.keys], begins: false, names: right.role.names,
                texts: [(.holder, right.holder)], speaksFor: nil, isDecision: false, lists: [])
        case .keyRevoked(_, let reason):
            EventFacts(
                about: [.keys], begins: false, names: [], texts: [(.reason, reason)],
                speaksFor: nil, isDecision: false, lists: [])
        }
    }
}

// MARK: Parts

extension Sequence<CommitteeNumber> {
    fileprivate var subjects: [Subject] { map(Subject.committee) }
}

extension CommitteeNumber? {
    fileprivate var subjects: [Subject] { map { [.committee($0)] } ?? [] }
}

extension DocumentNumber? {
    fileprivate var subjects: [Subject] { map { [.document($0)] } ?? [] }
}

extension Goal {
    fileprivate var names: [Subject] {
        [.document(document)] + (area.map { [.area($0)] } ?? [])
    }
}

extension Guideline {
    fileprivate var names: [Subject] {
        [.document(document), .committee(issuer)] + addressees.subjects
    }
}

extension Deadline {
    /// The phrase, and what was taken from it word for word.
    fileprivate var texts: [(TextField, String?)] {
        [
            (.deadline, text), (.deadline, reading?.relation), (.deadline, reading?.receiver),
            (.deadline, reading?.recurrence?.until),
        ]
    }
}

extension Deadline? {
    fileprivate var texts: [(TextField, String?)] { map(\.texts) ?? [] }
}

extension Indicator {
    fileprivate var names: [Subject] {
        [.document(document)] + (goal.map { [.goal($0)] } ?? [])
            + (action.map { [.action($0)] } ?? [])
    }
}

extension DecidedAction {
    fileprivate var names: [Subject] {
        [.document(document)] + areas.map(Subject.area) + goals.map(Subject.goal)
    }
}

extension Amendment {
    fileprivate var names: [Subject] {
        switch self {
        case .document(let number): [.document(number)]
        case .areas(let numbers): numbers.map(Subject.area)
        case .goals(let numbers): numbers.map(Subject.goal)
        case .title, .localNumber, .comment: []
        }
    }

    fileprivate var text: (TextField, String?) {
        switch self {
        case .title(let text): (.title, text)
        case .localNumber(let text): (.localNumber, text)
        case .comment(let text): (.comment, text)
        case .document, .areas, .goals: (.text, nil)
        }
    }

    /// Carrying an action over into another plan is one.
    fileprivate var isDecision: Bool {
        if case .document = self { true } else { false }
    }

    fileprivate func lists(of number: ActionNumber) -> [Listed] {
        if case .document(let document) = self {
            [.action(number, on: .document(document))]
        } else {
            []
        }
    }
}

extension Responsible {
    /// Those named one by one.
    var committees: [CommitteeNumber] {
        if case .committees(let numbers) = who { numbers } else { [] }
    }

    fileprivate var names: [Subject] { committees.subjects + lead.subjects }

    fileprivate func lists(of number: ActionNumber) -> [Listed] {
        switch who {
        case .committees(let numbers): numbers.map { .action(number, on: .committee($0)) }
        case .all, .allAsOf: [.action(number, on: .allCommittees)]
        }
    }
}

extension ReportBack.Scope {
    fileprivate var names: [Subject] {
        switch self {
        case .everything: []
        case .document(let number): [.document(number)]
        case .actions(let numbers): numbers.map(Subject.action)
        }
    }
}

extension Bearer {
    /// A committee's own annex is its own matter.
    fileprivate var speakers: [CommitteeNumber]? {
        if case .committee(let number) = self { [number] } else { nil }
    }
}

extension Right.Role {
    fileprivate var names: [Subject] {
        if case .registrar(let numbers) = self { numbers.subjects } else { [] }
    }
}
