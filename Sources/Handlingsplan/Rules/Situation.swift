package import Coordinates

/// All that the rules need to know to judge one command: read beforehand, so that judging is
/// pure and total.
package struct Situation: Sendable {
    package let size: TreeSize
    /// The day on which the command is given.
    package let today: CalendarDate
    /// The last entry that was recorded by the end of the day that the command holds from.
    package let lastThen: Position
    package let settings: SettingsStory
    package let keys: KeyRegister
    package let founder: Writer
    package let committees: [CommitteeStory]
    package let documents: [DocumentStory]
    // All of a kind that the command looks one up in; else none.
    package let areas: [AreaStory]
    package let goals: [GoalStory]
    package let guidelines: [GuidelineStory]
    package let indicators: [IndicatorStory]
    package let counts: LedgerCounts
    /// The stories of the actions that the command is about, and of those that it may leave
    /// behind.
    package let actions: [ActionNumber: ActionStory]
    /// For a correction: the entry in question, and those that it corrects, and so on.
    package let corrections: [Position: EntryCorrections]

    /// - Parameter lastThen: nil where the command holds from today or later.
    package init<Ledger: LedgerReading>(
        for command: Command, in ledger: Ledger, founder: Writer, today: CalendarDate,
        lastThen: Position? = nil
    ) throws(Ledger.Failure) {
        size = ledger.size
        self.today = today
        self.lastThen = lastThen ?? ledger.size.last ?? Position(0)
        settings = try ledger.settings()
        keys = try ledger.keys()
        self.founder = founder
        committees = try ledger.committees()
        documents = try ledger.documents()
        areas = command.looksUpAims ? try ledger.areas() : []
        goals = command.looksUpAims ? try ledger.goals() : []
        guidelines = command.looksUpGuidelines ? try ledger.guidelines() : []
        indicators = command.looksUpIndicators ? try ledger.indicators() : []
        counts = try ledger.counts()
        var actions: [ActionNumber: ActionStory] = [:]
        for number in command.actions {
            actions[number] = try ledger.action(number)
        }
        if case .reportBack(_, _, .everything) = command {
            for story in try ledger.actions() { actions[story.number] = story }
        }
        for list in command.lists(committees, documents) {
            for number in try ledger.actions(everOn: list) where actions[number] == nil {
                actions[number] = try ledger.action(number)
            }
        }
        self.actions = actions
        var corrections: [Position: EntryCorrections] = [:]
        var pending: [Position] = []
        switch command {
        case .correct(let position, _), .annul(let position, _): pending = [position]
        default: break
        }
        while let entry = pending.popLast() {
            let found = try ledger.corrections(of: entry)
            corrections[entry] = found
            pending += found.targets
        }
        self.corrections = corrections
    }

    /// The last entry: what the rules judge by is all that is known.
    var known: Position { size.last ?? Position(0) }
}

extension Command {
    /// The actions that the command names.
    fileprivate var actions: [ActionNumber] {
        switch self {
        case .amendAction(let number, _), .closeAction(let number), .writeOffAction(let number, _),
            .reopenAction(let number, _), .assign(let number, _), .transfer(let number, _, _),
            .setDeadline(let number, _), .reportStatus(let number, _, _),
            .giveForecast(let number, _, _), .linkPartner(.action(let number), _),
            .unlinkPartner(.action(let number), _), .attach(.action(let number), _):
            [number]
        case .supersedeAction(let number, let successor): [number, successor]
        case .reportBack(_, _, .actions(let numbers)): numbers
        case .defineIndicator(_, let indicator): indicator.action.map { [$0] } ?? []
        default: []
        }
    }

    /// Whether it ties something to areas or goals.
    fileprivate var looksUpAims: Bool {
        switch self {
        case .setGoal, .decideAction, .amendAction, .defineIndicator, .importPlan: true
        default: false
        }
    }

    fileprivate var looksUpGuidelines: Bool {
        if case .answerGuideline = self { true } else { false }
    }

    fileprivate var looksUpIndicators: Bool {
        switch self {
        case .setTarget, .observe, .importPlan: true
        default: false
        }
    }

    /// The lists of actions that the command looks through.
    fileprivate func lists(
        _ committees: [CommitteeStory], _ documents: [DocumentStory]
    ) -> [ActionList] {
        let slug: DocumentSlug
        switch self {
        case .dissolveCommittee(_, successor: nil), .splitCommittee:
            // What it inherited is listed under those before it, so all are looked through.
            return [.allCommittees] + committees.map { .committee($0.number) }
        case .importPlan(let plan): slug = plan.slug
        case .holdFollowUp(let document, _, _, _):
            // With a policy, all that carries it out is followed up.
            let named = documents.filter { $0.slug == document }.map(\.number)
            return documents.filter { story in
                named.contains(story.number) || story.policy.map(named.contains) ?? false
            }.map { .document($0.number) }
        case .repeal(let document, _), .reportBack(_, _, .document(let document)):
            slug = document
        default: return []
        }
        return documents.filter { $0.slug == slug }.map { .document($0.number) }
    }
}
