package import Coordinates

/// What a log commits to at one size: C2SP tlog-checkpoint, "Note text".
///
/// # Format
///
/// Lines, each ended by a newline and none empty: the origin, which names the log; the size in
/// decimal; the root in base64; then any number of extension lines. For example:
///
///     example.com/behind-the-sofa
///     20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
package struct Checkpoint: Equatable, Sendable {
    package let origin: String
    package let size: TreeSize
    package let root: Hash
    /// Lines that say what they will, without their newlines. We write none.
    package let extensions: [String]

    /// - Precondition: `origin` and `extensions` are lines that a note can have, none empty.
    package init(origin: String, size: TreeSize, root: Hash, extensions: [String] = []) {
        precondition(
            ([origin] + extensions).allSatisfy { !$0.isEmpty && !$0.utf8.contains(0x0a) },
            "not the lines of a checkpoint")
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    package var text: String {
        ([origin, "\(size.count)", root.base64] + extensions).map { "\($0)\n" }.joined()
    }

    /// Reads a note's text, signed or not.
    package init(text: String) throws(MalformedNote) {
        var lines = LineReader(text)
        origin = try lines.next(.origin) { $0.isEmpty ? nil : $0 }
        size = try lines.next(.size) { UInt64(decimal: $0).map(TreeSize.init) }
        root = try lines.next(.hash) { Hash(base64: $0) }
        var extensions: [String] = []
        while !lines.rest.isEmpty {
            extensions.append(try lines.next(.extensionLine) { $0.isEmpty ? nil : $0 })
        }
        self.extensions = extensions
    }
}

extension Checkpoint {
    /// The checkpoint in a note that `log` signed; its origin is the key's name.
    package init(_ note: SignedNote, signedBy log: VerificationKey) throws(NoteError) {
        try note.check(signedByAnyOf: [log])
        do { try self.init(text: note.text) } catch { throw .malformed(error) }
        guard origin.isSpelled(like: log.name) else { throw .otherOrigin(origin) }
    }

    /// The same from the note's bytes, such as a log serves them.
    package init(_ bytes: [UInt8], signedBy log: VerificationKey) throws(NoteError) {
        self = try Checkpoint.opened(bytes, signedBy: log).0
    }

    /// The same, with the note.
    package static func opened(
        _ bytes: [UInt8], signedBy log: VerificationKey
    ) throws(NoteError) -> (Checkpoint, SignedNote) {
        let note: SignedNote
        do { note = try SignedNote(bytes) } catch { throw .malformed(error) }
        return (try Checkpoint(note, signedBy: log), note)
    }

    /// The note of this checkpoint with the log's own signature, under its origin.
    ///
    /// - Precondition: the origin can name a key.
    package func signed(with signer: any Signer) throws -> SignedNote {
        SignedNote(
            text: text, signatures: [try .sign(text, as: origin, with: signer)])
    }
}
