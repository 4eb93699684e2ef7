package import Coordinates

/// What a log asks of a witness: to cosign a checkpoint that continues the one it cosigned last.
/// C2SP tlog-witness, "add-checkpoint".
///
/// # Format
///
///     old <size of the checkpoint that the witness cosigned last>
///     <base64 of a hash>          (the consistency proof from there, lowest first, one a line)
///
///     <the signed note of the new checkpoint>
package struct WitnessRequest: Equatable, Sendable {
    package static let maximumHashCount = 63

    package let old: TreeSize
    package let proof: [Hash]
    package let note: SignedNote
    /// What `note` says. Its signatures are not checked yet.
    package let checkpoint: Checkpoint

    /// - Throws: if there are more than 63 hashes, or the note's text is not a checkpoint's.
    package init(old: TreeSize, proof: [Hash], note: SignedNote) throws(MalformedNote) {
        guard proof.count <= WitnessRequest.maximumHashCount else {
            throw .tooManyHashes(limit: WitnessRequest.maximumHashCount)
        }
        self.old = old
        self.proof = proof
        self.note = note
        checkpoint = try Checkpoint(text: note.text)
    }
}

// MARK: - The bytes

extension WitnessRequest: CustomStringConvertible {
    package var description: String {
        let lines = ["old \(old.count)"] + proof.map(\.base64) + [""]
        return lines.map { "\($0)\n" }.joined() + note.description
    }

    package var bytes: [UInt8] { Array(description.utf8) }

    /// Reads what ``bytes`` gives, and nothing else.
    package init(_ bytes: [UInt8]) throws(MalformedNote) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        var lines = LineReader(text)
        let old = try lines.next(.oldSize) {
            $0.after("old").flatMap { UInt64(decimal: $0) }.map(TreeSize.init)
        }
        let proof = try lines.hashes(atMost: WitnessRequest.maximumHashCount)
        try self.init(old: old, proof: proof, note: try lines.note())
    }
}
