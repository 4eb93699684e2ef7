import Audit
import Checkpoints
import Coordinates
import Crypto
import Dispatch
import EntryLog
import FoundationEssentials
import Publication
import TransparencyLog

/// Proofs and hashes in a log of many entries; and a published one audited, and audited again.
func measureProofs(entries: Int, in place: String) throws -> [Figure] {
    let path = place + "/large"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let log = try LargeLog(at: path, entries: entries)
    return [try log.measureInclusion(), try log.measureHashes()]
}

/// A log of many entries as large as status reports. Nobody signs them: it is for what signatures do
/// not matter to.
private struct LargeLog {
    private let log: Log
    private let size: TreeSize

    init(at path: String, entries: Int) throws {
        let key = SigningKey()
        var generator = SystemRandomNumberGenerator()
        log = try Log.found(
            at: path,
            Founding(
                name: "Large", origin: "large.example", timeZone: "Europe/Stockholm",
                founder: key.publicKey, checkpointKey: key.publicKey, isRehearsal: false),
            commandID: CommandID.random(using: &generator),
            recordedAt: Timestamp(milliseconds: 0), signedBy: key)
        let nobody = Nobody(publicKey: key.publicKey)
        // A text that makes an entry of about 250 bytes.
        let content: [UInt8] = [0x78, 60] + Array(repeating: UInt8(ascii: "x"), count: 60)
        var head = try log.read { $0.head }
        while head.size.count < UInt64(entries) {
            let count = min(2000, entries - Int(head.size.count))
            let batch = try SealedBatch(
                Array(repeating: content, count: count),
                commandID: CommandID.random(using: &generator), on: head,
                recordedAt: head.recordedAt, signedBy: nobody)
            _ = try log.append(batch)
            head = try log.read { $0.head }
        }
        size = head.size
    }

    /// One proof of any entry, from opening a snapshot to the last hash.
    func measureInclusion() throws -> Figure {
        let clock = ContinuousClock()
        let times = try (0..<1000).map { _ in
            let position = Position(UInt64.random(in: 0..<size.count))
            return try clock.measure {
                let proof = try log.read {
                    try MerkleTree.proveInclusion(of: position, in: size, reading: $0)
                }
                precondition(!proof.isEmpty)
            }
        }
        return Figure("proof.inclusion", times, aimMilliseconds: 1)
    }

    /// From bytes to root, tiles compared on the way, against SHA-256 over the same bytes, one stream
    /// a core.
    func measureHashes() throws -> Figure {
        let times = try timedInTurn(
            5,
            { _ in
                let report = try auditHashes(of: log)
                precondition(report.isVerified)
            },
            { _ in try hashBytes() })
        return Figure(
            "audit.hash.entries", Int(size.count), times.ours,
            against: "SHA-256 of the same bytes on all cores", Int(size.count), times.peer)
    }

    private func hashBytes() throws {
        let stripes: UInt64 = 64
        DispatchQueue.concurrentPerform(iterations: Int(stripes)) { stripe in
            let width = size.count / stripes + 1
            let first = UInt64(stripe) * width
            let last = min(first + width, size.count)
            var hasher = SHA256()
            try? log.read { snapshot in
                try snapshot.forEachRecord(from: Position(first), upTo: Position(last - 1)) {
                    $1.withUnsafeBytes { hasher.update(bufferPointer: $0) }
                }
            }
            _ = hasher.finalize()
        }
    }
}

/// Signs with nothing.
private struct Nobody: Signer {
    let publicKey: PublicKey

    func signature(over message: [UInt8]) -> [UInt8] { Array(repeating: 0, count: 64) }
}
