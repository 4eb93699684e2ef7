package import Coordinates

/// What a witness says to a request, as an HTTP status and body: C2SP tlog-witness.
package enum WitnessAnswer: Equatable, Sendable {
    case cosigned(CosignedCheckpoint)
    case malformed(MalformedNote)
    /// The old size is above the checkpoint's.
    case shrunken(from: TreeSize, to: TreeSize)
    /// No trusted key of the log signed the checkpoint, or the signature of one does not hold.
    case untrusted(NoteError)
    case unknownLog(origin: String)
    /// The old size is not that of the checkpoint cosigned last; this is.
    case conflict(latest: TreeSize)
    /// The checkpoint does not continue the one cosigned last, or it is not shown to.
    case inconsistent
}

/// What a witness cosigned, and is to remember of the log.
package struct CosignedCheckpoint: Equatable, Sendable {
    package let checkpoint: Checkpoint
    package let cosignature: NoteSignature
    /// The checkpoint with the log's signatures that were checked, and the cosignature; no others.
    package let note: SignedNote
}

extension WitnessAnswer {
    package var status: Int {
        switch self {
        case .cosigned: 200
        case .malformed, .shrunken: 400
        case .untrusted: 403
        case .unknownLog: 404
        case .conflict: 409
        case .inconsistent: 422
        }
    }

    package var contentType: String {
        switch self {
        case .conflict: "text/x.tlog.size"
        default: "text/plain; charset=utf-8"
        }
    }

    /// The lines to send; for a refusal that is no conflict, a sentence for a person.
    package var body: String {
        switch self {
        case .cosigned(let cosigned): "\(cosigned.cosignature)\n"
        case .conflict(let latest): "\(latest.count)\n"
        case .malformed(let reason): "malformed: \(reason)\n"
        case .shrunken(let old, let size): "the old size \(old) is above the new one, \(size)\n"
        case .untrusted(let reason): "\(reason)\n"
        case .unknownLog(let origin): "no log that is witnessed here: \(origin.prefix(80))\n"
        case .inconsistent: "not shown to continue the checkpoint that was cosigned last\n"
        }
    }
}

// MARK: - The log's side

extension WitnessAnswer {
    /// The size that the body of a conflict names, from which to ask again; nil if it names none.
    package static func latest(inConflict body: [UInt8]) -> TreeSize? {
        guard let text = String(validating: body, as: UTF8.self) else { return nil }
        var lines = LineReader(text)
        guard let size = lines.next().flatMap({ UInt64(decimal: $0) }), lines.rest.isEmpty else {
            return nil
        }
        return TreeSize(size)
    }
}

extension SignedNote {
    /// The cosignatures of this note by `witnesses` that the body of an answer brings, to be added
    /// to it; at most one for each, and none by others.
    ///
    /// - Throws: ``NoteError/malformed(_:)`` if the body is not signature lines, and
    ///   ``NoteError/badSignature(name:)`` if the cosignature of one of `witnesses` does not hold.
    package func cosignatures(
        inAnswer body: [UInt8], by witnesses: [VerificationKey]
    ) throws(NoteError) -> [Cosignature] {
        let lines: [NoteSignature]
        do throws(MalformedNote) {
            guard let body = String(validating: body, as: UTF8.self) else { throw .notUTF8 }
            var reader = LineReader(body)
            lines = try reader.signatures()
        } catch {
            throw .malformed(error)
        }
        return try SignedNote(text: text, signatures: lines).cosignatures(by: witnesses)
    }
}
