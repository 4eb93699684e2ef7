package import Coordinates
package import EntryLog
package import Failures
package import Files
package import TransparencyLog

/// The folder `checkpoints/` of a ledger's directory: the checkpoints that the ledger signed, each a
/// C2SP signed note in a file named by its size, with the cosignatures that witnesses gave it. Beside
/// them lies `lock`, which whoever signs or keeps one holds.
package struct CheckpointFolder: Sendable {
    private let path: String

    /// - Parameter path: the folder itself. The first checkpoint makes it.
    package init(path: String) { self.path = path }

    /// The sizes at which the ledger signed a checkpoint, ascending.
    package func sizes() throws(FileFailure) -> [TreeSize] {
        var sizes: [TreeSize] = []
        for name in try Folder.names(in: path) ?? [] {
            guard let count = UInt64(name), "\(count)" == name else { continue }
            sizes.append(TreeSize(count))
        }
        return sizes.sorted()
    }

    /// The newest checkpoint that the ledger signed, and its note.
    /// - Throws: `UnsoundCheckpoint` where the ledger's key did not sign it; `FileFailure`.
    package func newest(of log: VerificationKey) throws -> (Checkpoint, SignedNote)? {
        guard let size = try sizes().last else { return nil }
        return try checkpoint(of: size, signedBy: log)
    }

    /// The newest checkpoint that the ledger signed, whether it is kept or only listed.
    /// - Throws: as `newest(of:)`; `MalformedIndex`.
    package func newestPromised(of log: VerificationKey) throws -> Checkpoint? {
        let listed = try CheckpointIndex(in: path, origin: log.name).checkpoints
        let kept = try newest(of: log)?.0
        return (listed + (kept.map { [$0] } ?? [])).max { $0.size < $1.size }
    }

    /// The newest checkpoint that the ledger signed, and its note, if it holds an entry of the log.
    /// - Throws: `ForkedCheckpoint` where the log does not begin with what it was signed over; as
    ///   `newest(of:)`.
    package func newest(
        holding position: Position, of log: borrowing LogSnapshot, _ founding: Founding
    ) throws -> (Checkpoint, SignedNote)? {
        // One that was signed since the log was looked at is passed over.
        guard let size = try sizes().last(where: { $0 <= log.size }), position < size.end,
            let (newest, note) = try checkpoint(of: size, signedBy: founding.verificationKey)
        else { return nil }
        guard try log.holds(newest) else { throw ForkedCheckpoint(signed: newest, size: log.size) }
        return (newest, note)
    }

    /// The checkpoint of a size, and its note; nil where there is none, or one of another size.
    /// - Throws: as `newest(of:)`.
    package func checkpoint(
        of size: TreeSize, signedBy log: VerificationKey
    ) throws -> (Checkpoint, SignedNote)? {
        let bytes = try WholeFile.read(file(of: size), byteLimit: SignedNote.maximumByteCount)
        guard let bytes else { return nil }
        do throws(NoteError) {
            let (checkpoint, note) = try Checkpoint.opened(bytes, signedBy: log)
            return checkpoint.size == size ? (checkpoint, note) : nil
        } catch {
            throw UnsoundCheckpoint(size: size, reason: error)
        }
    }

    /// Signs the checkpoint of a log as it stands, once it was verified, and keeps it; where it has been signed before,
    /// gives that, with its cosignatures. Durable on return; others who sign meanwhile are waited
    /// for.
    ///
    /// - Parameter verified: verifies the log up to its end, and gives the root that its entries give.
    /// - Throws: `ForkedCheckpoint` where the log does not begin with what the last checkpoint that
    ///   is kept or listed was signed over: two that contradict each other are never signed.
    ///   `UnsoundCheckpoint`; `MalformedIndex`; `FileFailure`; what signing and reading the log throw.
    package func sign(
        _ log: Log, with signer: any Signer,
        verified: (borrowing LogSnapshot, _ last: TreeSize) throws -> Hash
    ) throws -> (Checkpoint, SignedNote) {
        try Folder.make(path)
        return try Folder.withLock(on: path, by: "lock") {
            // Before the log, so that it cannot be ahead of it while others append and sign.
            let last = try newest(of: log.founding.verificationKey)
            let listed = try CheckpointIndex(in: path, origin: log.founding.origin)
            let signed = try log.read { snapshot in
                if let newest = listed.checkpoints.last { try require(newest, in: snapshot) }
                return try sign(
                    snapshot, of: log.founding, after: last, with: signer, verified)
            }
            try list(signedBy: log.founding.verificationKey)
            return signed
        }
    }

    private func sign(
        _ log: borrowing LogSnapshot, of founding: Founding,
        after last: (Checkpoint, SignedNote)?, with signer: any Signer,
        _ verified: (borrowing LogSnapshot, _ last: TreeSize) throws -> Hash
    ) throws -> (Checkpoint, SignedNote) {
        if let (checkpoint, note) = last {
            try require(checkpoint, in: log)
            if checkpoint.size == log.size { return (checkpoint, note) }
        }
        let checkpoint = Checkpoint(
            origin: founding.origin, size: log.size,
            root: try verified(log, last?.0.size ?? TreeSize(0)))
        let note = try checkpoint.signed(with: signer)
        try store(note, of: checkpoint.size)
        return (checkpoint, note)
    }

    /// When somebody first said of a checkpoint with an entry in it that he had seen it: the end of that
    /// second. By kept notes alone, whoever cosigned them: nobody's word, and an audit's to compare.
    /// - Parameter earliest: what was seen before is passed over.
    /// - Throws: as `newest(of:)`.
    package func firstSeen(
        _ position: Position, notBefore earliest: Timestamp, of log: VerificationKey
    ) throws -> Timestamp? {
        var seconds: [Int64] = []
        for size in try sizes() where size.end > position {
            seconds += try checkpoint(of: size, signedBy: log)?.1.claimedPOSIXSeconds ?? []
        }
        return seconds.map { Timestamp(milliseconds: min($0, .max / 1000 - 1) * 1000 + 999) }
            .filter { $0 >= earliest }.min()
    }

    /// That a log begins with what a checkpoint was signed over.
    /// - Throws: `ForkedCheckpoint`; what reading throws.
    package func require(_ signed: Checkpoint, in log: borrowing LogSnapshot) throws {
        guard try log.holds(signed) else { throw ForkedCheckpoint(signed: signed, size: log.size) }
    }

    /// Lists what is kept and is not listed.
    private func list(signedBy log: VerificationKey) throws {
        var index = try CheckpointIndex(in: path, origin: log.name)
        let new = try index.unlisted(try sizes()).compactMap { size in
            try checkpoint(of: size, signedBy: log)?.0
        }
        try index.add(new, in: path)
    }

    /// Lists what another folder lists up to a size, and this one does not.
    func list(
        from other: CheckpointFolder, upTo size: TreeSize, signedBy log: VerificationKey
    ) throws {
        let index = try CheckpointIndex(in: other.path, origin: log.name)
        let listed = index.checkpoints.filter { $0.size <= size }
        if listed.isEmpty { return }
        try Folder.make(path)
        try Folder.withLock(on: path, by: "lock") {
            var own = try CheckpointIndex(in: path, origin: log.name)
            let new = Set(own.unlisted(listed.map(\.size)))
            try own.add(listed.filter { new.contains($0.size) }, in: path)
        }
    }

    /// The size of the newest checkpoint that a witness cosigned, as far as is kept here; 0 for none.
    /// - Throws: as `newest(of:)`.
    package func newest(
        of log: VerificationKey, cosignedBy witness: VerificationKey
    ) throws -> TreeSize {
        for size in try sizes().reversed() {
            guard let (checkpoint, note) = try checkpoint(of: size, signedBy: log) else { continue }
            // A cosignature that does not hold says nothing of what the witness has seen.
            if let found = try? note.cosignatures(by: [witness]), !found.isEmpty {
                return checkpoint.size
            }
        }
        return TreeSize(0)
    }

    /// Keeps a checkpoint's note, with what is kept of the same checkpoint already. Durable on return;
    /// others who keep or sign meanwhile are waited for.
    /// - Returns: the note with all the signatures that it has now.
    /// - Throws: `ContradictedCheckpoint` where another of the size is kept; as `newest(of:)`.
    @discardableResult
    package func keep(
        _ note: SignedNote, of size: TreeSize, signedBy log: VerificationKey
    ) throws -> SignedNote {
        try Folder.make(path)
        return try Folder.withLock(on: path, by: "lock") {
            let kept = try checkpoint(of: size, signedBy: log)?.1
            if let kept, kept.text != note.text { throw ContradictedCheckpoint(size: size) }
            let merged = kept?.adding(note.signatures) ?? note
            if merged != kept { try store(merged, of: size) }
            try list(signedBy: log)
            return merged
        }
    }

    /// How what is kept differs from the list of what was signed: the checkpoints that are listed and
    /// not kept, and the sizes of those that are kept and not listed. The newest may lack its line.
    /// - Throws: `MalformedIndex`; `FileFailure`.
    package func differencesFromIndex(
        of log: VerificationKey
    ) throws -> (removed: [Checkpoint], unlisted: [TreeSize]) {
        // While others sign, what is kept comes before its line.
        let before = try sizes()
        let index = try CheckpointIndex(in: path, origin: log.name)
        let after = Set(try sizes())
        return (
            index.checkpoints.filter { !after.contains($0.size) },
            index.unlisted(before.dropLast())
        )
    }

    private func store(_ note: SignedNote, of size: TreeSize) throws(FileFailure) {
        try WholeFile.write(note.bytes, to: file(of: size))
        // The folder may have been made by a first signing that was cut off before this.
        try Folder.sync(Folder.holding(path))
    }

    private func file(of size: TreeSize) -> String { "\(path)/\(size.count)" }
}

