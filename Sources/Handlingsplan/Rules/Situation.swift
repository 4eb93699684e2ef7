package import Coordinates

/// All that the rules need to know to judge one command: read beforehand, so that judging is
/// pure and total.
package struct Situation: Sendable {
    package let size: TreeSize
    /// The day on which the command is given.
    package let today: CalendarDate
    package let committees: [CommitteeStory]
    package let plans: [PlanStory]
    package let counts: LedgerCounts
    /// The stories of the actions that the command names, and of those that it may leave behind.
    package let actions: [ActionNumber: ActionStory]
    /// For a correction: the entry in question, and those that it corrects, and so on.
    package let corrections: [Position: EntryCorrections]

    package init<Ledger: LedgerReading>(
        for command: Command, in ledger: Ledger, today: CalendarDate
    ) throws(Ledger.Failure) {
        size = ledger.size
        self.today = today
        committees = try ledger.committees()
        plans = try ledger.plans()
        counts = try ledger.counts()
        var actions: [ActionNumber: ActionStory] = [:]
        for number in try command.actions(in: ledger, committees) {
            actions[number] = try ledger.action(number)
        }
        self.actions = actions
        var corrections: [Position: EntryCorrections] = [:]
        var pending: [Position] = []
        if case .correct(let position, _) = command { pending = [position] }
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
    fileprivate func actions<Ledger: LedgerReading>(
        in ledger: Ledger, _ committees: [CommitteeStory]
    ) throws(Ledger.Failure) -> [ActionNumber] {
        switch self {
        case .amendAction(let number, _), .closeAction(let number), .reopenAction(let number, _),
            .assign(let number, _), .transfer(let number, _, _), .setDeadline(let number, _),
            .reportStatus(let number, _, _):
            return [number]
        case .dissolveCommittee(_, successor: nil):
            // What it inherited is listed under those before it, so all are looked through.
            var left: [ActionNumber] = []
            for committee in committees {
                left += try ledger.actions(everOf: .committee(committee.number))
            }
            return left
        case .dissolveCommittee, .establishCommittee, .renameCommittee, .adoptPlan, .decideAction,
            .correct:
            return []
        }
    }
}
