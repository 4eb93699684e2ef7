import Answers
import ArgumentParser
import Backups
import Coordinates
import EntryLog
import Registry
import Reports
import Views

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Derive the views again from the log, and put them in place of the old ones.",
        discussion: """
            Each row is compared with the one that it replaces: where they differ, that is a \
            finding, and the exit code is 1. What was made, and how it compares, is kept in \
            views/current/attestation.json. Needs no permission to write the log.

            With --from, the rows are derived from a backup, the ledger's log is not looked at, and \
            nothing is replaced. Rows that differ are set aside, and derived anew by whoever records \
            next. Meant to be run each night, after the backup; see tools/night.
            """)

    @OptionGroup var options: LedgerOptions

    @Option(
        help: ArgumentHelp(
            "Derive the rows from this backup, and only compare them.", valueName: "place"))
    var from: String?

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
