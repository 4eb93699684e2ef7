import Audit
import Checkpoints
import Coordinates
import EntryLog
import Files
import PlanLog
import TransparencyLog

/// One repair: what was brought back so far, and where it is put.
final class Refounding {
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
        let sources =
            try [own] + places.map { try $0.source(fetchingInto: place.new + "/fetching") }
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
        report.noteWhatIsMissing(in: candidates)
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
                // What is void gives nobody a right, and the audit finds it.
                try? snapshot.entry(at: Position(index)) { entry in
                    if entry.position == Position(0) { return }
                    let recorded = try recordedAct(entry, in: snapshot)
                    guard recorded.changesRights,
                        signers.objection(
                            to: recorded, by: try signers.signer(of: entry), { _ in nil }) == nil
                    else { return }
                    try signers.take(recorded)
                }
            }
        }
        signersEnd = end
        guard let entry = try? Entry(decoding: candidate.bytes.span.bytes) else { return false }
        return (try? signers.signer(of: entry)) != nil
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

extension SeenCheckpoints? {
    /// What was last seen of a ledger, as one more thing to compare with.
    func kept(of ledger: Hash) throws -> [OutsideKnowledge.Kept] {
        guard let last = try self?.last(of: ledger) else { return [] }
        return [OutsideKnowledge.Kept(last, from: "what you saw before")]
    }
}
