package import Coordinates

/// All that the rules need to know to judge one command: read beforehand, so that judging is
/// pure and total.
package struct Situation: Sendable {
    package let size: TreeSize
    /// The day on which the command is given.
    package let today: CalendarDate
    package let committees: [CommitteeStory]
    package let plans: [PlanStory]
    package let actionCount: UInt32
    /// The stories of the actions that the command names, and of those that it may leave behind.
    package let actions: [ActionNumber: ActionStory]
    /// For a correction: where the entry in question was turned before.
    package let turns: [Position]

    package init<Ledger: LedgerReading>(
        for command: Command, in ledger: Ledger, today: CalendarDate
    ) throws(Ledger.Failure) {
        size = ledger.size
        self.today = today
        committees = try ledger.committees()
        plans = try ledger.plans()
        actionCount = try ledger.actionCount()
        var actions: [ActionNumber: ActionStory] = [:]
        for number in try command.actions(in: ledger, committees) {
            actions[number] = try ledger.action(number)
        }
        self.actions = actions
        turns =
            if case .correct(let position, _) = command {
                try ledger.turns(of: position)
            } else { [] }
    }

    /// The last entry: what the rules judge by is all that is known.
    var known: Position { size.last ?? Position(0) }
}

extension Command {
    fileprivate func actions<Ledger: LedgerReading>(
        in ledger: Ledger, _ committees: [CommitteeStory]
    ) throws(Ledger.Failure) -> [ActionNumber] {
        switch self {
        case .amendAction(let number, _), .closeAction(let number), .reopenAction(let number, _),
            .assign(let number, _), .transfer(let number, _, _), .setDeadline(let number, _),
            .reportStatus(let number, _, _):
            return [number]
        case .dissolveCommittee(let code, successor: nil):
            var left: [ActionNumber] = []
            for committee in committees
            where committee.naming.items.contains(where: { $0.value.code == code }) {
                left += try ledger.actions(everOf: .committee(committee.number))
            }
            return left
        case .dissolveCommittee, .establishCommittee, .renameCommittee, .adoptPlan, .decideAction,
            .correct:
            return []
        }
    }
}
