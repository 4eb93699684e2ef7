import Audit
import Checkpoints
import Coordinates
import Crypto
import Dispatch
import EntryLog
import Extracts
import Registry
import TransparencyLog

/// The proof of any entry of a long log, in this process and by the command, under a checkpoint that
/// was signed before.
func measureProofs(
    entries: Int, _ runs: Int, of liggare: String, in place: String
) throws -> [Figure] {
    let bench = try BenchLedger(at: place + "/proofs")
    try bench.fill(to: entries)
    let positions = try randomPositions(runs, of: bench.ledger.log)
    let proofs = try timeProofs(
        of: positions, bench.ledger.log, bench.ledger.checkpoints, bench.checkpointKey)
    let ledger = ["--ledger", place + "/proofs"]
    let commands = try timedInTurn(
        min(runs, 50),
        { try run(liggare, ["prove", "\(positions[$0])"] + ledger) },
        { _ in try run("/bin/true", []) })
    return [
        Figure("prove.entry", proofs, aimMilliseconds: 1),
        Figure("cli.prove", commands.ours, aimMilliseconds: 20),
        try measureHashes(of: bench.ledger.log),
    ]
}

func randomPositions(_ count: Int, of log: Log) throws -> [Position] {
    var chance = Chance(seed: 11)
    let size = try log.read { $0.size.count }
    return (0..<count).map { _ in Position(.random(in: 0..<size, using: &chance)) }
}

/// How long proofs of entries in the whole log took, under a checkpoint that was signed before.
func timeProofs(
    of positions: [Position], _ log: Log, _ folder: CheckpointFolder, _ key: SigningKey
) throws -> [Duration] {
    let (checkpoint, note) = try folder.sign(log, with: key) { log, _ in log.head.root }
    return try log.read { log in
        try timed(positions.count) { run in
            _ = try log.proof(of: positions[run], in: checkpoint.size, note: note)
        }
    }
}

/// From bytes to root, the tiles compared on the way, against hashing each entry's bytes and no more;
/// both on all cores.
private func measureHashes(of log: Log) throws -> Figure {
    let size = try log.read { $0.size }
    let times = try timedInTurn(
        5,
        { _ in
            let report = try auditHashes(of: log)
            precondition(report.isVerified, "the log was not touched")
        },
        { _ in hashEntries(of: log, size) })
    return Figure(
        "audit.hash.entries", Int(size.count), times.ours,
        against: "SHA-256 of each entry on all cores", Int(size.count), times.peer)
}

private func hashEntries(of log: Log, _ size: TreeSize) {
    let stripes: UInt64 = 256
    let width = size.count / stripes + 1
    DispatchQueue.concurrentPerform(iterations: Int(stripes)) { stripe in
        let first = UInt64(stripe) * width
        guard first < size.count else { return }
        let last = Position(min(first + width, size.count) - 1)
        try? log.read { snapshot in
            try snapshot.forEachRecord(from: Position(first), upTo: last) {
                $1.withUnsafeBytes { bytes in
                    var hasher = SHA256()
                    hasher.update(bufferPointer: bytes)
                    _ = hasher.finalize()
                }
            }
        }
    }
}

extension BenchLedger {
    /// Appends entries, many as one command, until there are so many.
    fileprivate func fill(to count: Int) throws {
        while true {
            let size = Int(try ledger.log.read { $0.size.count })
            if size >= count { return }
            try appendSealed(times: min(count - size, 20_000))
        }
    }
}
