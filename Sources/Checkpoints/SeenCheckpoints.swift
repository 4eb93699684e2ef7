package import Coordinates
package import EntryLog
package import Failures
package import Files
package import TransparencyLog

/// What a user's programs last saw of each ledger, kept outside the ledgers: so a restored backup,
/// or another ledger put in place of one, does not go unnoticed.
///
/// One file a ledger, named by its id, with the text of a checkpoint that nobody signed. Lines behind
/// that begin with a word; those that are not known are kept. One for each time that the user accepted
/// another history than the one seen:
///
///     dals-ed.example/handlingsplaner
///     33
///     jjY8pvcItpAM2Ts7/H7yRVrBm4mhff7WnOIgT8RM1hg=
///     accepted 2026-11-28T09:12:44.001Z in place of size 35, root yjib…bGx8=: restored after a disk failed
package struct SeenCheckpoints: Sendable {
    private let folder: String

    /// - Parameter folder: is made when something is seen.
    package init(folder: String) { self.folder = folder }

    private func path(of ledger: Hash) -> String { "\(folder)/\(ledger)" }

    /// What was last seen of a ledger; nil for nothing.
    /// - Throws: `UnreadableMemory`; `FileFailure`.
    package func last(of ledger: Hash) throws -> Checkpoint? {
        let bytes = try WholeFile.read(path(of: ledger), byteLimit: 1 << 20)
        guard let bytes else { return nil }
        do {
            return try Checkpoint(text: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw UnreadableMemory(path: path(of: ledger))
        }
    }

    /// Refuses a log that is not what was last seen or an extension of it, and remembers how far it
    /// has come, if its entries and its tree bear out what it says of its end.
    /// - Returns: why that could not be remembered; nil where it was.
    /// - Throws: `RolledBack`; `UnreadableMemory`; `FileFailure`; what reading the log throws.
    @discardableResult
    package func check(_ log: Log) throws -> FileFailure? {
        // Before the log, so that it cannot be ahead of it while others record.
        let last = try last(of: log.id)
        let now: Checkpoint? = try log.read { snapshot in
            if let last {
                guard last.size <= snapshot.size,
                    try snapshot.hasRoot(last.root, of: last.size)
                else {
                    throw RolledBack(seen: last, size: snapshot.size)
                }
            }
            guard snapshot.isBorneOut else { return nil }
            return Checkpoint(
                origin: log.founding.origin, size: snapshot.size, root: snapshot.head.root)
        }
        guard let now, now.size != last?.size else { return nil }
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
            let last = try last(of: ledger)
            if let last, last.size >= now.size { return }
            try write(now, behind: last?.extensions ?? [], of: ledger, durability: .content)
        }
    }

    /// Takes a log as it is now for the true one, whatever was seen of it before. Durable on return.
    /// - Parameter reason: a line.
    /// - Returns: what had been seen; nil where nothing had, or nothing that can be read.
    package func accept(
        _ log: Log, because reason: String, at time: Timestamp
    ) throws -> Checkpoint? {
        try Folder.make(folder, for: .owner)
        return try Folder.withLock(on: folder) {
            var seen: Checkpoint?
            do { seen = try last(of: log.id) } catch is UnreadableMemory {}
            let before = seen.map { "size \($0.size), root \($0.root.base64)" } ?? "nothing"
            let now = try log.read {
                Checkpoint(origin: log.founding.origin, size: $0.size, root: $0.head.root)
            }
            try write(
                now,
                behind: (seen?.extensions ?? [])
                    + ["accepted \(time.rfc3339) in place of \(before): \(reason)"],
                of: log.id, durability: .full)
            return seen
        }
    }

    private func write(
        _ now: Checkpoint, behind lines: [String], of ledger: Hash, durability: Durability
    ) throws(FileFailure) {
        let text = Checkpoint(
            origin: now.origin, size: now.size, root: now.root, extensions: lines
        ).text
        try WholeFile.write(Array(text.utf8), to: path(of: ledger), durability: durability)
    }
}

/// The log is shorter than it was seen before, or begins otherwise.
package struct RolledBack: Error, Sendable {
    package let seen: Checkpoint
    package let size: TreeSize
}

/// What was remembered of a ledger cannot be read.
package struct UnreadableMemory: Error, Sendable {
    package let path: String
}

extension RolledBack: Failing {
    package var failureKind: FailureKind { .refused("rolled-back") }
}

extension UnreadableMemory: Failing {
    package var failureKind: FailureKind { .storage("unreadable-memory") }
}

extension LogSnapshot {
    /// Whether there is a last entry, and the stored tree has the root that the head gives: nothing is
    /// remembered on the word of a head alone.
    fileprivate var isBorneOut: Bool {
        guard let last = size.last, (try? bytes(at: last)) != nil else { return false }
        return (try? MerkleTree.root(of: size, reading: self)) == head.root
    }
}
