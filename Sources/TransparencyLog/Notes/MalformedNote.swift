package import Failures

/// Why bytes are not the signed note, or the checkpoint, proof or request with a note in it, that
/// they were read as.
package enum MalformedNote: Error, Equatable, Sendable {
    case tooLong(byteCount: Int)
    case notUTF8
    /// An ASCII control character other than the newline.
    case controlCharacter(UInt8)
    /// No empty line parts a text from signatures.
    case noSignatures
    case tooManySignatures
    case tooManyHashes(limit: Int)
    /// The last line has no newline.
    case unendedLine
    /// A line is not what should stand there; nil if the text ends before it.
    case unexpected(line: String?, expected: Line)

    /// What a line can be asked to be.
    package enum Line: String, Sendable {
        case signature = "a signature line"
        case origin = "an origin"
        case size = "a tree size in decimal"
        case hash = "a hash in base64"
        case extensionLine = "an extension line"
        case proofHeader = "c2sp.org/tlog-proof@v1"
        case extra = "extra data in base64"
        case index = "the index of an entry"
        case oldSize = "an old tree size"
    }
}

extension MalformedNote: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLong(let byteCount):
            "\(byteCount) bytes are more than the \(SignedNote.maximumByteCount) of a note"
        case .notUTF8: "not UTF-8"
        case .controlCharacter(let byte): "control character \(byte)"
        case .noSignatures: "no empty line with signatures after it"
        case .tooManySignatures: "more than \(SignedNote.maximumSignatureCount) signatures"
        case .tooManyHashes(let limit): "more than \(limit) hashes"
        case .unendedLine: "the last line does not end in a newline"
        case .unexpected(nil, let expected): "\(expected.rawValue) is missing"
        case .unexpected(let line?, let expected):
            "not \(expected.rawValue): \"\(line.prefix(80))\""
        }
    }
}

extension MalformedNote: Failing {
    package var failureKind: FailureKind { .refused("malformed-note") }
}
