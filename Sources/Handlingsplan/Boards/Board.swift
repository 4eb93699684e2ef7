package import Coordinates

/// What lies on one committee's table at a moment: its actions, by latest day and then number.
package struct Board: Hashable, Sendable {
    package let number: CommitteeNumber
    package let committee: Naming
    /// The day from which there was no such committee any more; nil where there is one.
    package let dissolved: CalendarDate?
    package let moment: Moment
    package let rows: [Row]

    package struct Row: Hashable, Sendable {
        package let action: ActionState
        /// The committee's own.
        package let share: Share
        /// The share's last day is past, and the committee has not completed it.
        package let isOverdue: Bool
        /// On a board as another committee was told of it: when and from where.
        package let told: Told?
    }
}

extension LedgerReading {
    /// The boards of all committees in force, and of those that ended without a successor and
    /// left something behind, in the order of their numbers.
    package func boards(at moment: Moment) throws(Failure) -> [Board] {
        var boards: [Board] = []
        for story in try committees() {
            let board = try board(of: story.number, at: moment)
            if story.isInForce(at: moment) || !board.rows.isEmpty { boards.append(board) }
        }
        return boards
    }

    /// The board of a committee. A pure selection: nothing is folded again, whatever the moment.
    ///
    /// - Parameter told: shows each action as this committee had last been told of it by the
    ///   moment, and those alone that it had been told of.
    package func board(
        of committee: CommitteeNumber, told listener: CommitteeNumber? = nil, at moment: Moment
    ) throws(Failure) -> Board {
        let stories = try committees()
        let register = CommitteeRegister(stories, at: moment)
        let documents = try documents()
        var rows: [Board.Row] = []
        // A report may have known of another succession than the one that is known now.
        let registers = listener.map { register.told(to: $0) } ?? [register]
        var numbers: Set<ActionNumber> = []
        for register in registers {
            numbers.formUnion(try actions(everAnsweredBy: committee, in: register))
        }
        for number in numbers.sorted() {
            guard let story = try action(number) else { continue }
            guard let listener else {
                if let row = story.row(for: committee, in: register, documents) { rows.append(row) }
                continue
            }
            guard let told = story.told(to: listener, in: register) else { continue }
            let then = CommitteeRegister(stories, at: told.moment)
            if let row = story.row(for: committee, in: then, documents, told) { rows.append(row) }
        }
        return Board(
            number: committee, committee: register[committee].naming(at: moment),
            dissolved: register[committee].dissolved(at: moment), moment: moment,
            rows: rows.sorted { $0.precedes($1) })
    }

    /// The actions that a committee, or one before it, was ever made responsible for.
    package func actions(
        everAnsweredBy committee: CommitteeNumber, in register: CommitteeRegister
    ) throws(Failure) -> Set<ActionNumber> {
        var numbers = Set(try actions(everOn: .allCommittees))
        for predecessor in register.predecessors(of: committee) {
            numbers.formUnion(try actions(everOn: .committee(predecessor)))
        }
        return numbers
    }
}

extension ActionStory {
    /// The action as a committee sees it; nil where it has nothing to do with it.
    fileprivate func row(
        for committee: CommitteeNumber, in register: CommitteeRegister,
        _ documents: [DocumentStory], _ told: Told? = nil
    ) -> Board.Row? {
        guard let state = state(in: register, documents),
            let share = state.shares.first(where: { $0.committee == committee })
        else { return nil }
        return Board.Row(
            action: state, share: share, isOverdue: isOverdue(share, in: register), told: told)
    }
}

extension Board.Row {
    fileprivate func precedes(_ other: Board.Row) -> Bool { action.isDueBefore(other.action) }
}

extension ActionState {
    /// By latest day and then by number; what has no latest day comes last.
    package func isDueBefore(_ other: ActionState) -> Bool {
        switch (deadline?.reading?.latest, other.deadline?.reading?.latest) {
        case (let mine?, let theirs?) where mine != theirs: mine < theirs
        case (_?, nil): true
        case (nil, _?): false
        default: number < other.number
        }
    }
}
