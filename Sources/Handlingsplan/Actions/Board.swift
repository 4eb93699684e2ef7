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
        let register = CommitteeRegister(try committees(), at: moment)
        let slugs = try documents().slugs
        var boards: [Board] = []
        for number in register.all {
            let actions = try actions(
                try actions(everAnsweredBy: number, in: register), recordedBy: moment.known)
            let board = Board(of: number, actions, in: register, slugs)
            if register[number].isInForce(at: moment) || !board.rows.isEmpty {
                boards.append(board)
            }
        }
        return boards
    }

    /// The board of a committee. A pure selection: nothing is folded again, whatever the moment.
    /// And nothing is read but what it shows, however much else there is in the ledger.
    ///
    /// - Parameter told: shows each action as this committee had last been told of it by the
    ///   moment, and those alone that it had been told of.
    package func board(
        of committee: CommitteeNumber, told listener: CommitteeNumber? = nil, at moment: Moment
    ) throws(Failure) -> Board {
        let named = Set([committee, listener].compactMap(\.self))
        let kin = try register(of: named, at: moment)
        // A report may have known of another succession than the one that is known now.
        let registers = listener.map { kin.told(to: $0) } ?? [kin]
        var numbers: Set<ActionNumber> = []
        for register in registers {
            numbers.formUnion(try actions(everAnsweredBy: committee, in: register))
        }
        let actions = try actions(numbers, recordedBy: moment.known)
        return Board(
            of: committee, told: listener, actions,
            in: try register(of: named, and: actions, at: moment), try slugs(of: actions))
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

    /// Those that there were, in order of number, which is also that of the log.
    private func actions(
        _ numbers: Set<ActionNumber>, recordedBy known: Position
    ) throws(Failure) -> [ActionStory] {
        var stories: [ActionStory] = []
        for number in numbers.sorted() {
            guard let story = try action(number, recordedBy: known) else { break }
            stories.append(story)
        }
        return stories
    }
}

extension Board {
    /// - Parameters:
    ///   - listener: as in `board(of:told:at:)`.
    ///   - actions: those that may be on it.
    fileprivate init(
        of number: CommitteeNumber, told listener: CommitteeNumber? = nil,
        _ actions: [ActionStory], in register: CommitteeRegister,
        _ slugs: [DocumentNumber: DocumentSlug]
    ) {
        self.number = number
        moment = register.moment
        committee = register[number].naming(at: moment)
        dissolved = register[number].dissolved(at: moment)
        rows = actions.compactMap { action in
            guard let listener else { return action.row(for: number, in: register, slugs) }
            return action.told(to: listener, in: register).flatMap { told in
                action.row(for: number, in: register.at(told.moment), slugs, told)
            }
        }.inOrder(of: \.action.dueOrder)
    }
}

extension ActionStory {
    /// The action as a committee sees it; nil where it has nothing to do with it.
    fileprivate func row(
        for committee: CommitteeNumber, in register: CommitteeRegister,
        _ slugs: [DocumentNumber: DocumentSlug], _ told: Told? = nil
    ) -> Board.Row? {
        guard let state = state(in: register, slugs),
            let share = state.shares.first(where: { $0.committee == committee })
        else { return nil }
        return Board.Row(
            action: state, share: share, isOverdue: isOverdue(share, in: register), told: told)
    }
}

/// By latest day and then by number; what has no latest day comes last.
package struct DueOrder: Comparable {
    fileprivate let latest: CalendarDate?
    fileprivate let number: ActionNumber

    package static func < (one: DueOrder, other: DueOrder) -> Bool {
        switch (one.latest, other.latest) {
        case (let one?, let other?) where one != other: one < other
        case (_?, nil): true
        case (nil, _?): false
        default: one.number < other.number
        }
    }
}

extension ActionState {
    package var dueOrder: DueOrder { DueOrder(latest: deadline?.reading?.latest, number: number) }
}

extension Array {
    /// Sorted by keys that are smaller than the elements, and so quicker to compare and to move.
    func inOrder(of key: (Element) -> some Comparable) -> [Element] {
        zip(map(key), indices).sorted { $0.0 < $1.0 }.map { self[$0.1] }
    }
}
