import Coordinates
package import EntryLog
import Files
import Sharing
package import TransparencyLog

extension Ledger {
    /// Founds a ledger in a directory, which is made if it does not exist. Durable on return.
    /// - Throws: `OpenToAll`; `EntryLogError.alreadyFounded`, `.notARehearsal`; `UnknownTimeZone`;
    ///   `LMDBError`; `FileFailure`.
    package static func found(
        at directory: String, _ founding: Founding, commandID: CommandID, time: RecordingTime,
        signedBy key: some Signer
    ) throws -> Ledger {
        _ = try CivilTimeZone(founding.timeZone)
        let recordedAt: Timestamp
        switch time {
        case .clock(let now, _):
            guard Timestamp.recordable.contains(now) else {
                throw EntryLogError.clockOutOfRange(now)
            }
            recordedAt = now
        case .rehearsed(let chosen):
            guard founding.isRehearsal else { throw EntryLogError.notARehearsal }
            recordedAt = chosen
        }
        // The ledger's own folder is nobody else's, wherever it lies, until it is shared.
        try Folder.make(directory, for: .owner)
        try Audience.requireLimited(places(directory))
        try Folder.make(logPath(directory))
        for path in [Folder.holding(directory), directory] { try Folder.sync(path) }
        // So that nobody else founds it meanwhile.
        let lock = try FolderLock(on: directory)
        defer { lock.release() }
        Log.clearCutOff(at: logPath(directory))
        let log = try naming(directory) {
            try Log.found(
                at: logPath(directory), founding, commandID: commandID, recordedAt: recordedAt,
                signedBy: key)
        }
        return try Ledger(log, directory: directory, writable: true)
    }

    /// Whether it was founded by a command such as this before, perhaps one that was cut off before
    /// it could say so: what is founded is the same, and the command id too, or else no other entry
    /// has come.
    package func wasFounded(
        name: String, origin: String, timeZone: String, isRehearsal: Bool, by founder: PublicKey?,
        commandID: CommandID?
    ) throws -> Bool {
        let founding = log.founding
        guard founding.name == name, founding.origin == origin, founding.timeZone == timeZone,
            founding.isRehearsal == isRehearsal, founding.founder == founder
        else { return false }
        return try log.read { log in
            let first = try log.entry(at: Position(0)) { $0.commandID }
            return commandID.map { $0 == first } ?? (log.size == TreeSize(1))
        }
    }

    /// The receipt of its founding.
    /// - Throws: `EntryLogError.damagedEntry`; `LMDBError`.
    package func foundingReceipt() throws -> Receipt {
        let receipt = try log.read { log in
            try log.receipt(of: try log.entry(at: Position(0)) { $0.commandID })
        }
        guard let receipt else {
            throw EntryLogError.damagedEntry(Position(0), "there is no record of its command")
        }
        return receipt
    }
}
