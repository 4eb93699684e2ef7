import Answers
import Audit
package import Backups
import Checkpoints
package import Coordinates
import EntryLog
import Handlingsplan
import Tables
import TransparencyLog

/// What a backup holds; also what is kept there as its attestation.
package struct BackupOutput: Output {
    package let report: BackupReport
    package let madeAt: Timestamp
    package let duration: Duration

    package init(_ report: BackupReport, madeAt: Timestamp, duration: Duration) {
        (self.report, self.madeAt, self.duration) = (report, madeAt, duration)
    }

    package var isRehearsal: Bool { report.founding.isRehearsal }

    package func text(in words: any Wording) -> String {
        (words.backup(report) + words.findings(report.findings)).joined(separator: "\n")
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            ledger: report.ledger.description, place: report.path, size: report.size.count,
            root: base64(report.root), recordedAt: report.recordedAt.rfc3339,
            before: report.before?.count ?? 0, verifiedBefore: report.verifiedBefore.count,
            annexes: report.annexCount, checkpoints: report.checkpointCount,
            older: report.olderSizes.map(\.count), madeAt: madeAt.rfc3339,
            seconds: duration / .seconds(1), program: programVersion,
            sound: report.isSound, rehearsal: isRehearsal,
            keysNotHeld: KeysNotHeld(report),
            findings: report.findings.map { FindingContent($0, in: words) })
    }

    private struct Content: Encodable {
        let ledger, place: String
        let size: UInt64
        let root, recordedAt: String
        let before, verifiedBefore: UInt64
        let annexes, checkpoints: Int
        let older: [UInt64]
        let madeAt: String
        let seconds: Double
        let program: String
        let sound, rehearsal: Bool
        let keysNotHeld: KeysNotHeld
        let findings: [FindingContent]
    }
}

/// The keys that sign, which no backup holds.
private struct KeysNotHeld: Encodable {
    /// The verification key to the ledger's own.
    let checkpoint: String
    let writers: [Key]

    struct Key: Encodable {
        let keyID: String
        let role: String
        let holder: String?
    }

    init(_ report: BackupReport) {
        checkpoint = report.founding.verificationKey.description
        writers = report.writers.map { writer, right in
            Key(
                keyID: writer.idText, role: right.role == .steward ? "steward" : "registrar",
                holder: right.holder)
        }
    }
}

/// Where a ledger was backed up to.
package struct BackupsOutput: TabularOutput {
    package let backups: [BackupMemory.Remembered]
    package let isRehearsal: Bool

    package init(backups: [BackupMemory.Remembered], isRehearsal: Bool) {
        self.backups = backups
        self.isRehearsal = isRehearsal
    }

    package func blocks(in words: any Wording) -> [Block] {
        var table = Table([
            .init(words.heading(.when)), .init(words.heading(.size), isNumber: true),
            .init(words.heading(.place), rank: 0),
        ])
        for backup in backups {
            table.add([
                .time(backup.time), .number(backup.size.count),
                .text(visible(backup.place)),
            ])
        }
        return [.list(table, ifEmpty: words.noBackups)]
    }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            rehearsal: isRehearsal,
            backups: backups.map {
                Backup(
                    place: $0.place, time: $0.time.rfc3339, size: $0.size.count,
                    root: base64($0.root))
            })
    }

    private struct Content: Encodable {
        let rehearsal: Bool
        let backups: [Backup]
    }

    private struct Backup: Encodable {
        let place, time: String
        let size: UInt64
        let root: String
    }
}
