package import Checkpoints
import Coordinates
package import EntryLog
import Files
import Glibc
import Handlingsplan
import PlanLog
package import TransparencyLog

/// What an auditor knows of a ledger from elsewhere than the ledger: so its history cannot be
/// rewritten without that being found, however well everything in it fits together.
package struct OutsideKnowledge: Sendable {
    /// A checkpoint that was kept, and where.
    package struct Kept: Sendable {
        package let checkpoint: Checkpoint
        package let source: String

        package init(_ checkpoint: Checkpoint, from source: String) {
            self.checkpoint = checkpoint
            self.source = source
        }
    }

    package let ledger: Hash?
    package let kept: [Kept]
    /// The keys of witnesses whose cosignatures count.
    package let witnesses: [VerificationKey]

    package init(
        ledger: Hash? = nil, kept: [Kept] = [], witnesses: [VerificationKey] = []
    ) {
        self.ledger = ledger
        self.kept = kept
        self.witnesses = witnesses
    }
}

/// The checkpoints that a ledger signed, and what witnesses added to them.
struct SignedCheckpoints {
    private(set) var checkpoints: [Checkpoint] = []
    /// Those that are only listed: they were taken away.
    private(set) var removed: [Checkpoint] = []
    private(set) var sightings: [Sighting] = []
    private(set) var findings: [Finding] = []

    init(
        in folder: CheckpointFolder, of founding: Founding, by witnesses: [VerificationKey]
    ) throws {
        for size in try folder.sizes() {
            do {
                guard
                    let (checkpoint, note) = try folder.checkpoint(
                        of: size, signedBy: founding.verificationKey)
                else { continue }
                checkpoints.append(checkpoint)
                sightings += try checkpoint.sightings(in: note, by: witnesses)
            } catch let error as UnsoundCheckpoint {
                findings.append(Finding(.checkpointUnsound(size, "\(error.reason)")))
            } catch let error as NoteError {
                findings.append(Finding(.checkpointUnsound(size, "\(error)")))
            } catch let error as FileFailure where error.isNoFile || error.errno == EFBIG {
                findings.append(Finding(.checkpointUnsound(size, "it cannot be read")))
            }
        }
        do {
            let (removed, unlisted) = try folder.differencesFromIndex(
                of: founding.verificationKey)
            self.removed = removed
            findings += removed.map { Finding(.checkpointRemoved($0.size)) }
            findings += unlisted.map { Finding(.checkpointUnlisted($0)) }
        } catch is MalformedIndex {
            findings.append(Finding(.checkpointIndexMalformed))
        }
    }
}

/// Compares a log whose entries have been verified with the checkpoints that are kept of it.
/// - Throws: what reading throws.
package func findings(
    in checkpoints: CheckpointFolder, against log: Log
) throws -> [Finding] {
    let signed = try SignedCheckpoints(in: checkpoints, of: log.founding, by: [])
    // Without witnesses, no times are looked at.
    return try log.read {
        try compare(
            $0, of: log.id, with: signed, and: OutsideKnowledge(), by: LogStory()
        ).0
    }
}

/// Compares a log whose entries and tiles have been verified with checkpoints of it, with what else
/// is known of it, and its recorded times with when it was seen.
func compare(
    _ log: borrowing LogSnapshot, of ledger: Hash, with signed: SignedCheckpoints,
    and outside: OutsideKnowledge, by story: LogStory
) throws -> ([Finding], Sightings) {
    var findings = signed.findings
    if let expected = outside.ledger, expected != ledger {
        findings.append(Finding(.otherLedger(expected: expected), at: Position(0)))
    }
    let own = signed.checkpoints.map {
        OutsideKnowledge.Kept($0, from: "checkpoints/\($0.size)")
    }
    let listed = signed.removed.map { OutsideKnowledge.Kept($0, from: "checkpoints/index") }
    for kept in own + listed + outside.kept {
        let size = kept.checkpoint.size
        if size > log.size {
            findings.append(Finding(.shorter(than: size, kept.source), at: log.size.end))
        } else if try ifReadable({ try !log.holds(kept.checkpoint) }) ?? false {
            findings.append(Finding(.otherHistory(of: size, kept.source)))
        }
    }
    let sightings = Sightings(signed.sightings.filter { $0.size <= log.size })
    for sighting in sightings.all {
        let inTime = try ifReadable {
            try log.lastPosition(recordedBy: sighting.time, by: story)
        }
        guard let last = sighting.size.last, let inTime else { continue }
        let first = inTime?.treeSize.end ?? Position(0)
        if first <= last { findings.append(Finding(.recordedAfter(sighting), at: first)) }
    }
    return (findings, sightings)
}

/// Nil where an entry cannot be read, which has been found before.
func ifReadable<Answer>(_ ask: () throws -> Answer) throws -> Answer? {
    do {
        return try ask()
    } catch is EntryLogError {
        return nil
    }
}
