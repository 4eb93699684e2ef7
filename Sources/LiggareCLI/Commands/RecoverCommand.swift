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
    @Flag(help: .of(.recoverWithStanding)) var withStanding = false
    @Flag(help: .of(.recoverDryRun)) var dryRun = false

    func run() throws {
        try options.reporting {
            guard toCheckpoint else { throw UsageError.recoverToWhere }
            let directory = try options.directory()
            let listed = try look(into: directory)
            var report = try recover(directory, isDryRun: true, seen: options.seen())
            let first = report.gone.first
            let gone = listed.map { listed in
                LogAnswer(
                    lines: listed.lines.filter { line in
                        first.map { line.entry.position >= $0 } ?? false
                    }, isRehearsal: listed.isRehearsal)
            }
            if !dryRun, report.outcome == .wouldBeInPlace {
                try requireVoid(gone, report)
                report = try recover(directory, isDryRun: false, seen: options.seen())
            }
            options.print(RecoveryOutput(report: report, gone: gone))
        }
    }

    /// What was rightly recorded goes only where that was said; so does what can't be told from it.
    private func requireVoid(_ gone: LogAnswer?, _ report: RecoveryReport) throws {
        if withStanding { return }
        let standing =
            gone.map { gone in
                gone.lines.map(\.entry).filter { if case .act = $0 { true } else { false } }
                    .map(\.position)
            } ?? report.gone
        if let first = standing.first {
            throw StandingEntriesBeyond(first: first, count: UInt64(standing.count))
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
