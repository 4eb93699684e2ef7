package import Coordinates

/// That a log holds an entry, in one text that is checked offline: C2SP tlog-proof.
///
/// # Format
///
///     c2sp.org/tlog-proof@v1
///     extra <base64>              (may be left out)
///     index <position>
///     <base64 of a hash>          (the inclusion proof, lowest first, one a line)
///
///     <the signed note of a checkpoint>
///
/// To believe it takes the entry, the log's key and the keys of witnesses, and that they all hold:
/// ``Checkpoint/init(_:signedBy:)``, ``SignedNote/cosignatures(by:)`` and ``includes(_:in:)``.
package struct LogProof: Equatable, Sendable {
    /// A proof in a tree of any size has no more.
    package static let maximumHashCount = 64

    /// Nobody's word: no signature covers it.
    package let extra: [UInt8]?
    package let position: Position
    package let inclusion: [Hash]
    package let note: SignedNote

    /// - Precondition: there are at most 64 hashes, and the note is signed.
    package init(
        extra: [UInt8]? = nil, position: Position, inclusion: [Hash], note: SignedNote
    ) {
        precondition(inclusion.count <= LogProof.maximumHashCount, "no proof is so long")
        precondition(!note.signatures.isEmpty, "the note is not signed")
        self.extra = extra
        self.position = position
        self.inclusion = inclusion
        self.note = note
    }

    /// Whether the proof shows the entry with the hash `leaf` in the tree of `checkpoint`, which is
    /// that of ``note`` once its signatures are checked.
    package func includes(_ leaf: Hash, in checkpoint: Checkpoint) -> Bool {
        MerkleTree.checkInclusion(
            of: leaf, at: position, in: checkpoint.size, root: checkpoint.root, proof: inclusion)
    }
}

// MARK: - The bytes

extension LogProof: CustomStringConvertible {
    package var description: String {
        let lines =
            [MalformedNote.Line.proofHeader.rawValue]
            + (extra.map { ["extra \($0.base64)"] } ?? [])
            + ["index \(position.index)"] + inclusion.map(\.base64) + [""]
        return lines.map { "\($0)\n" }.joined() + note.description
    }

    package var bytes: [UInt8] { Array(description.utf8) }

    /// Whether a file claims to be a proof.
    package static func isOpened(by bytes: [UInt8]) -> Bool {
        bytes.starts(with: "\(MalformedNote.Line.proofHeader.rawValue)\n".utf8)
    }

    /// Reads what ``bytes`` gives, and nothing else. The note's text is a checkpoint's; no signature
    /// is checked.
    package init(_ bytes: [UInt8]) throws(MalformedNote) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        var lines = LineReader(text)
        try lines.next(.proofHeader) {
            $0.isSpelled(like: MalformedNote.Line.proofHeader.rawValue) ? () : nil
        }
        if lines.rest.starts(with: "extra ".utf8) {
            extra = try lines.next(.extra) { $0.after("extra").flatMap { [UInt8](base64: $0) } }
        } else {
            extra = nil
        }
        position = try lines.next(.index) {
            $0.after("index").flatMap { UInt64(decimal: $0) }.map(Position.init)
        }
        inclusion = try lines.hashes(atMost: LogProof.maximumHashCount)
        note = try lines.note()
        _ = try Checkpoint(text: note.text)
    }
}
