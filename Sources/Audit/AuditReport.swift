package import Annexes
package import Checkpoints
package import Coordinates
package import EntryLog
import Files
import Glibc
package import Handlingsplan
package import LMDB
import PlanLog
package import TransparencyLog
package import Views

/// What an audit of a whole ledger found.
package struct AuditReport: Hashable, Sendable {
    /// The size and root that the entries themselves give.
    package let size: TreeSize
    package let root: Hash
    package let entryCount: Int
    package let eventCount: Int
    /// How many annexes the entries name.
    package let annexCount: Int
    package let areAnnexesChecked: Bool
    /// What witnesses say of the recorded times.
    package fileprivate(set) var sightings = Sightings()
    /// In the order of their positions, then those without one.
    package fileprivate(set) var findings: [Finding]
    /// What the log says of itself.
    fileprivate var story = LogStory()

    /// The first entry that counts as recorded later than it is now.
    package fileprivate(set) var datedAhead: Position?

    /// The entries that have no effect.
    package var voids: VoidEntries { story.voids }

    package var isVerified: Bool { findings.isEmpty }
}

/// Derives everything in a ledger again from the bytes of its entries, and compares: signatures,
/// seals, rights, times, tiles, command records, the head, every row of the views, every annex, and
/// every checkpoint.
///
/// - Parameters:
///   - views: nil where the log alone is meant.
///   - annexes: nil where they are not at hand, as with a copy of a published ledger.
///   - checkpoints: those that the ledger signed.
///   - outside: what is known from elsewhere, to be compared with.
///   - now: by a clock to hold recorded times against; a wrong one makes no finding.
/// - Throws: `LMDBError` where the log cannot be read, `FileFailure` for an annex that the user may
///   not read. What they say is never trusted.
package func audit(
    _ log: Log, _ views: ViewStore?, _ annexes: AnnexFolder?, _ checkpoints: CheckpointFolder,
    against outside: OutsideKnowledge = OutsideKnowledge(), now: Timestamp? = nil
) throws -> AuditReport {
    let pages = findings(in: try views?.checkPages(), ofViews: true)
    // Before the log, so that they cannot be ahead of it while others append.
    let rows = Result { pages.isEmpty ? try views?.storedRows() : nil }
    let signed = try SignedCheckpoints(in: checkpoints, of: log.founding, by: outside.witnesses)
    return try log.read { snapshot in
        var report = try audit(snapshot, rows, views, annexes)
        let (findings, sightings) = try compare(
            snapshot, of: log.id, with: signed, and: outside, by: report.story)
        report.findings = (report.findings + findings + pages).inOrder
        report.sightings = sightings
        report.datedAhead = try now.flatMap { now in
            try ifReadable { try report.story.firstPosition(recordedAfter: now, in: snapshot) }
                ?? nil
        }
        return report
    }
}

private func audit(
    _ log: borrowing LogSnapshot, _ rows: Result<StoredRows?, any Error>, _ views: ViewStore?,
    _ folder: AnnexFolder?
) throws -> AuditReport {
    var verifier = LogVerifier()
    var entryCount = 0
    var findings: [Finding] = []
    try log.forEachRecord { position, bytes in
        entryCount += 1
        if let position, position >= log.size.end {
            findings.append(Finding(.beyondHead, at: position))
        } else {
            try verifier.take(position, bytes, in: log)
        }
    }
    try verifier.end(expecting: log.size, in: log)
    findings += verifier.findings
    if verifier.state != nil {
        let times = [verifier.recordedAt, verifier.statedAt]
        if log.head.frontier != verifier.frontier || !times.contains(log.head.recordedAt) {
            findings.append(Finding(.headDiffers))
        }
        let commandCount = try log.commandCount()
        if commandCount != verifier.commandCount {
            findings.append(
                Finding(
                    .strayCommandRecords(count: commandCount, expected: verifier.commandCount)))
        }
        let tileCount = try log.tileCount()
        if tileCount != verifier.tileCount {
            findings.append(
                Finding(.strayTiles(count: tileCount, expected: verifier.tileCount)))
        }
    }
    if let views, let state = verifier.state {
        findings += try differences(between: state, and: rows, in: views, of: log)
    }
    for (annex, position) in verifier.annexes {
        if let folder,
            let problem = folder.problem(with: annex.digest.bytes, byteCount: annex.byteCount)
        {
            try requireReadable(problem, at: folder.path(of: annex.digest.bytes))
            findings.append(Finding(.annex(annex, problem), at: position))
        }
    }
    return AuditReport(
        size: verifier.frontier.size, root: verifier.frontier.root, entryCount: entryCount,
        eventCount: verifier.eventCount, annexCount: verifier.annexes.count,
        areAnnexesChecked: folder != nil, findings: findings.inOrder,
        story: verifier.folded.logStory())
}

/// That the machine failed, or that a user may not look at it, says nothing of what an annex is.
private func requireReadable(_ problem: AnnexProblem, at path: String) throws(FileFailure) {
    guard case .unreadable(.system(let code)) = problem else { return }
    let failure = FileFailure(path, errno: code)
    if failure.isOfMachine || code == EACCES { throw failure }
}

/// The report on a ledger whose log is too damaged to be opened: why, and where that is known.
package func audit(ofUnopenable detail: String, at position: Position?) -> AuditReport {
    let problem: Problem = position == nil ? .headUnreadable(detail) : .malformed(detail)
    return AuditReport(
        size: TreeSize(0), root: .emptyTree, entryCount: 0, eventCount: 0, annexCount: 0,
        areAnnexesChecked: false, findings: [Finding(problem, at: position)])
}

/// The report on a ledger whose log lies in damaged pages: which. Its entries were not read.
package func audit(ofDamaged log: PageReport, _ views: PageReport?) -> AuditReport {
    AuditReport(
        size: TreeSize(0), root: .emptyTree, entryCount: 0, eventCount: 0, annexCount: 0,
        areAnnexesChecked: false,
        findings: findings(in: log, ofViews: false) + findings(in: views, ofViews: true))
}

private func findings(in report: PageReport?, ofViews: Bool) -> [Finding] {
    report?.damages.map { Finding(.page($0, ofViews: ofViews)) } ?? []
}

extension [Finding] {
    /// By position, those without one last.
    var inOrder: [Finding] {
        filter { $0.position != nil }.sorted { left, right in
            guard let left = left.position, let right = right.position else { return false }
            return left < right
        } + filter { $0.position == nil }
    }
}
