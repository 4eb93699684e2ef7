package import Coordinates
package import EntryLog
package import Files
package import TransparencyLog

/// What a user's programs last saw of each ledger, kept outside the ledgers: so a restored backup,
/// or another ledger put in place of one, does not go unnoticed.
///
/// One file a ledger, named by its id, with the text of a checkpoint that nobody signed.
package struct SeenCheckpoints: Sendable {
    private let folder: String

    /// - Parameter folder: is made when something is seen.
    package init(folder: String) { self.folder = folder }

    private func path(of ledger: Hash) -> String { "\(folder)/\(ledger)" }

    /// What was last seen of a ledger; nil for nothing.
    /// - Throws: `UnreadableMemory`; `FileFailure`.
    package func last(of ledger: Hash) throws -> Checkpoint? {
        guard let bytes = try WholeFile.read(path(of: ledger), byteLimit: 4096) else { return nil }
        do {
            return try Checkpoint(text: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw UnreadableMemory(path: path(of: ledger))
        }
    }

    /// Refuses a log that is not what was last seen or an extension of it, and remembers how far it
    /// has come.
    /// - Throws: `RolledBack`; `UnreadableMemory`; `FileFailure`; what reading the log throws.
    package func check(_ log: borrowing LogSnapshot, of ledger: Hash, origin: String) throws {
        if let last = try last(of: ledger) {
            guard last.size <= log.size, try log.sealedRoot(of: last.size) == last.root else {
                throw RolledBack(seen: last, size: log.size, memory: path(of: ledger))
            }
            if last.size == log.size { return }
        }
        // Whoever has no place to remember things, such as a service, still may look.
        try? remember(
            Checkpoint(origin: origin, size: log.size, root: log.head.root), of: ledger)
    }

    /// Remembers how far a ledger has come, which is at least as far as was seen before.
    package func remember(_ now: Checkpoint, of ledger: Hash) throws(FileFailure) {
        try Folder.make(folder, mode: 0o700)
        // Not durable: what is lost with the machine's power is at most seen once more.
        try WholeFile.write(Array(now.text.utf8), to: path(of: ledger), isDurable: false)
    }
}

/// The log is shorter than it was seen before, or begins otherwise.
package struct RolledBack: Error, Sendable {
    package let seen: Checkpoint
    package let size: TreeSize
    /// Where it is remembered.
    package let memory: String
}

/// What was remembered of a ledger cannot be read.
package struct UnreadableMemory: Error, Sendable {
    package let path: String
}
