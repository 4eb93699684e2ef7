import ArgumentParser
import EntryLog
import Handlingsplan
import Registry

/// A command that records: all it has to say of itself is what it asks for.
protocol RecordingCommand: ParsableCommand {
    var options: LedgerOptions { get }
    var recording: RecordingOptions { get }

    func command() throws -> Command
}

extension RecordingCommand {
    func run() throws {
        try options.reporting {
            let command = try command()
            try record({ _ in command }, recording, options) { trial, isRehearsal in
                ReceiptOutput(trial, isRehearsal: isRehearsal)
            }
        }
    }
}

/// Records a command and prints the receipt; or tries it out, and prints what `trial` makes of it.
/// - Parameter command: what is asked for, where it takes the ledger to say it.
func record(
    _ command: (Ledger) throws -> Command, _ recording: RecordingOptions, _ options: LedgerOptions,
    trial: (Recorded, _ isRehearsal: Bool) -> some Output
) throws {
    let ledger = try options.open(recording.dryRun ? .readOnly : .readWrite)
    let item = Request.Item(
        try command(ledger), effective: recording.effective, reference: recording.reference)
    let isRehearsal = ledger.isRehearsal
    let recorded = try record([item], in: ledger, recording)
    if recording.dryRun {
        options.print(trial(recorded, isRehearsal))
    } else {
        options.print(ReceiptOutput(recorded, isRehearsal: isRehearsal))
    }
}

/// Records commands as one, or tries them out.
func record(
    _ items: [Request.Item], in ledger: Ledger, _ recording: RecordingOptions
) throws -> Recorded {
    let request = try recording.request(items, in: ledger)
    if recording.dryRun { return try ledger.tryOut(request) }
    return try ledger.record(request, signedBy: try recording.keys.signer())
}
