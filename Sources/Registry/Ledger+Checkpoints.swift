import Checkpoints
package import Coordinates
import EntryLog
package import Failures
import Handlingsplan
import PlanLog
import Publication
package import TransparencyLog
import Views

extension Ledger {
    /// Signs the ledger's checkpoint as it stands, and keeps it: see `CheckpointFolder.sign`. Nothing
    /// is signed that was not verified first: each entry was judged, those since the last checkpoint
    /// are hashed and held against their signers' rights again, and what the log says of its end is not
    /// asked.
    /// - Throws: `VoidEntriesUnsigned` where void entries came since the last checkpoint.
    package func signCheckpoint(with signer: any Signer) throws -> (Checkpoint, SignedNote) {
        // Before the log, so that they cannot be ahead of it while others append.
        let rows = try soundRows()
        return try checkpoints.sign(log, with: signer) { log, last in
            let views = try ViewSet(of: log, over: rows)
            let voids = try views.voids()
            let new = voids.open.filter { $0 >= last.end }
            if let first = new.first {
                throw VoidEntriesUnsigned(first: first, count: new.count)
            }
            let signers = Signers(self.log.founding, try views.keys())
            var frontier = try MerkleTree.frontier(of: last, reading: log)
            let positions = frontier.size.end..<log.size.end
            try forEachRecord(in: positions, of: log, signedByAnyOf: signers) { record in
                let position = frontier.size.end
                if record.bytes.count > SealedBatch.entryByteLimit {
                    throw UnpublishableEntry(position: position)
                }
                if !voids.contains(position),
                    let wrong = try signers.defect(
                        of: record, at: position, sealing: frontier.root, in: log, views)
                {
                    throw EntryLogError.damagedEntry(position, "it does not stand: \(wrong)")
                }
                frontier.append(record.leaf)
            }
            guard frontier == views.frontier else {
                throw EntryLogError.damaged("its tree has another root than its entries give")
            }
            return frontier.root
        }
    }

    /// Those that are in place; nil where they cannot be read, and all is derived from the log.
    private func soundRows() throws -> StoredRows? {
        do {
            return try views.storedRows()
        } catch  where views.isFault(error) && copy != .published {
            distrustViews(because: error)
            return nil
        }
    }
}

/// Void entries since the last checkpoint: it is not signed over them.
package struct VoidEntriesUnsigned: Error, Hashable, Sendable {
    package let first: Position
    package let count: Int
}

/// An entry that no bundle can hold: signed over, it would end publication for good.
package struct UnpublishableEntry: Error, Hashable, Sendable {
    package let position: Position
}

extension UnpublishableEntry: Failing {
    package var failureKind: FailureKind { .refused("unpublishable-entry") }
}

extension VoidEntriesUnsigned: Failing {
    package var failureKind: FailureKind { .refused("void-entries-unsigned") }
}
