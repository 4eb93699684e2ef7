import Answers
import ArgumentParser
import Audit
import Backups
import EntryLog
import Files
import LMDB
import Registry
import Reports

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.backup)

    @OptionGroup var options: LedgerOptions
    @Option(help: .of(.backupKeep, "number")) var keep: UInt16 = 7
    @Flag(help: .of(.backupAnew)) var anew = false
    @Argument(help: .of(.backupPlace, "place")) var place: String?

    func run() throws {
        try options.reporting(asTables: place == nil) {
            guard let place else { return try list() }
            let started = ContinuousClock.now
            let directory = try options.directory()
            let pages = try Ledger.checkLogPages(at: directory)
            guard pages.isSound else {
                options.print(AuditOutput(audit(ofDamaged: pages, nil), of: nil))
                throw ExitCode.foundWrong
            }
            let ledger = try options.open(.readOnly)
            func output(_ report: BackupReport) -> BackupOutput {
                BackupOutput(
                    report, madeAt: Surroundings.now(), duration: ContinuousClock.now - started)
            }
            let report = try Backup(at: place).update(
                from: ledger, keeping: Int(keep), verifyingAll: anew
            ) { Array((json(output($0).content(in: options.words)) + "\n").utf8) }
            remember(report, of: directory, in: place)
            options.print(output(report))
            if !report.isSound { throw ExitCode.foundWrong }
        }
    }

    /// Whoever may only look at the ledger can back it up, and is told that this is not remembered.
    private func remember(_ report: BackupReport, of directory: String, in place: String) {
        do throws(FileFailure) {
            try BackupMemory(ofLedgerAt: directory).remember(
                report, in: try Folder.fullPath(place), at: Surroundings.now())
        } catch {
            options.remark(options.words.unrememberedBackup(error))
        }
    }

    private func list() throws {
        let ledger = try options.open(.readOnly)
        let backups = try BackupMemory(ofLedgerAt: try options.directory()).all()
        options.print(BackupsOutput(backups: backups, isRehearsal: ledger.isRehearsal))
    }
}
