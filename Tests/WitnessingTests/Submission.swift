import Coordinates
import EntryLog
import LogSupport
import TestSupport
import TransparencyLog
import Witnessing

extension LogBench {
    /// What the log asks of a witness that cosigned it at a size: to cosign it at another, by
    /// default as it stands.
    func submission(
        from old: UInt64, to size: UInt64? = nil, signedBy key: SigningKey = .checkpoints
    ) throws -> [UInt8] {
        try log.read { log in
            let size = size.map { TreeSize($0) } ?? log.size
            let checkpoint = Checkpoint(
                origin: self.log.founding.origin, size: size, root: try log.root(of: size))
            let proof = try MerkleTree.proveConsistency(
                from: TreeSize(old), to: size, reading: log)
            return try WitnessRequest(
                old: TreeSize(old), proof: proof, note: try checkpoint.signed(with: key)
            ).bytes
        }
    }
}

extension WitnessMemory {
    /// The witness of the example log, with its memory in a directory.
    init(in directory: TemporaryDirectory, key: SigningKey = .founder) throws {
        let log = VerificationKey(
            named: Founding.example().origin, type: .ed25519, of: SigningKey.checkpoints)
        try self.init(
            Witness(
                name: "vittne.example", signer: key, logs: Witness.Log.logs(of: [log])),
            folder: directory.path + "/checkpoints")
    }
}
