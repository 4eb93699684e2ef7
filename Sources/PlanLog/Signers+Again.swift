package import Coordinates
package import EntryLog
package import Handlingsplan
package import TransparencyLog

extension Signers {
    /// What is wrong with an entry that was judged to stand, as far as later entries change nothing in
    /// it: its form, its place, its signature, its seal, and its signer's right.
    /// - Parameters:
    ///   - record: looked at with these signers.
    ///   - root: of the tree over the entries before it.
    ///   - ledger: with later entries in it, perhaps.
    /// - Throws: what reading throws.
    package func defect<Ledger: LedgerReading, Reader: EntryReader & ~Copyable>(
        of record: StoredRecord, at position: Position, sealing root: Hash,
        in log: borrowing Reader, _ ledger: Ledger
    ) throws -> VoidReason? {
        guard let entry = try? Entry(decoding: record.bytes.span.bytes) else { return .malformed }
        guard entry.position == position else { return .position }
        guard let signer = record.signer else { return .signature }
        guard entry.seal == root else { return .seal }
        guard position > Position(0) else { return nil }
        let recorded = try recordedAct(entry, in: log)
        let objection = try objection(to: recorded, by: signer) { try ledger.committee($0) }
        return objection == nil ? nil : .right
    }
}
