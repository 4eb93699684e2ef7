import ArgumentParser
import Audit
import Backups
import Coordinates
import Reports
import TransparencyLog

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.restore)

    @OptionGroup var options: LedgerOptions
    @Option(help: .of(.restoreTo, "position")) var to: UInt64?
    @Argument(help: .of(.backupPlace, "place")) var place: String
    @Argument(help: .of(.restoreDirectory, "dir")) var directory: String?

    func run() throws {
        try options.reporting {
            let directory = try directory ?? options.directory()
            let report = try Restoration(
                from: place, to: directory, upTo: to.map { TreeSize(min($0, .max - 1) + 1) }
            ).run()
            options.print(RestorationOutput(report, from: place, in: directory))
            if !report.isSound { throw ExitCode.foundWrong }
        }
    }
}
