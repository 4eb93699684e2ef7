import ArgumentParser
import Checkpoints
import EntryLog
import Handlingsplan
import Registry
import TransparencyLog

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
    try record([item], in: ledger, recording) { recorded in
        if recording.dryRun {
            options.print(trial(recorded, isRehearsal))
        } else {
            try options.print(
                ReceiptOutput(recorded, isRehearsal: isRehearsal), of: recorded.receipt)
        }
    }
}

/// Records commands as one, or tries them out. What is printed of it goes out as soon as it is
/// recorded, and waits for nothing that comes after.
func record(
    _ items: [Request.Item], in ledger: Ledger, _ recording: RecordingOptions,
    print: (Recorded) throws -> Void
) throws {
    let request = try recording.request(items, in: ledger)
    if recording.dryRun { return try print(try ledger.tryOut(request)) }
    try ledger.record(request, signedBy: try recording.keys.signer()) { recorded in
        defer {
            // It is recorded, whatever becomes of this: the next command sees it again.
            if let receipt = recorded.receipt, !receipt.isDuplicate {
                try? Surroundings.seen()?.remember(receipt, in: ledger.log)
            }
        }
        try print(recorded)
    }
}

extension SeenCheckpoints {
    /// What was acknowledged is not forgotten, not even by whoever puts an old copy in its place.
    fileprivate func remember(_ receipt: Receipt, in log: Log) throws {
        let now = Checkpoint(
            origin: log.founding.origin, size: receipt.size, root: receipt.root)
        try remember(now, of: log.id)
    }
}
