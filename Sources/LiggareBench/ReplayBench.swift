import Audit
import Coordinates
import Crypto
import Dispatch
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import Synchronization

/// Deriving everything again: with every check, against what the signatures alone cost; and the
/// fold alone, against LMDB merely reading the entries.
func measureReplay(entries: Int, in place: String) throws -> [Figure] {
    let bench = try BenchLedger(at: place + "/replay")
    for run in 0..<entries { try bench.recordStatus(run) }
    let runs = 5
    return try bench.ledger.log.read { log in
        let events = try bench.audit()
            .eventCount
        let audits = try timedInTurn(
            runs,
            { _ in _ = try bench.audit() },
            { _ in try verifySignatures(Int(log.size.count)) })
        let folds = try timedInTurn(
            runs,
            { _ in
                var state = LedgerState()
                try forEachAct(
                    in: Position(1)..<log.size.end, of: log, passing: VoidEntries()
                ) { try state.evolve($0) }
            },
            { _ in
                var byteCount = 0
                try log.forEachRecord { byteCount += $1.byteCount }
            })
        return [
            Figure(
                "replay.verified.events", events, audits.ours,
                against: "Ed25519 verifications on all cores", Int(log.size.count), audits.peer),
            Figure(
                "replay.fold.events", events, folds.ours, against: "LMDB cursor scan",
                Int(log.size.count), folds.peer),
        ]
    }
}

/// As many verifications as there are entries, of messages as long as an entry.
private func verifySignatures(_ count: Int) throws {
    let key = Curve25519.Signing.PrivateKey()
    let message = [UInt8](repeating: 7, count: 250)
    let signature = try key.signature(for: message)
    let valid = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: (count + 31) / 32) { stripe in
        for _ in (stripe * 32)..<min(stripe * 32 + 32, count)
        where key.publicKey.isValidSignature(signature, for: message) {
            valid.add(1, ordering: .relaxed)
        }
    }
    precondition(valid.load(ordering: .relaxed) == count, "a signature just made holds")
}
