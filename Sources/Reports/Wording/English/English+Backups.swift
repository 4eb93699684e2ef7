import Answers
import Audit
import Backups
import Checkpoints
import Coordinates
import EntryLog
import Files
import Handlingsplan
import TransparencyLog

// Backups, what is made of them, and what was seen of a ledger before.

extension English {
    func backup(_ report: BackupReport) -> [String] {
        let held =
            "\(visible(report.path)) holds the ledger \"\(visible(report.founding.name))\" as it was on "
            + "\(report.recordedAt.rfc3339), size \(report.size), root \(base64(report.root))"
        return [
            report.isSound ? "The backup in \(held)." : "NOT VERIFIED. The backup in \(held).",
            "  " + added(report),
            "  With \(count(report.annexCount, "annex", "annexes")) and "
                + "\(count(report.checkpointCount, "checkpoint"))"
                + (report.olderSizes.isEmpty
                    ? "." : "; earlier states: \(list(report.olderSizes)) (older/)."),
            "  No private key is in it. Keep copies elsewhere of the ledger's own, "
                + "\(report.founding.verificationKey),",
            "  and of those who record: "
                + report.writers.map { writer, right in
                    writer.idText + (right.holder.map { " (\(visible($0)))" } ?? "")
                }.joined(separator: ", ") + ".",
        ]
    }

    private func added(_ report: BackupReport) -> String {
        let before = report.before?.count ?? 0
        let new = count(Int(report.size.count - before), "entry", "entries")
        let verified =
            report.verifiedBefore.count == 0
            ? "All was verified."
            : "What is after entry \(report.verifiedBefore.count - 1) was verified."
        if before == 0 { return "\(new) copied. \(verified)" }
        if report.size.count > before { return "\(new) added to \(before). \(verified)" }
        return report.verifiedBefore < report.size
            ? "Nothing new after \(before). \(verified)" : "Nothing new after \(before)."
    }

    private func list(_ sizes: [TreeSize]) -> String {
        sizes.map { "\($0)" }.joined(separator: ", ")
    }

    var noBackups: String { "It is not known here that the ledger was ever backed up." }

    func unrememberedBackup(_ failure: FileFailure) -> String {
        "where the backup is could not be noted in the ledger (\(visible(failure.path)): "
            + "\(cause(failure.errno)))."
    }

    func damaged(_ error: DamagedBackup) -> String {
        "\(visible(error.path))/log/data.mdb is damaged at \(error.detail). Nothing was changed. Keep it as "
            + "it is, and use another backup, or one of those in older/ there."
    }

    func notAnExtension(_ error: NotAnExtension) -> String {
        error.size < error.copied
            ? "the backup has \(error.copied) entries, and the ledger \(error.size): it lost some, or is an "
                + "old copy. Find out what happened, and keep the backup as it is."
            : "the ledger does not begin with the \(error.copied) entries of the backup: it is another "
                + "history. Find out which is true, and back up to another place."
    }

    func restored(
        _ report: RestorationReport, from place: String, in directory: String
    ) -> [String] {
        var lines = [
            (report.isSound ? "" : "NOT VERIFIED. ")
                + "Restored the ledger \"\(visible(report.founding.name))\" in \(visible(directory)), as it was "
                + "on \(report.head.recordedAt.rfc3339), size \(report.head.size), "
                + "root \(base64(report.head.root)).",
            "  ledger \(report.ledger)",
        ]
        if report.leftOut > 0 {
            lines.append(
                "  \(count(Int(report.leftOut), "entry", "entries")) of the backup left out. What was sent "
                    + "out of them, others still have.")
        }
        if !report.checkpointsLeftOut.isEmpty {
            lines.append(
                "  Checkpoints were signed over them (\(list(report.checkpointsLeftOut))): whoever knows "
                    + "one will find that the ledger went back.")
        }
        return lines + [
            "  Put the private keys back from where you keep them, and let others in with share.",
            "  Whoever saw the ledger longer accepts it once: liggare seen accept --reason TEXT.",
        ]
    }

    func nested(_ error: NestedPlace) -> String {
        "\(visible(error.path)) and \(visible(error.other)) lie in one another, or are the same: what takes "
            + "one takes both. Choose another place, on another disk."
    }

    func withinCommand(_ error: WithinCommand) -> String {
        let (first, last) = (error.positions.lowerBound.index, error.positions.upperBound.index - 1)
        return
            "entries \(first) to \(last) are one command, which is recorded whole. Name position "
            + "\(first - 1) or \(last)."
    }

    func noBackup(_ error: NoBackup) -> String {
        "there is no backup in \(visible(error.path)). Check the place."
    }

    func notEmpty(_ error: NotEmpty) -> String {
        "\(visible(error.path)) is not empty, and was left as it is. Name a new directory."
    }

    func shorter(_ error: ShorterBackup) -> String {
        "\(visible(error.path)) ends at position \(error.size.count - 1): there is no "
            + "\(error.wanted.count - 1) in it. Name an earlier position, or another backup."
    }

    func seen(_ output: SeenOutput) -> [String] {
        let now = "The ledger has size \(output.now.size), root \(base64(output.now.root))."
        guard let seen = output.seen else { return ["You have not seen this ledger before.", now] }
        var lines: [String] = []
        if let before = output.before {
            lines.append("Accepted, in place of size \(before.size), root \(base64(before.root)).")
        } else {
            lines.append("You saw it last with size \(seen.size), root \(base64(seen.root)).")
        }
        return lines + [now] + seen.extensions.map { "  \(visible($0))" }
    }
}
