import ArgumentParser
import Coordinates
import EntryLog
import Exchange
import Handlingsplan
import Registry
import Tables
import Views

struct PlanExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a plan as a table for Excel, which plan import reads back.",
        discussion: """
            CSV in UTF-8, separated by semicolons. A status is given where all committees that \
            answer have reported the same; how far each has come, plan show tells. Texts stay as they are, \
            also one that Excel takes for a formula.
            """)

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The plan.") var plan: DocumentSlug
    @OptionGroup var times: TimeOptions

    func run() throws {
        try options.reporting(asTables: options.format == .table(.csv)) {
            let ledger = try options.open(.readOnly)
            let rows = try ledger.read { log, views in
                let moment = try times.moment(in: ledger, log, views)
                let story = try views.document(plan, at: moment)
                guard let state = try views.state(of: story, at: moment) else {
                    throw Rejection.documentNotYetAdopted(
                        plan, from: story.standing.items[0].stamp.effective)
                }
                return try state.rows(views, at: moment)
            }
            let table = PlanTable.csv(PlanTable.Column.allCases, rows)
            print(String(decoding: table, as: UTF8.self), terminator: "")
        }
    }
}

extension DocumentState {
    fileprivate func rows(
        _ views: ViewSet, at moment: Moment
    ) throws -> [[PlanTable.Column: String]] {
        let (areas, goals) = (try views.areas(), try views.goals())
        let indicators = try views.indicators().compactMap { $0.indicator.value(at: moment) }
        return actions.sorted { $0.number < $1.number }.map { action in
            var row: [PlanTable.Column: String] = [.title: action.title]
            row[.number] = action.localNumber
            row[.area] =
                action.areas.compactMap { number in
                    areas.first { $0.number == number }?.title.value(at: moment)
                }.cell
            row[.goal] =
                action.goals.compactMap { number in
                    goals.first { $0.number == number }?.goal.value(at: moment)?.title
                }.cell
            row[.responsible] =
                action.responsible?.isCollective ?? false
                ? "samtliga nämnder"
                : action.shares.isEmpty
                    ? nil : action.shares.map(\.code.description).joined(separator: ", ")
            row[.deadline] = action.deadline?.text
            row[.status] = action.commonStatus?.swedish
            row[.indicator] = indicators.filter { $0.action == action.number }.map(\.name).cell
            row[.partner] = action.partners.map(\.name).cell
            row[.comment] = action.comment
            return row
        }
    }
}

extension ActionState {
    /// What all committees that answer have reported; nil where one has not, or says otherwise.
    fileprivate var commonStatus: Status? {
        let isCommon =
            [.single, .unanimous].contains(consolidation.basis)
            && shares.allSatisfy { $0.reported != nil }
        return isCommon ? consolidation.status : nil
    }
}

extension [String] {
    /// One a line; nil for none.
    fileprivate var cell: String? { isEmpty ? nil : joined(separator: "\n") }
}
