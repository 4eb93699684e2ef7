import Answers
import ArgumentParser
import Backups
import Coordinates
import EntryLog
import Registry
import Reports
import Views

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.rebuild)

    @OptionGroup var options: LedgerOptions

    @Option(help: .of(.rebuildFrom, "place")) var from: String?

    func run() throws {
        try options.reporting {
            let isClean = try from.map(compare) ?? rebuild()
            if !isClean { throw ExitCode.foundWrong }
        }
    }

    private func compare(with place: String) throws -> Bool {
        let started = ContinuousClock.now
        let backup = try Backup(at: place).openVerified()
        let views = Ledger.keptViews(at: try options.directory())
        let bar = ProgressBar(of: options.words.entries, in: options.words)
        let report = try views.compare(with: backup.log) { bar.show($0, of: $1) }
        bar.clear()
        options.print(
            RebuildOutput(
                report: report, ledger: backup.log.id, madeAt: Surroundings.now(),
                duration: ContinuousClock.now - started, isRehearsal: backup.isRehearsal,
                source: place))
        return report.isClean
    }

    private func rebuild() throws -> Bool {
        let started = ContinuousClock.now
        try Ledger.requireSoundPages(at: try options.directory())
        let ledger = try options.open(.readOnly, writingViews: true)
        let bar = ProgressBar(of: options.words.entries, in: options.words)
        func output(_ report: RebuildReport) -> RebuildOutput {
            RebuildOutput(
                report: report, ledger: ledger.log.id, madeAt: Surroundings.now(),
                duration: ContinuousClock.now - started, isRehearsal: ledger.isRehearsal,
                source: nil)
        }
        var made: RebuildOutput?
        let report = try ledger.rebuild { report in
            let attested = output(report)
            made = attested
            return Array((json(attested.content(in: options.words)) + "\n").utf8)
        } progress: {
            bar.show($0, of: $1)
        }
        bar.clear()
        options.print(made ?? output(report))
        return report.isClean
    }
}
