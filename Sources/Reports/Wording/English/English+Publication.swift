import Answers
import Audit
import Checkpoints
import Coordinates
import Publication
import Registry
import TransparencyLog

extension English {
    func published(
        _ summary: Publication.Summary, in directory: String, key: VerificationKey, ledger: Hash
    ) -> String {
        let files =
            summary.fileCount == 0
            ? "Nothing new to publish in \(directory)."
            : "Published \(count(Int(summary.size.count), "entry", "entries")) in \(directory): "
                + "\(count(summary.fileCount, "new file")), \(count(summary.byteCount, "byte"))."
        return """
            \(files)
              Auditors need the address of these files, and from somebody else than the server:
              key     \(key)
              ledger  \(ledger)
            """
    }

    func audit(_ report: PublishedReport, copy: String) -> [String] {
        var lines = [report.isVerified ? verified(report) : "NOT VERIFIED."]
        if let size = report.size, let root = report.root {
            lines.append("  size \(size), root \(base64(root))")
        }
        if let ledger = report.ledger {
            lines.append("  ledger \(ledger)")
            if report.isVerified {
                lines.append("  The copy is in \(copy): ask it with --ledger.")
            }
        }
        lines.append(
            "  Read \(count(report.fileCount, "file")), \(count(report.byteCount, "byte")).")
        if report.annexCount > 0 {
            lines.append(
                "  \(count(report.annexCount, "annex", "annexes")) named and not published: "
                    + "not checked.")
        }
        if let size = report.size, report.isVerified {
            lines += times(report.sightings, of: size)
        }
        return lines
    }

    private func verified(_ report: PublishedReport) -> String {
        let entries = count(report.entryCount, "entry", "entries")
        let events = count(report.eventCount, "event")
        if report.before.count == 0 { return "Verified: \(entries), \(events)." }
        let before = "the \(report.before.count) that were audited before"
        return report.entryCount == 0
            ? "Verified: nothing new after \(before)."
            : "Verified: \(entries), \(events) after \(before), which are as they were."
    }

    /// What bounds the recorded times, and where nothing does.
    func times(_ sightings: Sightings, of size: TreeSize) -> [String] {
        if sightings.all.isEmpty {
            return [
                "  Recorded times: all rest on the ledger's own clock; no known witness saw it."
            ]
        }
        return sightings.runs(of: size).map { run in
            let last = run.upperBound.index - 1
            let entries =
                run.lowerBound.index == last
                ? "entry \(last)" : "entries \(run.lowerBound) to \(last)"
            let seen = sightings.earliest(with: run.lowerBound).map {
                "existed by \($0.time.rfc3339), says \($0.witness)"
            }
            let unseen = sightings.latest(without: run.lowerBound).map {
                "not shown to \($0.witness) at \($0.time.rfc3339)"
            }
            let bounds = [unseen, seen ?? "otherwise on the ledger's own clock"]
            return "  Recorded times: \(entries): "
                + bounds.compactMap(\.self).joined(separator: "; ")
        }
    }

    func copy(_ error: CopyIsNotRecordedIn) -> String {
        switch error.kind {
        case .published:
            "\(error.path) is an auditor's copy of a published ledger, which nothing is recorded in. "
                + "Record in the ledger itself."
        case .backup:
            "\(error.path) is a backup, which nothing is recorded in. Make a ledger of it with "
                + "liggare restore."
        }
    }

    func otherPublication(_ error: OtherPublication) -> String {
        guard let published = error.published else {
            return "\(error.path) holds a ledger, or what another has published. "
                + "Choose another directory."
        }
        return
            "\(error.path) has \(published.size) published entries that this ledger does not begin "
            + "with. Find out which history is true before you publish."
    }

    func unverified(_ error: UnverifiedCopy) -> String {
        "the copy has entries beyond the first \(error.verified) that did not verify. "
            + "Run audit --from again, or for a backup, backup --anew, and see what it finds."
    }

    func notACopy(_ error: NotACopy) -> String {
        "\(error.path) is not a copy of this ledger, and was left as it is. "
            + "Choose an empty or a new folder."
    }

    func contradicted(_ error: ContradictedCheckpoint) -> String {
        "the ledger signed two checkpoints of \(error.size) entries, which contradict each other. "
            + "Keep both: they prove that it showed two histories."
    }

    func nothingPublished(_ error: NothingPublished) -> String {
        "there is no published ledger at \(visible(error.place)). Check the directory or address."
    }

    func refusedByServer(_ error: RefusedByServer) -> String {
        "the server answered \(error.status) for \(error.url). Try again later, or check the address."
    }
}
