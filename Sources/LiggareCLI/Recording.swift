import ArgumentParser
import Checkpoints
import EntryLog
import Handlingsplan
import Registry
import Reports
import TransparencyLog
import Views

/// A command that records: all it has to say of itself is what it asks for.
protocol RecordingCommand: ParsableCommand {
    var options: LedgerOptions { get }
    var recording: RecordingOptions { get }

    func command() throws -> Command
}

extension RecordingCommand {
    func run() throws {
        try options.reporting {
            let proposal = recording.proposal(try command())
            try options.record([proposal], in: try options.open(for: recording), recording)
        }
    }
}

extension LedgerOptions {
    /// Opens the ledger to record, or where it is a trial, to read.
    func open(for recording: RecordingOptions) throws -> Ledger {
        try open(recording.dryRun ? .readOnly : .readWrite)
    }

    /// Records proposals as one command, or tries them out. What is printed of it goes out as soon as
    /// it is recorded, and waits for nothing that comes after.
    /// - Parameter print: what prints it, given the ledger as it then is; by default, as a receipt.
    func record(
        _ proposals: [Proposal], in ledger: Ledger, _ recording: RecordingOptions,
        print: ((Recorded, _ after: ViewSet) throws -> Void)? = nil
    ) throws {
        let printed =
            print ?? { recorded, after in
                let receipt = try ReceiptOutput(recorded, after, isRehearsal: ledger.isRehearsal)
                try self.print(receipt, of: recorded.receipt)
            }
        func tell(_ recorded: Recorded, _ after: ViewSet) throws {
            try printed(recorded, after)
            self.remark(on: try ledger.caveats(in: after))
        }
        let request = try recording.request(proposals, in: ledger)
        if recording.dryRun {
            try ledger.tryOut(request, show: tell)
            return
        }
        try ledger.record(request, signedBy: try recording.keys.signer()) { recorded, after in
            defer { recorded.receipt.map { remember($0, in: ledger.log) } }
            try tell(recorded, after)
        }
    }

    /// It is recorded, whatever becomes of this: the next command sees it again.
    private func remember(_ receipt: Receipt, in log: Log) {
        if receipt.isDuplicate { return }
        do {
            try Surroundings.seen()?.remember(receipt, in: log)
        } catch {
            remark(words.unremembered(error))
        }
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
