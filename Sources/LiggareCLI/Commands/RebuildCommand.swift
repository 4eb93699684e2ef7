import ArgumentParser
import EntryLog
import Registry
import Views

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Derive the views again from the log, and put them in place of the old ones.",
        discussion: """
            Each row is compared with the one that it replaces: where they differ, that is a \
            finding, and the exit code is 1. What was made, and how it compares, is kept in \
            views/current/attestation.json. Needs no permission to write the log. Meant to be run each \
            night; see tools/systemd.
            """)

    @OptionGroup var options: LedgerOptions

    func run() throws {
        try options.reporting {
            let started = ContinuousClock.now
            try Ledger.requireSoundPages(at: try options.directory())
            let ledger = try options.open(.readOnly, writingViews: true)
            let bar = ProgressBar(of: "entries")
            func output(_ report: RebuildReport) -> RebuildOutput {
                RebuildOutput(
                    report: report, ledger: ledger.log.id, madeAt: Surroundings.now(),
                    duration: ContinuousClock.now - started, isRehearsal: ledger.isRehearsal)
            }
            var made: RebuildOutput?
            let report = try ledger.rebuild { report in
                let attested = output(report)
                made = attested
                return Array((json(attested.content) + "\n").utf8)
            } progress: {
                bar.show($0, of: $1)
            }
            bar.clear()
            options.print(made ?? output(report))
            if !report.isClean { throw ExitCode(FailureCode.foundWrong.rawValue) }
        }
    }
}
