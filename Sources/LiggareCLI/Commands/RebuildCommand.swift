import ArgumentParser
import EntryLog
import Registry

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Derive the views again from the log, and put them in place of the old ones.")

    @OptionGroup var options: LedgerOptions

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            options.print(
                RebuildOutput(size: try ledger.rebuild(), isRehearsal: ledger.isRehearsal))
        }
    }
}
