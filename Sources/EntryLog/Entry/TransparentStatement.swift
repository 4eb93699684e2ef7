import CBOR
package import Coordinates
package import TransparencyLog

/// An entry with the log's receipt for it, in one file that any program for COSE Receipts can check
/// (RFC 9942): the entry's COSE_Sign1 with the receipt in its unprotected header, which is empty in the
/// log. What was hashed as a leaf is the entry with that header empty.
///
/// # Format
///
///     entry   18([protected, {394: [receipt]}, payload, signature])
///     receipt 18([{1: -19, 4: key id, 15: {1: origin, 2: ledger id}, 395: 1},
///                 {396: {-1: [[tree size, leaf index, [hash]]]}}, null, signature])
///
/// The receipt's signature is by the log's own key, over the root of the tree of that size, which is
/// not in it: whoever checks works it out from the entry and the hashes. Like the entry, receipt and
/// inclusion proof stand in byte strings.
package struct TransparentStatement {
    package let bytes: [UInt8]

    /// - Parameters:
    ///   - entry: its stored bytes.
    ///   - inclusion: the proof that the tree of `checkpoint` holds it.
    ///   - ledger: the leaf hash of entry 0.
    ///   - key: the log's own.
    /// - Precondition: the checkpoint is one that the log has signed.
    /// - Throws: `EntryLogError.damagedEntry`; what signing throws.
    package init(
        of entry: RawSpan, at position: Position, inclusion: [Hash], in checkpoint: Checkpoint,
        ledger: Hash, signedBy key: some Signer
    ) throws {
        let receipt = try Self.receipt(position, inclusion, checkpoint, ledger, signedBy: key)
        bytes = try Entry.lend(entry, at: position) { entry in
            var encoder = Encoder()
            encoder.tag(COSE.sign1Tag)
            encoder.array(4) {
                $0.bytes(entry.protectedHeader)
                $0.map { $0.field(Label.receipts) { $0.array(1) { $0.bytes(receipt) } } }
                $0.bytes(entry.payload)
                $0.bytes(entry.signature)
            }
            return encoder.bytes
        }
    }

    private static func receipt(
        _ position: Position, _ inclusion: [Hash], _ checkpoint: Checkpoint, _ ledger: Hash,
        signedBy key: some Signer
    ) throws -> [UInt8] {
        var header = Encoder()
        header.map {
            $0.field(COSE.algorithm, COSE.ed25519)
            $0.field(COSE.keyID, key.publicKey.id)
            $0.field(Label.claims) {
                $0.map {
                    $0.field(1, checkpoint.origin)
                    $0.field(2, ledger.description)
                }
            }
            $0.field(Label.dataStructure, Label.rfc9162SHA256)
        }
        var proof = Encoder()
        proof.array(3) {
            checkpoint.size.encode(to: &$0)
            position.encode(to: &$0)
            inclusion.encode(to: &$0)
        }
        let signature = try key.signature(
            over: signatureStructure(
                protectedHeader: header.bytes.rawSpan, payload: checkpoint.root.bytes.rawSpan))
        var receipt = Encoder()
        receipt.tag(COSE.sign1Tag)
        receipt.array(4) {
            $0.bytes(header.bytes)
            $0.map {
                $0.field(Label.proofs) {
                    $0.map {
                        $0.field(
                            key: { $0.negative(0) },
                            value: { $0.array(1) { $0.bytes(proof.bytes) } })
                    }
                }
            }
            $0.null()
            $0.bytes(signature)
        }
        return receipt.bytes
    }

    /// Header parameters (RFC 9942, section 7; RFC 9597), and the tree of RFC 9162 with SHA-256.
    private enum Label {
        static let claims: UInt64 = 15
        static let receipts: UInt64 = 394
        static let dataStructure: UInt64 = 395
        static let proofs: UInt64 = 396
        static let rfc9162SHA256: UInt64 = 1
    }
}
