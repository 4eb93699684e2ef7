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
        let bytes = try WholeFile.read(path(of: ledger), byteLimit: 4096)
        guard let bytes else { return nil }
        do {
            return try Checkpoint(text: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw UnreadableMemory(path: path(of: ledger))
        }
    }

    /// Refuses a log that is not what was last seen or an extension of it, and remembers how far it
    /// has come.
    /// - Returns: why that could not be remembered; nil where it was.
    /// - Throws: `RolledBack`; `UnreadableMemory`; `FileFailure`; what reading the log throws.
    @discardableResult
    package func check(_ log: Log) throws -> FileFailure? {
        // Before the log, so that it cannot be ahead of it while others record.
        let last = try last(of: log.id)
        let now = try log.read { snapshot in
            if let last {
                guard last.size <= snapshot.size,
                    try snapshot.sealedRoot(of: last.size) == last.root
                else {
                    throw RolledBack(
                        seen: last, size: snapshot.size, memory: path(of: log.id))
                }
            }
            return Checkpoint(
                origin: log.founding.origin, size: snapshot.size, root: snapshot.head.root)
        }
        if now.size == last?.size { return nil }
        // Whoever has no place to remember things, such as a service, still may look.
        do {
            try remember(now, of: log.id)
        } catch let failure as FileFailure {
            return failure
        }
        return nil
    }

    /// Remembers how far a ledger has come, unless it was seen to be farther. After a power cut it
    /// may be what was remembered before.
    package func remember(_ now: Checkpoint, of ledger: Hash) throws {
        try Folder.make(folder, for: .owner)
        try Folder.withLock(on: folder) {
            if let last = try last(of: ledger), last.size >= now.size { return }
            try WholeFile.write(Array(now.text.utf8), to: path(of: ledger), durability: .content)
        }
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
