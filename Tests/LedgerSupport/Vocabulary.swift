package import Coordinates
package import Handlingsplan

// Commands and values as short as people say them.

package func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    return day
}

package func code(_ text: String) -> CommitteeCode {
    guard let code = CommitteeCode(text) else { preconditionFailure("\(text) is no code") }
    return code
}

package func slug(_ text: String) -> DocumentSlug {
    guard let slug = DocumentSlug(text) else { preconditionFailure("\(text) is no slug") }
    return slug
}

extension Command {
    package static func establish(_ text: String) -> Command {
        .establishCommittee(Naming(code: code(text), name: "Nämnden \(text)"))
    }

    /// A plan read from a table, with actions that all belong to one committee: one entry.
    package static func adopt(
        _ text: String, actions: Int = 1, by committee: String, deadline: String? = nil
    ) -> Command {
        let rows = (1...actions).map { number in
            var row = ImportedRow(line: number, title: "Åtgärd \(number)")
            row.deadline = deadline
            return row
        }
        return .importPlan(
            PlanImport(
                slug: slug(text), title: "Handlingsplan \(text)", rows: rows,
                assignees: .committees([code(committee)])))
    }

    package static func close(_ number: UInt32) -> Command { .closeAction(ActionNumber(number)) }

    package static func amend(_ number: UInt32, _ title: String) -> Command {
        .amendAction(ActionNumber(number), [.title(title)])
    }

    package static func report(_ number: UInt32, _ status: Status) -> Command {
        .reportStatus(ActionNumber(number), StatusReport(status), by: nil)
    }

    package static func correct(_ position: UInt64) -> Command {
        .correct(Position(position), reason: "Fel")
    }
}
