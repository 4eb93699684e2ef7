import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import Repair
import Reports

struct RecoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.recover)

    @OptionGroup var options: LedgerOptions
    @Flag(help: .of(.recoverToCheckpoint)) var toCheckpoint = false
    @Flag(help: .of(.recoverDryRun)) var dryRun = false

    func run() throws {
        try options.reporting {
            guard toCheckpoint else { throw UsageError.recoverToWhere }
            let directory = try options.directory()
            let listed = try look(into: directory)
            let report = try recover(directory, isDryRun: dryRun, seen: options.seen())
            let gone = listed.map {
                LogAnswer(
                    lines: $0.lines.filter { report.gone.contains($0.entry.position) },
                    isRehearsal: $0.isRehearsal)
            }
            options.print(RecoveryOutput(report: report, gone: gone))
        }
    }

    /// What the log has; nil where it is too damaged to be listed. It is let go of then: a process has
    /// it open once. And what is looked at here is not thereby seen, or it would be covered.
    private func look(into directory: String) throws -> LogAnswer? {
        let ledger = try Ledger.open(at: directory, .readOnly)
        try ledger.requireOriginal()
        return try? ledger.read { log, views in
            let last = Moment(effective: .endOfCalendar, known: log.size.last ?? Position(0))
            return try LogQuestion().answer(at: last, of: ledger.log.founding, in: log, views)
        }
    }
}
