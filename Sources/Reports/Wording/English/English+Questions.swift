import Answers
import Coordinates
import Handlingsplan

extension English {
    var wholeName: String { "All" }
    var toldNothing: String { "nothing" }
    var toldOfNothing: String { "all of it" }
    var nothingKnown: String {
        "It answered for no action, and had been told of none. Name others with --plan or --action."
    }
    var noSuchActionThen: String { "no such action" }

    var noCommittees: String { "There is none yet: see committee add." }
    var noDocuments: String {
        "There is none yet: see policy adopt, plan adopt and plan import."
    }

    func committeesHeading(_ moment: Moment) -> String { list("Committees", moment) }
    func documentsHeading(_ moment: Moment) -> String { list("Policies and plans", moment) }

    private func list(_ what: String, _ moment: Moment) -> String {
        "\(what) on \(moment.effective), as known at position \(moment.known)."
    }

    func name(_ naming: Naming) -> String { "\(naming.code)  \(naming.name)" }

    func summaryHeading(_ summary: Summary, _ document: DocumentSlug?) -> String {
        let what = document.map { "Summary of \($0)" } ?? "Summary of all actions"
        let period = summary.period.map {
            "\nUnreported: nothing said since \($0.first), when the follow-up period to \($0.last) "
                + "began."
        }
        return "\(what)\nWhat held on \(summary.moment.effective), as known at position "
            + "\(summary.moment.known)." + (period ?? "")
    }

    func area(_ area: AreaSummary) -> String {
        guard let number = area.area else { return "No area" }
        return "\(number)  \(area.title ?? "")"
    }

    func comparisonHeading(_ comparison: SummaryAnswer.Comparison) -> String {
        let what =
            comparison.changes.isEmpty
            ? "Nothing has changed" : count(comparison.changes.count, "action") + " changed"
        return "\(what) since \(comparison.since.effective) (position \(comparison.since.known))."
    }

    func field(_ difference: Difference) -> String {
        difference.field.rawValue + (difference.committee.map { ", \($0)" } ?? "")
    }

    func difference(_ difference: Difference) -> String {
        "\(field(difference)): \(difference.before ?? "none") -> \(difference.after ?? "none")"
    }

    /// From what a committee had been told to what the ledger held.
    func differences(_ row: Knowledge.Row) -> String {
        if row.told == nil { return toldOfNothing }
        return row.differences.isEmpty
            ? "none" : row.differences.map(difference).joined(separator: "\n")
    }

    func knownHeading(_ knowledge: Knowledge) -> String {
        """
        \(name(knowledge.committee))
        What it had been told by \(knowledge.day), and what the ledger held (position \(knowledge.position)).
        """
    }

    /// What lay before a committee on the day.
    func annexes(_ annexes: [Annex]) -> String {
        annexes.map { "Before it lay \(annex($0))." }.joined(separator: "\n")
    }

    func told(_ told: Told) -> String { "\(told.meeting), from position \(told.from)" }

    /// In a few words: the standing where it has ended, else the status, and what was expected.
    func standingAndStatus(_ action: ActionState) -> String {
        guard action.isOpen else { return standing(action.standing) }
        let said = action.shares.flatMap { share in
            periods(share).map { "\(share.code): \($0)" }
        }
        return ([action.consolidation.status.rawValue] + said).joined(separator: "\n")
    }
}

// MARK: What is due, and what should be looked at

extension English {
    var nothingOverdue: String { "Nothing is overdue." }
    var nothingDue: String { "Nothing falls due." }

    func overdueHeading(_ moment: Moment) -> String {
        "Overdue on \(moment.effective), as known at position \(moment.known)."
    }

    func deadlinesHeading(
        _ first: CalendarDate, _ last: CalendarDate, _ moment: Moment
    ) -> String {
        "Due from \(first) to \(last)\nHow it stands on \(moment.effective), as known at position "
            + "\(moment.known)."
    }

    func what(_ what: DueItem.What) -> String {
        switch what {
        case .action(let number): "action \(number)"
        case .goal(let number): "goal \(number)"
        case .followUp(let slug): "follow-up of \(slug)"
        case .guideline(let number): "guideline \(number)"
        }
    }

    func stands(_ item: DueItem) -> String {
        let outstanding = item.outstanding.map(\.description).joined(separator: ", ")
        let by = item.committees.count > 1 && !outstanding.isEmpty ? " by \(outstanding)" : ""
        return switch item.state {
        case .done(let day): "done on \(day)" + (day > item.day ? ", late" : "")
        case .missed: "MISSED" + by
        case .due: "due" + by
        case nil: ""
        }
    }

    func doctorHeading(_ number: Int, _ moment: Moment) -> String {
        (number == 0 ? "Nothing" : count(number, "thing"))
            + " to look at on \(moment.effective), as known at position \(moment.known)."
    }

    func entryWarning(_ concern: EntryConcern) -> String {
        "Entry \(concern.position): \(warning(concern.warning))"
    }
}
