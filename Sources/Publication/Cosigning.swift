package import Coordinates
package import EntryLog
package import TransparencyLog
package import Web

/// A witness as a ledger knows it.
package struct KnownWitness {
    /// What `add-checkpoint` is asked below.
    package let url: String
    package let key: VerificationKey
    /// The size at which it cosigned the ledger last, as far as is known.
    package let latest: TreeSize

    package init(url: String, key: VerificationKey, latest: TreeSize) {
        self.url = url
        self.key = key
        self.latest = latest
    }
}

/// What came of asking a witness to cosign a checkpoint.
package enum CosigningOutcome {
    case cosigned(Cosignature)
    /// It was not asked again.
    case cosignedBefore(Cosignature)
    case unreachable(CurlError)
    /// It cosigned more of this log than there is.
    case ahead(TreeSize)
    case refused(status: Int, reason: String)
    /// It said that it cosigned, but not with the key that is expected.
    case unsigned
    case unsound(NoteError)

    package var cosignature: Cosignature? {
        switch self {
        case .cosigned(let cosignature), .cosignedBefore(let cosignature): cosignature
        default: nil
        }
    }
}

/// Asks witnesses to cosign a checkpoint: C2SP tlog-witness, the log's side.
package struct Cosigning {
    package let log: Log
    package let checkpoint: Checkpoint
    package let note: SignedNote

    package init(log: Log, checkpoint: Checkpoint, note: SignedNote) {
        self.log = log
        self.checkpoint = checkpoint
        self.note = note
    }

    /// - Throws: what reading the log throws. What goes wrong with the witness is an outcome.
    package func outcome(of witness: KnownWitness) throws -> CosigningOutcome {
        do {
            if let cosignature = try note.cosignatures(by: [witness.key]).first {
                return .cosignedBefore(cosignature)
            }
            var answer = try ask(witness.url, from: witness.latest)
            if answer.status == 409, let latest = WitnessAnswer.latest(inConflict: answer.body) {
                guard latest <= checkpoint.size else { return .ahead(latest) }
                answer = try ask(witness.url, from: latest)
            }
            guard answer.status == 200 else {
                return .refused(
                    status: answer.status, reason: String(decoding: answer.body, as: UTF8.self))
            }
            let found = try note.cosignatures(inAnswer: answer.body, by: [witness.key])
            return found.first.map { .cosigned($0) } ?? .unsigned
        } catch let error as CurlError {
            return .unreachable(error)
        } catch let error as NoteError {
            return .unsound(error)
        }
    }

    /// No snapshot of the log is held while the network is waited for: it would keep the pages that
    /// appends let go of from being used again.
    private func ask(
        _ url: String, from old: TreeSize
    ) throws -> (status: Int, body: [UInt8]) {
        let proof = try log.read {
            try MerkleTree.proveConsistency(from: old, to: checkpoint.size, reading: $0)
        }
        let request = try WitnessRequest(old: old, proof: proof, note: note)
        let prefix = url.hasSuffix("/") ? String(url.dropLast()) : url
        var limits = Curl.Limits()
        limits.byteCount = SignedNote.maximumByteCount
        return try Curl.post(request.bytes, to: prefix + "/add-checkpoint", limits: limits)
    }
}
