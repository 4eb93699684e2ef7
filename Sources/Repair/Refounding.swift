import Audit
package import Checkpoints
package import Coordinates
import EntryLog
import Files
import LMDB
import PlanLog
package import Publication
import Sharing
import TransparencyLog

/// Where entries may be had from, beside the damaged log itself.
package enum RepairPlace: Sendable {
    /// The directory of a ledger, a backup or an auditor's copy; or a folder with a log alone.
    case ledger(String)
    /// Published files, by the name that they were given.
    case published(String, PublishedSource)
}

/// Refounds a ledger's log from what of it is still sound, and from other places that hold the same
/// entries, where it is damaged.
///
/// The damaged files are never written to. Whoever records waits meanwhile.
///
/// - Parameters:
///   - isPartial: whether the new log is put in place also where not all was brought back, or where
///     an audit finds that somebody recorded what they may not.
///   - isDryRun: whether nothing is put in place.
///   - seen: what the user last saw of ledgers.
///   - progress: called now and then with how many entries of how many were brought back.
/// - Throws: `OtherLedger`, `NothingToRepairFrom`, `ContradictedRepair`; `ClosedLedger`, `OpenToAll`;
///   `EntryLogError.notALedger`; `LMDBError`; `FileFailure`.
package func repair(
    _ directory: String, from places: [RepairPlace], isPartial: Bool, isDryRun: Bool,
    seen: SeenCheckpoints?, progress: @escaping (UInt64, UInt64) -> Void = { _, _ in }
) throws -> RepairReport {
    try LedgerUse.recording.require(of: directory)
    let place = LogPlace(directory: directory)
    try Audience.requireLimited([directory, place.log, place.log + "/data.mdb"])
    guard
        ["log", "log.repaired", "checkpoints", "annexes", "views", "copy-of"]
            .contains(where: { Folder.isThere(directory + "/" + $0) })
    else { throw EntryLogError.notALedger(path: directory) }

    return try Folder.withLock(on: directory) {
        try repairLocked(place, places, isPartial, isDryRun, seen, progress)
    }
}

/// As `repair`, while nobody else does, nor founds the ledger or brings the copy up to date.
private func repairLocked(
    _ place: LogPlace, _ places: [RepairPlace], _ isPartial: Bool, _ isDryRun: Bool,
    _ seen: SeenCheckpoints?, _ progress: @escaping (UInt64, UInt64) -> Void
) throws -> RepairReport {
    let directory = place.directory
    var report = RepairReport()
    report.finishedEarlier = try place.finishEarlier()
    let checkpoints = CheckpointFolder(path: directory + "/checkpoints")
    report.damages = try damages(ofLogAt: place.log, checkpoints) { log in
        (report.ledger, report.isRehearsal) = (log.id, log.founding.isRehearsal)
        (report.size, report.root) = try log.read { ($0.size, $0.head.root) }
        return OutsideKnowledge(kept: try seen.kept(of: log.id))
    }
    guard !report.damages.isEmpty else {
        report.outcome = .notDamaged
        return report
    }
    try place.begin()
    do {
        // Who waits to write the damaged log finds then that it was replaced.
        try place.withoutWriters {
            let refounding = try Refounding(
                directory, places, report: report, seen: seen, progress: progress)
            report = try refounding.finished()
            guard report.isSound, report.isVerified || isPartial else { return }
            report.outcome =
                isDryRun ? .wouldBeInPlace : .inPlace(damagedKeptAt: try place.putInPlace())
        }
    } catch {
        try? place.discard()
        throw error
    }
    try place.discard()
    return report
}

extension SeenCheckpoints? {
    /// What was last seen of a ledger, as one more thing to compare with.
    fileprivate func kept(of ledger: Hash) throws -> [OutsideKnowledge.Kept] {
        guard let last = try self?.last(of: ledger) else { return [] }
        return [OutsideKnowledge.Kept(last, from: "what you saw before")]
    }
}

