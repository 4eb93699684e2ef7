import Coordinates
import Handlingsplan

extension English {
    func heading(_ heading: Heading) -> String {
        switch heading {
        case .action: "Action"
        case .answer: "Answer"
        case .answered: "Answered"
        case .area: "Area"
        case .areaOrGoal: "Area or goal"
        case .areas: "Areas"
        case .asHeld: "As held"
        case .asTold: "As told"
        case .before: "Before"
        case .by: "By"
        case .closed: "Closed"
        case .code: "Code"
        case .column: "Column"
        case .comment: "Comment"
        case .committee: "Committee"
        case .completed: "Completed"
        case .counts: "Counts"
        case .day: "Day"
        case .daysLate: "Days late"
        case .deadline: "Deadline"
        case .decision: "Decision"
        case .delayed: "Delayed"
        case .difference: "Difference"
        case .due: "Due"
        case .effective: "Effective"
        case .ended: "Ended"
        case .followUp: "Follow-up"
        case .followedBy: "Followed by"
        case .forecast: "Forecast"
        case .forecastAndOutcome: "Forecast and outcome"
        case .from: "From"
        case .guideline: "Guideline"
        case .heading: "Heading"
        case .holder: "Holder"
        case .indicator: "Indicator"
        case .issued: "Issued"
        case .keyId: "Key id"
        case .kind: "Kind"
        case .late: "Late"
        case .latest: "Latest"
        case .line: "Line"
        case .missed: "Missed"
        case .name: "Name"
        case .noDeadline: "No deadline"
        case .notStarted: "Not started"
        case .now: "Now"
        case .number: "No"
        case .ongoing: "Ongoing"
        case .openActions: "Open actions"
        case .outcome: "Outcome"
        case .overdue: "Overdue"
        case .paused: "Paused"
        case .period: "Period"
        case .place: "Place"
        case .plan: "Plan"
        case .position: "Position"
        case .recorded: "Recorded"
        case .reported: "Reported"
        case .responsible: "Responsible"
        case .right: "Right"
        case .shortName: "Short name"
        case .signedBy: "Signed by"
        case .since: "Since"
        case .sinceEntry: "Since entry"
        case .size: "Size"
        case .source: "Source"
        case .standing: "Standing"
        case .stands: "Stands"
        case .status: "Status"
        case .superseded: "Superseded"
        case .takenFor: "Taken for"
        case .target: "Target"
        case .title: "Title"
        case .to: "To"
        case .told: "Told"
        case .total: "Total"
        case .under: "Under"
        case .unit: "Unit"
        case .unread: "Unread"
        case .unreported: "Unreported"
        case .until: "Until"
        case .value: "Value"
        case .what: "What"
        case .whatCameOfIt: "What came of it"
        case .when: "When"
        case .writtenOff: "Written off"
        }
    }

    func label(_ label: Label) -> String {
        switch label {
        case .followUp: "follow-up"
        case .readAs: "read as"
        case .annex: "annex"
        case .area: "area"
        case .comment: "comment"
        case .deadline: "deadline"
        case .decision: "decision"
        case .dnr: "dnr"
        case .goal: "goal"
        case .partner: "partner"
        case .plan: "plan"
        case .policy: "policy"
        case .revised: "revised"
        case .standing: "standing"
        case .status: "status"
        case .told: "told"
        }
    }

    func status(_ status: Status) -> String { status.rawValue }
    func kind(_ kind: DocumentKind) -> String { kind.rawValue }

    func holder(_ code: CommitteeCode, isLead: Bool) -> String {
        code.description + (isLead ? " (lead)" : "")
    }

    func area(_ number: AreaNumber) -> String { "area \(number)" }
    func goal(_ number: GoalNumber) -> String { "goal \(number)" }
    func due(_ day: CalendarDate) -> String { "due \(day)" }
    func held(_ day: CalendarDate) -> String { "held on \(day)" }
    func period(_ period: Period) -> String { "for \(period)" }
    var unanswered: String { "NO" }
    var entries: String { "entries" }
}
