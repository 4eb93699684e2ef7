package import Failures
package import Files
package import TransparencyLog

/// A witness, and what it remembers: for each log, the checkpoint that it cosigned last.
///
/// A folder with a file for each log, named by the SHA-256 of its origin: the checkpoint's note with
/// the log's signature and the witness's own cosignature, as monitors get it.
///
/// The promise of a witness is its memory. Whoever takes a file away, or puts an older folder back,
/// makes it forget: then it would cosign a second history of a log. So the folder is not to be
/// restored from a backup; a witness that has lost it is to begin anew with another key.
package struct WitnessMemory: Sendable {
    package let witness: Witness
    private let folder: String

    /// - Parameter folder: is made where there is none.
    package init(_ witness: Witness, folder: String) throws(FileFailure) {
        try Folder.make(folder, for: .owner)
        self.witness = witness
        self.folder = folder
    }

    /// Answers a request to add a checkpoint; what is cosigned is remembered, durable on return.
    ///
    /// Between the look at what was cosigned last and the write no other request is answered, by
    /// this process or another: else an older checkpoint could take the place of a newer one.
    /// - Throws: `UnsoundMemory`; `FileFailure`; what signing throws. Nothing is cosigned then.
    package func answer(_ body: [UInt8], at posixSeconds: Int64) throws -> WitnessAnswer {
        try Folder.withLock(on: folder) {
            let answer = try witness.answer(body, at: posixSeconds, latest: latest)
            if case .cosigned(let cosigned) = answer {
                try WholeFile.write(
                    cosigned.note.bytes, to: path(ofOrigin: cosigned.checkpoint.origin))
            }
            return answer
        }
    }

    /// What monitors get of a log: the note that was cosigned last; nil for none.
    package func note(ofOriginHash hash: String) throws -> SignedNote? {
        let log = witness.logs.first { Witness.hash(ofOrigin: $0.origin) == hash }
        return try log.flatMap(cosigned)?.note
    }

    private func latest(of log: Witness.Log) throws -> Checkpoint? {
        try cosigned(of: log)?.checkpoint
    }

    private func cosigned(
        of log: Witness.Log
    ) throws -> (checkpoint: Checkpoint, note: SignedNote)? {
        let path = path(ofOrigin: log.origin)
        let bytes = try WholeFile.read(path, byteLimit: SignedNote.maximumByteCount)
        guard let bytes else { return nil }
        guard let note = try? SignedNote(bytes),
            let cosignatures = try? note.cosignatures(by: [witness.key]), !cosignatures.isEmpty,
            let checkpoint = try? Checkpoint(text: note.text),
            checkpoint.origin.utf8.elementsEqual(log.origin.utf8)
        else { throw UnsoundMemory(path: path) }
        return (checkpoint, note)
    }

    private func path(ofOrigin origin: String) -> String {
        "\(folder)/\(Witness.hash(ofOrigin: origin))"
    }
}

/// A file that is not what this witness, with this name and key, cosigned of its log.
package struct UnsoundMemory: Error, Hashable, Sendable {
    package let path: String

    package init(path: String) { self.path = path }
}

extension UnsoundMemory: Failing {
    package var failureKind: FailureKind { .storage("unsound-memory") }
}