extension Founding {
    /// The key that the ledger's checkpoints are verified with: its name is the ledger's origin.
    package var verificationKey: VerificationKey {
        guard
            let key = VerificationKey(name: origin, type: .ed25519, publicKey: checkpointKey)
        else { preconditionFailure("an origin can name a key") }
        return key
    }
}

extension LogSnapshot {
    /// Whether the log begins with exactly the entries that a checkpoint speaks of.
    package func holds(_ checkpoint: Checkpoint) throws -> Bool {
        guard checkpoint.size <= size else { return false }
        return try root(of: checkpoint.size) == checkpoint.root
    }
}

/// A stored checkpoint that is not the ledger's.
package struct UnsoundCheckpoint: Error, Equatable, Sendable {
    package let size: TreeSize
    package let reason: NoteError
}

/// Two checkpoints of one size, both signed by the ledger.
package struct ContradictedCheckpoint: Error, Equatable, Sendable {
    package let size: TreeSize
}

/// The log is shorter than a checkpoint that was signed, or begins otherwise.
package struct ForkedCheckpoint: Error, Sendable {
    package let signed: Checkpoint
    package let size: TreeSize
}

extension UnsoundCheckpoint: Failing {
    package var failureKind: FailureKind { .storage("unsound-checkpoint") }
}

extension ContradictedCheckpoint: Failing {
    package var failureKind: FailureKind { .refused("contradicted-checkpoint") }
}

extension ForkedCheckpoint: Failing {
    package var failureKind: FailureKind { .refused("forked-checkpoint") }
}
