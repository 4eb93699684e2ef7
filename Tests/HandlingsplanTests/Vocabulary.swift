import Coordinates
import Handlingsplan

/// A command, effective from a day, with the decision that it rests on.
func on(
    _ day: CalendarDate, _ command: Command, decision: String? = "KF § 7",
    dnr: String? = "12/123 130"
) -> Proposal {
    Proposal(command, effective: day, reference: Reference(decision: decision, dnr: dnr))
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

    static func merge(_ codes: CommitteeCode..., into destination: Destination) -> Command {
        .mergeCommittees(codes, into: destination)
    }

    static func split(_ code: CommitteeCode, into parts: Destination...) -> Command {
        .splitCommittee(code, into: parts)
    }

    /// A plan without actions whose title, unless given, is its slug.
    static func adopt(
        _ slug: DocumentSlug, _ title: String? = nil, under policy: DocumentSlug? = nil,
        through lastDay: CalendarDate? = nil
    ) -> Command {
        .adopt(
            NewDocument(
                .plan, slug, title: title ?? slug.description, policy: policy, lastDay: lastDay))
    }

    static func adoptPolicy(_ slug: DocumentSlug, _ title: String? = nil) -> Command {
        .adopt(NewDocument(.policy, slug, title: title ?? slug.description))
    }

    /// The plan of the examples, as a table has it.
    static func importing(
        _ rows: ImportedRow..., slug: DocumentSlug = "integration",
        title: String? = "Integrationsplan", by assignees: Assignees = [],
        owners: [String: CommitteeCode] = [:]
    ) -> Command {
        .importPlan(
            PlanImport(
                slug: slug, title: title, rows: rows, assignees: assignees, owners: owners))
    }

    static func decide(_ action: NewAction, in slug: DocumentSlug = "integration") -> Command {
        .decideAction(slug, action)
    }

    static func amend(_ number: ActionNumber, _ title: String) -> Command {
        .amendAction(number, [.title(title)])
    }

    static func close(_ number: ActionNumber) -> Command { .closeAction(number) }

    static func reopen(_ number: ActionNumber) -> Command {
        .reopenAction(number, reason: "avslutades för tidigt")
    }

    static func deadline(_ number: ActionNumber, _ text: String) -> Command {
        .setDeadline(number, text: text)
    }

    static func report(
        _ number: ActionNumber, _ status: Status, for period: Period? = nil,
        by code: CommitteeCode? = nil
    ) -> Command {
        .reportStatus(number, StatusReport(status, period: period), by: code)
    }

    static func forecast(
        _ number: ActionNumber, _ expectation: Forecast.Expectation, for period: Period,
        by code: CommitteeCode? = nil
    ) -> Command {
        .giveForecast(number, Forecast(expectation, period: period), by: code)
    }

    static func tell(
        _ code: CommitteeCode, from position: Position? = nil, _ scope: NewScope = .everything
    ) -> Command {
        .reportBack(code, from: position, scope)
    }

    static func transfer(
        _ number: ActionNumber, from: CommitteeCode? = nil, _ to: CommitteeCode...
    ) -> Command {
        .transfer(number, from: from, to: to)
    }

    static func correct(_ position: Position) -> Command {
        .correct(position, reason: "fel dag")
    }

    static func annul(_ position: Position) -> Command {
        .annul(position, reason: "kammarrättens dom")
    }
}

extension Destination {
    /// A new committee whose name, unless given, is its code.
    static func new(_ code: CommitteeCode, _ name: String? = nil) -> Destination {
        .new(Naming(code: code, name: name ?? code.description))
    }
}

extension NewAction {
    static func action(
        _ title: String, by responsible: Assignees, deadline: String? = "senast 2014-12-31"
    ) -> NewAction {
        NewAction(title: title, responsible: responsible, deadline: deadline)
    }
}

extension ImportedRow {
    /// A row of a table: `.row(2, "Läxhjälp", [.responsible: "BUN"])`.
    static func row(
        _ line: Int, _ title: String, _ cells: [ImportColumn: String] = [:]
    ) -> ImportedRow {
        var row = ImportedRow(line: line, title: title)
        row.number = cells[.number]
        row.area = cells[.area]
        row.goal = cells[.goal]
        row.responsible = cells[.responsible]
        row.deadline = cells[.deadline]
        row.status = cells[.status]
        row.indicator = cells[.indicator]
        row.partner = cells[.partner]
        row.comment = cells[.comment]
        return row
    }
}

extension [Proposal] {
    /// Three committees and a plan with one action, which is BUN's: entries 1 to 4.
    static let municipality: [Proposal] = [
        on("2012-01-01", .establish("KS", "Kommunstyrelsen")),
        on("2012-01-01", .establish("BUN", "Barn- och utbildningsnämnden")),
        on("2012-01-01", .establish("SN", "Socialnämnden")),
        on(
            "2013-01-01",
            .importing(
                .row(1, "Läxhjälp", [.responsible: "BUN", .deadline: "senast 2014-12-31"]))),
    ]
}

extension Board {
    /// The rows as short lines: `1 Läxhjälp: ongoing since 2014-02-01, overdue`.
    var lines: [String] {
        rows.map { row in
            let since = row.share.since.map { " since \($0)" } ?? ""
            return "\(row.action.number) \(row.action.title): \(row.share.status.rawValue)\(since)"
                + (row.isOverdue ? ", overdue" : "") + (row.action.isOpen ? "" : ", closed")
        }
    }

    var actions: [ActionNumber] { rows.map(\.action.number) }
    var titles: [String] { rows.map(\.action.title) }
}
