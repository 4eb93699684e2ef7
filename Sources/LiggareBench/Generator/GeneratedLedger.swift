import Coordinates
import EntryLog
import FoundationEssentials
import PlanLog
import TransparencyLog

/// Writes the acts of a plausible ledger into a log, each as a command of its own.
///
/// Many are committed at a time.
func generateLog(
    at path: String, events: Int, seed: UInt64 = 1, signedBy key: SigningKey = generatorKey
) throws -> Log {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    var acts = GeneratedActs(events: events, seed: seed)
    let log = try Log.found(
        at: path,
        Founding(
            name: "Generated", origin: "generated.example", timeZone: "Europe/Stockholm",
            founder: key.publicKey, checkpointKey: key.publicKey, isRehearsal: true),
        commandID: CommandID("founding")!, recordedAt: acts.recordedAt, signedBy: key)
    var head = try log.read { $0.head }
    var batches: [SealedBatch] = []
    while acts.eventCount < events {
        let recordedAt = acts.recordedAt
        let contents = acts.next().parts(contentByteLimit: SealedBatch.contentByteLimit)
            .map(\.content)
        let batch = try SealedBatch(
            contents, commandID: CommandID("generated-\(head.size)")!, on: head,
            recordedAt: recordedAt, signedBy: key)
        head = batch.after
        batches.append(batch)
        if batches.count == 20_000 {
            try log.append(batches)
            batches = []
        }
    }
    try log.append(batches)
    return log
}

/// The key that generated ledgers are signed with.
let generatorKey = SigningKey(seed: [UInt8](repeating: 1, count: 32))!
