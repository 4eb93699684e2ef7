import Coordinates
import Handlingsplan

/// A command, effective from a day, with the decision that it rests on.
func on(_ day: CalendarDate, _ command: Command, decision: String? = "KF § 7") -> Proposal {
    Proposal(command, effective: day, reference: Reference(decision: decision))
}

// Commands in few words, where only some of their texts matter.
extension Command {
    /// A committee whose name, unless given, is its code.
    static func establish(_ code: CommitteeCode, _ name: String? = nil) -> Command {
        .establishCommittee(Naming(code: code, name: name ?? code.description))
    }

    static func rename(
        _ code: CommitteeCode, to new: CommitteeCode, _ name: String? = nil
    ) -> Command {
        .renameCommittee(code, to: Naming(code: new, name: name ?? new.description))
    }

    static func dissolve(_ code: CommitteeCode, into successor: CommitteeCode? = nil) -> Command {
        .dissolveCommittee(code, successor: successor)
    }

    static func adopt(_ slug: DocumentSlug, _ actions: NewAction...) -> Command {
        .adoptPlan(slug, title: "Integrationsplan", actions: actions)
    }

    static func decide(_ action: NewAction, in slug: DocumentSlug = "integration") -> Command {
        .decideAction(slug, action)
    }

    static func amend(_ number: ActionNumber, _ title: String) -> Command {
        .amendAction(number, title: title)
    }

    static func close(_ number: ActionNumber) -> Command { .closeAction(number) }

    static func reopen(_ number: ActionNumber) -> Command {
        .reopenAction(number, reason: "avslutades för tidigt")
    }

    static func deadline(_ number: ActionNumber, _ text: String) -> Command {
        .setDeadline(number, text: text)
    }

    static func report(
        _ number: ActionNumber, _ status: Status, by code: CommitteeCode? = nil
    ) -> Command {
        .reportStatus(number, status, by: code)
    }

    static func transfer(
        _ number: ActionNumber, from: CommitteeCode? = nil, _ to: CommitteeCode...
    ) -> Command {
        .transfer(number, from: from, to: to)
    }

    static func correct(_ position: Position) -> Command {
        .correct(position, reason: "fel dag")
    }
}

extension NewAction {
    static func action(
        _ title: String, by responsible: Assignees, deadline: String? = "senast 2014-12-31"
    ) -> NewAction {
        NewAction(title: title, responsible: responsible, deadline: deadline)
    }
}

extension [Proposal] {
    /// Three committees and a plan with one action, which is BUN's: entries 1 to 4.
    static let municipality: [Proposal] = [
        on("2012-01-01", .establish("KS", "Kommunstyrelsen")),
        on("2012-01-01", .establish("BUN", "Barn- och utbildningsnämnden")),
        on("2012-01-01", .establish("SN", "Socialnämnden")),
        on("2013-01-01", .adopt("integration", .action("Läxhjälp", by: ["BUN"]))),
    ]
}

extension Board {
    /// The rows as short lines: `1 Läxhjälp: ongoing since 2014-02-01, overdue`.
    var lines: [String] {
        rows.map { row in
            let since = row.share.since.map { " since \($0)" } ?? ""
            return "\(row.action) \(row.title): \(row.share.status.rawValue)\(since)"
                + (row.isOverdue ? ", overdue" : "") + (row.isClosed ? ", closed" : "")
        }
    }
}
