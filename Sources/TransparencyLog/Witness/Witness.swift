internal import Coordinates

/// Whoever confirms that logs only grow: C2SP tlog-witness, "add-checkpoint".
///
/// It decides, and keeps nothing. Whoever calls it reads the checkpoint cosigned last, asks for an
/// answer and stores what the answer says in one transaction, and sends the answer when that is
/// durable: else two requests at a time could take the log back.
package struct Witness: Sendable {
    /// A log that is witnessed, and the keys that its checkpoints may be signed with.
    package struct Log: Sendable {
        package let origin: String
        package let keys: [VerificationKey]

        package init(origin: String, keys: [VerificationKey]) {
            self.origin = origin
            self.keys = keys
        }
    }

    package let key: VerificationKey
    package let logs: [Log]
    private let signer: any Signer

    /// - Precondition: `name` can name a key.
    package init(name: String, signer: any Signer, logs: [Log]) {
        key = VerificationKey(named: name, type: .cosignature, of: signer)
        self.logs = logs
        self.signer = signer
    }

    /// The answer to a request with this `body`. `latest` gives the checkpoint of an origin that was
    /// cosigned last, nil if there is none; it is asked once a trusted signature is found.
    ///
    /// - Precondition: `posixSeconds` is above 0.
    /// - Throws: what `latest` and the signer throw.
    package func answer(
        _ body: [UInt8], at posixSeconds: Int64, latest: (Log) throws -> Checkpoint?
    ) throws -> WitnessAnswer {
        let request: WitnessRequest
        do { request = try WitnessRequest(body) } catch { return .malformed(error) }
        let checkpoint = request.checkpoint
        guard let log = logs.first(where: { $0.origin.isSpelled(like: checkpoint.origin) }) else {
            return .unknownLog(origin: checkpoint.origin)
        }

        let logSignatures: [NoteSignature]
        do {
            logSignatures = try request.note.signatures(by: log.keys).map(\.signature)
            if logSignatures.isEmpty { return .untrusted(.unsigned) }
        } catch {
            return .untrusted(error)
        }

        guard request.old <= checkpoint.size else {
            return .shrunken(from: request.old, to: checkpoint.size)
        }
        let latest = try latest(log)
        let known = latest?.size ?? TreeSize(0)
        guard request.old == known else { return .conflict(latest: known) }
        // This also holds the empty tree to its root, and equal sizes to equal ones.
        guard
            MerkleTree.checkConsistency(
                from: known, oldRoot: latest?.root ?? .emptyTree, to: checkpoint.size,
                newRoot: checkpoint.root, proof: request.proof)
        else { return .inconsistent }

        let cosignature = try NoteSignature.cosign(
            request.note.text, at: posixSeconds, as: key.name, with: signer)
        return .cosigned(
            CosignedCheckpoint(
                checkpoint: checkpoint, cosignature: cosignature,
                note: SignedNote(
                    text: request.note.text, signatures: logSignatures + [cosignature])))
    }
}
