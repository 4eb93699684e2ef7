/// A text and the signatures under it: C2SP signed-note.
///
/// # Format
///
/// UTF-8 without control characters other than the newline: the text, which ends in a newline; an
/// empty line, the last that there is; then signature lines, at least one. For example:
///
///     This is an example message.
///
///     — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
///
/// Until ``signatures(by:)`` has found a trusted key, the text is anybody's.
package struct SignedNote: Equatable, Sendable {
    /// A larger note is refused unread.
    package static let maximumByteCount = 1_000_000
    /// A note with more is refused. C2SP asks to take at least 16.
    package static let maximumSignatureCount = 100

    /// With the newline that ends it.
    package let text: String
    package let signatures: [NoteSignature]

    /// - Precondition: `text` ends in a newline and has no other control character.
    package init(text: String, signatures: [NoteSignature]) {
        precondition(SignedNote.isText(text), "not the text of a note: \(text)")
        self.text = text
        self.signatures = signatures
    }

    /// The same note with more signatures under it; those that it has already are left out.
    package func adding(_ more: [NoteSignature]) -> SignedNote {
        let new = more.filter { !signatures.contains($0) }
        return SignedNote(text: text, signatures: signatures + new)
    }

    static func isText(_ text: String) -> Bool {
        text.utf8.last == UInt8(ascii: "\n") && !text.utf8.contains(where: \.isForbiddenInNotes)
    }
}

extension UInt8 {
    fileprivate var isForbiddenInNotes: Bool { self < 0x20 && self != UInt8(ascii: "\n") }
}

// MARK: - The bytes

extension SignedNote: CustomStringConvertible {
    package var description: String {
        "\(text)\n" + signatures.map { "\($0)\n" }.joined()
    }

    package var bytes: [UInt8] { Array(description.utf8) }

    package init(_ string: String) throws(MalformedNote) { try self.init(Array(string.utf8)) }

    package init(_ bytes: [UInt8]) throws(MalformedNote) {
        guard bytes.count <= SignedNote.maximumByteCount else {
            throw .tooLong(byteCount: bytes.count)
        }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        if let byte = bytes.first(where: \.isForbiddenInNotes) { throw .controlCharacter(byte) }
        guard bytes.last == UInt8(ascii: "\n") else { throw .unendedLine }
        guard let split = bytes.lastEmptyLine, split + 1 < bytes.count else { throw .noSignatures }

        text = String(decoding: bytes[..<split], as: UTF8.self)
        var lines = LineReader(String(decoding: bytes[(split + 1)...], as: UTF8.self))
        signatures = try lines.signatures()
    }
}

extension LineReader {
    /// All that is left, as signature lines; at most as many as a note can have.
    mutating func signatures() throws(MalformedNote) -> [NoteSignature] {
        var signatures: [NoteSignature] = []
        while !rest.isEmpty {
            guard signatures.count < SignedNote.maximumSignatureCount else {
                throw .tooManySignatures
            }
            signatures.append(try next(.signature) { NoteSignature(line: $0) })
        }
        return signatures
    }
}

extension [UInt8] {
    /// Where the last newline stands that follows another.
    fileprivate var lastEmptyLine: Int? {
        indices.dropFirst().last { self[$0] == 0x0a && self[$0 - 1] == 0x0a }
    }
}