/// One repair: what was brought back so far, and where it is put.
private final class Refounding {
    private(set) var report: RepairReport
    private let new: String
    private let candidates: Candidates
    private let own: LogFile
    private let founding: Founding
    private var chain: Chain
    private let log: Log
    private let progress: (UInt64, UInt64) -> Void
    /// What was found and is not stored yet.
    private var pending: [[UInt8]] = []
    private var pendingBytes = 0
    /// Who may sign, as far as the entries say that were looked at for it.
    private var signers = Signers()
    private var signersEnd = Position(0)

    init(
        _ directory: String, _ places: [RepairPlace], report: RepairReport,
        seen: SeenCheckpoints?, progress: @escaping (UInt64, UInt64) -> Void
    ) throws {
        let place = LogPlace(directory: directory)
        self.progress = progress
        new = place.new
        own = LogFile(
            place.log, checkpoints: directory + "/checkpoints", called: place.log)
        let sources = [own] + places.map { $0.source(fetchingInto: place.new + "/fetching") }
        candidates = Candidates(sources)
        let first = try Self.firstEntry(in: candidates)
        guard let founding = first.founding else { throw NothingToRepairFrom() }
        self.founding = founding
        self.report = report
        let ledger = first.leaf
        self.report.ledger = ledger
        self.report.isRehearsal = founding.isRehearsal
        self.report.sources = sources.map { RepairReport.Source(place: $0.place) }

        let key = founding.verificationKey
        let kept =
            sources.flatMap { $0.checkpoints(signedBy: key) } + (try seen.kept(of: ledger))
        var bySize: [TreeSize: OutsideKnowledge.Kept] = [:]
        for one in kept where one.checkpoint.size.count > 0 {
            let size = one.checkpoint.size
            if let other = bySize[size], other.checkpoint.root != one.checkpoint.root {
                throw ContradictedRepair(size: size, by: one.source, and: other.source)
            }
            bySize[size] = bySize[size] ?? one
        }
        chain = Chain(candidates, bySize)
        log = try Log.beginCopy(at: place.new, of: first.bytes)
        self.report.known = highest(kept, sources)
        take(first)
        signers.take(founding)
        signersEnd = Position(1)
        (pending, pendingBytes) = ([], 0)
    }

    /// What says that the log was longest.
    private func highest(
        _ kept: [OutsideKnowledge.Kept], _ sources: [any EntrySource]
    ) -> RepairReport.Known? {
        let all: [RepairReport.Known] =
            kept.map { .init(size: $0.checkpoint.size, from: .checkpoint(in: $0.source)) }
            + [.init(size: own.headSize, from: .head)]
            + sources.map { .init(size: $0.size, from: .entries(in: $0.place)) }
        return all.reversed().max { $0.size < $1.size }
    }

    /// The entry that founded the ledger, which its founder signed: the same in every place.
    private static func firstEntry(in candidates: Candidates) throws -> Candidate {
        let signed = candidates.entries(at: Position(0)).filter { candidate in
            candidate.seal == .emptyTree
                && candidate.founding.map { candidate.isSigned(by: $0.founder) } ?? false
        }
        guard let first = signed.first else { throw NothingToRepairFrom() }
        if signed.count > 1 {
            throw OtherLedger(
                place: candidates.sources[signed[1].source].place,
                than: candidates.sources[first.source].place)
        }
        return first
    }

    private func take(_ candidate: Candidate) {
        chain.take(candidate)
        report.sources[candidate.source].taken += 1
        pending.append(candidate.bytes)
        pendingBytes += candidate.bytes.count
        if let kept = chain.checkpoints[chain.frontier.size],
            kept.checkpoint.root == chain.frontier.root
        {
            report.checkpoint = kept
            report.vouched = chain.frontier.size
        }
    }

