/// How many committees, plans and actions there are; so also the last number of each.
package struct LedgerCounts: Hashable, Sendable {
    package private(set) var committees: UInt32
    package private(set) var plans: UInt32
    package private(set) var actions: UInt32

    package init(committees: UInt32 = 0, plans: UInt32 = 0, actions: UInt32 = 0) {
        self.committees = committees
        self.plans = plans
        self.actions = actions
    }

    /// Checks that what an event begins gets the next number, and that all else it speaks of is
    /// there: no fold can be led to a thing that does not exist.
    package mutating func admit(_ event: Event) throws(ImpossibleEvent) {
        let isPossible: Bool
        switch event {
        case .committeeEstablished(let number, _):
            committees += 1
            isPossible = number.value == committees
        case .planAdopted(let number, _, _):
            plans += 1
            isPossible = number.value == plans
        case .actionDecided(let number, let plan, _):
            actions += 1
            isPossible = number.value == actions && has(plan)
        case .committeeRenamed(let number, _): isPossible = has(number)
        case .committeeDissolved(let number, let successor):
            isPossible = has(number) && successor.map(has) ?? true
        case .actionAmended(let number, _), .actionClosed(let number),
            .actionReopened(let number, _), .deadlineSet(let number, _):
            isPossible = has(number)
        case .responsibilityAssigned(let number, let responsible):
            isPossible = has(number) && has(responsible)
        case .responsibilityTransferred(let number, let from, let responsible):
            isPossible = has(number) && has(from) && has(responsible)
        case .statusReported(let number, let committee, _):
            isPossible = has(number) && has(committee)
        case .entryCorrected: isPossible = true
        }
        guard isPossible else { throw ImpossibleEvent(event) }
    }

    /// Whether all that a story speaks of is there, and it has a name to be shown under.
    package func cover(_ story: CommitteeStory) -> Bool {
        !story.naming.items.isEmpty
            && story.standing.items.allSatisfy { item in
                if case .dissolved(let successor?) = item.value { has(successor) } else { true }
            }
    }

    /// Whether all that a story speaks of is there.
    package func cover(_ story: ActionStory) -> Bool {
        has(story.plan) && story.responsible.items.allSatisfy { has($0.value) }
            && story.reports.items.allSatisfy { has($0.value.committee) }
    }

    private func has(_ number: CommitteeNumber) -> Bool { isGiven(number.value, of: committees) }
    private func has(_ number: PlanNumber) -> Bool { isGiven(number.value, of: plans) }
    private func has(_ number: ActionNumber) -> Bool { isGiven(number.value, of: actions) }

    private func isGiven(_ number: UInt32, of count: UInt32) -> Bool {
        0 < number && number <= count
    }

    private func has(_ responsible: Responsible) -> Bool {
        switch responsible {
        case .committees(let numbers): numbers.allSatisfy(has)
        case .all: true
        }
    }
}
