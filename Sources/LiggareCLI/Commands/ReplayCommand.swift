import ArgumentParser
import Audit
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Reports

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.replay)

    @OptionGroup var options: LedgerOptions
    @Option(help: .of(.replayTo, "date")) var to: CalendarDate
    @Option(help: .of(.replayEffective, "date")) var effective: CalendarDate?
    @Option(help: .of(.replayCommittee, "code")) var committee: CommitteeCode?

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
