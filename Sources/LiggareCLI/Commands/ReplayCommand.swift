import ArgumentParser
import Audit
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Derive the boards again from the entries alone, up to a date, and verify them.",
        discussion: """
            Checks each signature and seal on the way and the root at the end, and compares the \
            boards with what the views show for the same moment.
            """)

    @OptionGroup var options: LedgerOptions
    @Option(
        help: ArgumentHelp(
            "Use what was recorded up to the end of this day, YYYY-MM-DD.", valueName: "date"))
    var to: CalendarDate
    @Option(
        help: ArgumentHelp(
            "Show what held on this day; by default the same.", valueName: "date"))
    var effective: CalendarDate?
    @Option(
        help: ArgumentHelp(
            "Only this committee's board.", valueName: "code"))
    var committee: CommitteeCode?

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let report = try replay(
                ledger.log, ledger.views, to: to, effective: effective, only: committee)
            options.print(ReplayOutput(report, to: to, of: ledger.log))
            if !report.isVerified { throw ExitCode.foundWrong }
        }
    }
}