    /// Brings back what there is, and audits it.
    func finished() throws -> RepairReport {
        search: while true {
            switch try chain.next(isSigned: isSigned) {
            case .right(let candidate, let isSealed):
                take(candidate)
                if isSealed { report.vouched = chain.frontier.size }
            case .absent:
                report.gap = .absent
                break search
            case .undecided:
                report.gap = .undecided
                break search
            case .contradicted(let kept):
                throw ContradictedRepair(
                    size: kept.checkpoint.size, by: kept.source, and: nil)
            }
            if pending.count >= 4096 || pendingBytes >= 16 << 20 { try store() }
        }
        try store()
        report.size = chain.frontier.size
        report.root = chain.frontier.root
        noteWhatIsMissing()
        for (index, source) in candidates.sources.enumerated() {
            report.sources[index].problems = source.problems
        }
        try Folder.remove(new + "/fetching")
        try auditNew()
        return report
    }

    private func store() throws {
        guard !pending.isEmpty else { return }
        let size = try log.read { $0.size }
        try log.appendCopies(pending, after: size)
        (pending, pendingBytes) = ([], 0)
        progress(chain.frontier.size.count, report.known?.size.count ?? 0)
    }

    /// Whether a key signed it that the entries before it give, or once gave, a right.
    private func isSigned(_ candidate: Candidate) throws -> Bool {
        try store()
        let end = chain.frontier.size.end
        try log.read { snapshot in
            for index in signersEnd.index..<end.index {
                let position = Position(index)
                // What is no act gives nobody a right, and the audit finds it.
                _ = try? forEachAct(in: position..<position.treeSize.end, of: snapshot) {
                    try signers.take($0)
                }
            }
        }
        signersEnd = end
        guard let entry = try? Entry(decoding: candidate.bytes.span.bytes) else { return false }
        return (try? signers.signer(of: entry)) != nil
    }

    /// What lies behind the end, or is known to have been there.
    private func noteWhatIsMissing() {
        guard let known = report.known, known.size > chain.frontier.size else {
            // What there is beyond is one that fits nowhere, or several.
            if report.gap == .absent { report.gap = nil }
            return
        }
        let gap = chain.frontier.size.end
        var position = gap
        while position < known.size.end {
            let next = candidates.sources.compactMap { $0.next(from: position) }.min()
            let first = min(next ?? known.size.end, known.size.end)
            report.missing.extend(with: position..<first)
            guard first < known.size.end else { break }
            let isReadable = first > gap && !candidates.entries(at: first).isEmpty
            candidates.forget(first)
            position = first.treeSize.end
            if isReadable {
                report.unplaced.extend(with: first..<position)
            } else {
                report.missing.extend(with: first..<position)
            }
        }
    }

    /// A log that is shorter than it was is what the account says anyway.
    private func auditNew() throws {
        let kept = chain.checkpoints.values.filter { $0.checkpoint.size <= report.size }
        report.findings = try audit(
            log, nil, nil, CheckpointFolder(path: new + "/checkpoints"),
            against: OutsideKnowledge(ledger: report.ledger, kept: Array(kept))
        ).findings
    }
}

extension RepairPlace {
    func source(fetchingInto folder: String) -> any EntrySource {
        switch self {
        case .ledger(let path):
            let log = Folder.isThere(path + "/log") ? path + "/log" : path
            return LogFile(log, checkpoints: path + "/checkpoints", called: path)
        case .published(let place, let source):
            return PublishedFiles(source, called: place)
        }
    }
}

extension [Range<Position>] {
    /// - Precondition: after all that are in it.
    fileprivate mutating func extend(with range: Range<Position>) {
        if range.isEmpty { return }
        if let last = last, last.upperBound == range.lowerBound {
            self[count - 1] = last.lowerBound..<range.upperBound
        } else {
            append(range)
        }
    }
}

/// No place gives an entry that founds a ledger.
package struct NothingToRepairFrom: Error, Hashable, Sendable {}

/// Two places hold different ledgers.
package struct OtherLedger: Error, Hashable, Sendable {
    package let place: String
    package let than: String
}

/// The entries that there are, or another checkpoint, contradict a checkpoint that the ledger signed.
package struct ContradictedRepair: Error, Hashable, Sendable {
    package let size: TreeSize
    package let by: String
    /// The other checkpoint's place; nil where the entries are meant.
    package let and: String?
}
