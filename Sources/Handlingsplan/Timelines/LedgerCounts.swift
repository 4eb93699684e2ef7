import Coordinates

/// How many things of each kind there are; so also the last number of each.
package struct LedgerCounts: Hashable, Sendable {
    package private(set) var committees: UInt32
    package private(set) var documents: UInt32
    package private(set) var areas: UInt32
    package private(set) var goals: UInt32
    package private(set) var actions: UInt32
    package private(set) var guidelines: UInt32
    package private(set) var indicators: UInt32
    /// Whether actions may be missing: then of their numbers only the order can be checked.
    private let lacksActions: Bool

    package init(
        committees: Int = 0, documents: Int = 0, areas: Int = 0, goals: Int = 0, actions: Int = 0,
        guidelines: Int = 0, indicators: Int = 0, lacksActions: Bool = false
    ) {
        self.lacksActions = lacksActions
        self.committees = UInt32(committees)
        self.documents = UInt32(documents)
        self.areas = UInt32(areas)
        self.goals = UInt32(goals)
        self.actions = UInt32(actions)
        self.guidelines = UInt32(guidelines)
        self.indicators = UInt32(indicators)
    }

    /// Checks that what each event begins gets the next number, and that all else it speaks of is
    /// there, earlier entries too: no fold can be led to a thing that does not exist. And that nothing is
    /// corrected which stands for good.
    package mutating func admit(_ recorded: RecordedAct) throws(ImpossibleEvent) {
        for (event, facts) in zip(recorded.act.events, recorded.facts) {
            guard facts.names.allSatisfy(has),
                facts.about.allSatisfy({ facts.begins ? begins($0) : has($0) }),
                event.entry.map({ $0 < recorded.position }) ?? true
            else { throw ImpossibleEvent(event) }
        }
        for event in recorded.turned.flatMap(\.act.events) where event.facts.isFinal {
            throw ImpossibleEvent(event)
        }
    }

    /// Whether a thing has the next number of its sort, which is then given.
    private mutating func begins(_ subject: Subject) -> Bool {
        func next(_ number: some DenseNumber, _ count: inout UInt32) -> Bool {
            count += 1
            return number.value == count
        }
        switch subject {
        case .committee(let number): return next(number, &committees)
        case .document(let number): return next(number, &documents)
        case .area(let number): return next(number, &areas)
        case .goal(let number): return next(number, &goals)
        case .action(let number):
            defer { actions = number.value }
            return lacksActions ? number.value > actions : number.value == actions + 1
        case .guideline(let number): return next(number, &guidelines)
        case .indicator(let number): return next(number, &indicators)
        case .entry, .settings, .log, .keys: return false
        }
    }
}

extension Event {
    /// The entry that it rests on, or reaches back to, where it corrects none.
    fileprivate var entry: Position? {
        switch self {
        case .reportedBack(_, let report): report.from
        case .clockDeclared(let first, _): first
        default: nil
        }
    }
}

// MARK: Numbers

extension LedgerCounts {
    // Whether a thing with a number is there, or all things that something speaks of.
    func has(_ number: CommitteeNumber) -> Bool { isGiven(number, of: committees) }
    func has(_ number: DocumentNumber) -> Bool { isGiven(number, of: documents) }
    func has(_ number: AreaNumber) -> Bool { isGiven(number, of: areas) }
    func has(_ number: GoalNumber) -> Bool { isGiven(number, of: goals) }
    func has(_ number: ActionNumber) -> Bool {
        isGiven(number, of: lacksActions ? .max : actions)
    }
    func has(_ number: GuidelineNumber) -> Bool { isGiven(number, of: guidelines) }
    func has(_ number: IndicatorNumber) -> Bool { isGiven(number, of: indicators) }

    private func isGiven(_ number: some DenseNumber, of count: UInt32) -> Bool {
        0 < number.value && number.value <= count
    }

    /// Nothing is always there.
    func has<Number>(_ number: Number?, _ has: (Number) -> Bool) -> Bool {
        number.map(has) ?? true
    }

    func has(_ subject: Subject) -> Bool {
        switch subject {
        case .committee(let number): has(number)
        case .document(let number): has(number)
        case .area(let number): has(number)
        case .goal(let number): has(number)
        case .action(let number): has(number)
        case .guideline(let number): has(number)
        case .indicator(let number): has(number)
        case .entry, .settings, .log, .keys: true
        }
    }

    func has(_ responsible: Responsible) -> Bool {
        switch responsible.who {
        case .committees(let numbers): numbers.allSatisfy(has) && has(responsible.lead, has)
        case .all, .allAsOf: has(responsible.lead, has)
        }
    }

    func has(_ goal: Goal) -> Bool { has(goal.document) && has(goal.area, has) }

    func has(_ guideline: Guideline) -> Bool {
        has(guideline.document) && has(guideline.issuer) && guideline.addressees.allSatisfy(has)
    }

    func has(_ indicator: Indicator) -> Bool {
        has(indicator.document) && has(indicator.goal, has) && has(indicator.action, has)
    }

    func has(_ scope: ReportBack.Scope) -> Bool {
        switch scope {
        case .everything: true
        case .document(let number): has(number)
        case .actions(let numbers): numbers.allSatisfy(has)
        }
    }
}
