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
        package let action: ActionNumber
        package let title: String
        package let plan: PlanSlug
        package let share: Share
        /// Everybody who answers for the action, under their codes of that day.
        package let responsible: [CommitteeCode]
        package let deadline: Deadline?
        package let isOverdue: Bool
        package let isClosed: Bool
    }
}

/// How far one committee has come with its share of an action.
package struct Share: Hashable, Sendable {
    package let status: Status
    /// The day from which it has had this status; nil while nothing has been reported.
    package let since: CalendarDate?
}

extension LedgerReading {
    /// The boards of all committees in force, and of those dissolved that nobody succeeded and
    /// that left something behind, in the order of their numbers.
    package func boards(at moment: Moment) throws(Failure) -> [Board] {
        var boards: [Board] = []
        for story in try committees() {
            let board = try board(of: story.number, at: moment)
            if story.isInForce(at: moment) || !board.rows.isEmpty { boards.append(board) }
        }
        return boards
    }

    /// The board of a committee. A pure selection: nothing is folded again, whatever the moment.
    package func board(
        of committee: CommitteeNumber, at moment: Moment
    ) throws(Failure) -> Board {
        let register = CommitteeRegister(try committees(), at: moment)
        let plans = try plans()
        var candidates = Set(try actions(everOf: .allCommittees))
        for predecessor in register.predecessors(of: committee) {
            candidates.formUnion(try actions(everOf: .committee(predecessor)))
        }
        var rows: [Board.Row] = []
        for number in candidates {
            guard let story = try action(number),
                let row = story.row(for: committee, in: register, plans: plans)
            else { continue }
            rows.append(row)
        }
        return Board(
            number: committee, committee: register[committee].naming(at: moment),
            dissolved: register[committee].dissolved(at: moment), moment: moment,
            rows: rows.sorted { $0.precedes($1) })
    }
}

extension ActionStory {
    /// The action as a committee sees it; nil where it has nothing to do with it.
    fileprivate func row(
        for committee: CommitteeNumber, in register: CommitteeRegister, plans: [PlanStory]
    ) -> Board.Row? {
        let moment = register.moment
        guard let standing = standing(at: moment), let title = title.value(at: moment)
        else { return nil }
        let answering = register.answering(responsible.value(at: moment))
        guard answering.contains(committee) else { return nil }
        let share = share(of: committee, in: register)
        let deadline = deadline.value(at: moment)
        let isOpen = standing == .open && share.status != .completed
        return Board.Row(
            action: number, title: title, plan: plans[Int(plan.value) - 1].slug, share: share,
            responsible: answering.map(register.code(of:)), deadline: deadline,
            isOverdue: isOpen && (deadline?.reading?.latest).map { $0 < moment.effective } ?? false,
            isClosed: standing == .closed)
    }

    /// A committee's own reports count, and those of the committees it succeeded. One that took
    /// the action over goes on from what those reported who no longer answer for it, unless it
    /// answered beside them even then. What is laid on all is handed over by nobody.
    package func share(of committee: CommitteeNumber, in register: CommitteeRegister) -> Share {
        let moment = register.moment
        let responsibleNow = responsible.value(at: moment)
        let answeringNow = register.answering(responsibleNow)
        func counts(_ report: Timeline<Report>.Item) -> Bool {
            let reporter = register.holder(of: report.value.committee)
            if reporter == committee { return true }
            if responsibleNow == .all { return false }
            let then = Moment(effective: report.stamp.effective, known: moment.known)
            let answeringThen = register.answering(responsible.value(at: then))
            return !answeringNow.contains(reporter) && !answeringThen.contains(committee)
        }
        var share: Share?
        for report in reports.latestFirst(at: moment) where counts(report) {
            guard share == nil || share?.status == report.value.status else { break }
            share = Share(status: report.value.status, since: report.stamp.effective)
        }
        return share ?? Share(status: .notStarted, since: nil)
    }
}

extension Board.Row {
    /// Rows without a latest day come last.
    fileprivate func precedes(_ other: Board.Row) -> Bool {
        switch (deadline?.reading?.latest, other.deadline?.reading?.latest) {
        case (let mine?, let theirs?) where mine != theirs: mine < theirs
        case (_?, nil): true
        case (nil, _?): false
        default: action < other.action
        }
    }
}
