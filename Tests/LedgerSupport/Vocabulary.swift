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

    /// A plan with actions that all belong to one committee.
    package static func adopt(
        _ text: String, actions: Int = 1, by committee: String, deadline: String? = nil
    ) -> Command {
        .adoptPlan(
            slug(text), title: "Handlingsplan \(text)",
            actions: (1...actions).map {
                NewAction(
                    title: "Åtgärd \($0)", responsible: .committees([code(committee)]),
                    deadline: deadline)
            })
    }

    package static func close(_ number: UInt32) -> Command { .closeAction(ActionNumber(number)) }

    package static func amend(_ number: UInt32, _ title: String) -> Command {
        .amendAction(ActionNumber(number), title: title)
    }

    package static func report(_ number: UInt32, _ status: Status) -> Command {
        .reportStatus(ActionNumber(number), status, by: nil)
    }

    package static func correct(_ position: UInt64) -> Command {
        .correct(Position(position), reason: "Fel")
    }
}
