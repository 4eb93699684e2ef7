import ArgumentParser
import Coordinates
import EntryLog
import Exchange
import Handlingsplan
import Registry
import Reports
import Tables
import Views

struct PlanExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.planExport)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.planExportPlan)) var plan: DocumentSlug
    @OptionGroup var times: TimeOptions

    func run() throws {
        try options.reporting(asTables: options.format == .table(.csv)) {
            let ledger = try options.open(.readOnly)
            let (rows, caveats) = try ledger.read { log, views in
                let moment = try times.moment(in: ledger, log, views)
                let story = try views.document(plan, at: moment)
                guard let state = try views.state(of: story, at: moment) else {
                    throw Rejection.documentNotYetAdopted(
                        plan, from: story.standing.items[0].stamp.effective)
                }
                return (
                    try PlanTable.rows(of: state, views, at: moment),
                    try ledger.caveats(in: views)
                )
            }
            let table = PlanTable.csv(PlanTable.Column.allCases, rows)
            print(String(decoding: table, as: UTF8.self), terminator: "")
            options.remark(on: caveats)
        }
    }
}
