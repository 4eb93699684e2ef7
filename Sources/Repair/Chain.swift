import Audit
import Coordinates
import EntryLog
import TransparencyLog

/// Which entries are the log's: those of which each seals all that were found before it.
///
/// An entry is taken when its own seal fits and the next one's seals it in turn, or a checkpoint of
/// that size does. Where nothing that follows tells, it must be signed by a key that was ever given
/// a right. Where several fit, which happens where a commit was cut off and made again, the one is
/// taken from which a chain of seals goes on longest.
struct Chain {
    enum Answer {
        case right(Candidate, isSealed: Bool)
        /// There is none, or none that fits.
        case absent
        /// Several fit, all signed, and nothing that follows tells which.
        case undecided
        /// Entries that are signed and fit lead to another root than a checkpoint of the size.
        case contradicted(OutsideKnowledge.Kept)
    }

    let candidates: Candidates
    let checkpoints: [TreeSize: OutsideKnowledge.Kept]
    private(set) var frontier = Frontier()

    /// As far as two chains are followed to see which goes on.
    private static let farthest = 1024

    init(_ candidates: Candidates, _ checkpoints: [TreeSize: OutsideKnowledge.Kept]) {
        self.candidates = candidates
        self.checkpoints = checkpoints
    }

    /// The entry takes the next position.
    mutating func take(_ candidate: Candidate) {
        candidates.forget(frontier.size.end)
        frontier.append(candidate.leaf)
    }

    /// The entry of the next position. The sources are asked one after the other, until a later
    /// entry settles it.
    /// - Parameter isSigned: whether by a key that the entries so far know.
    func next(isSigned: (Candidate) throws -> Bool) throws -> Answer {
        let position = frontier.size.end
        for count in candidates.sources.indices {
            let asked = 0..<count + 1
            let fitting = self.fitting(candidates.entries(at: position, from: asked))
            if fitting.count == 1, isSealed(fitting[0], among: asked) {
                return .right(fitting[0], isSealed: true)
            }
        }
        var some = fitting(candidates.entries(at: position))
        if let kept = checkpoints[position.treeSize] {
            let agreeing = some.filter { frontier.with($0).root == kept.checkpoint.root }
            if agreeing.isEmpty, try some.contains(where: isSigned) { return .contradicted(kept) }
            some = agreeing
        }
        if some.count > 1 {
            let signed = try some.filter(isSigned)
            if !signed.isEmpty { some = signed }
            some = goingOnLongest(some)
        }
        guard let first = some.first else { return .absent }
        guard some.count == 1 else { return .undecided }
        if isSealed(first, among: candidates.sources.indices) {
            return .right(first, isSealed: true)
        }
        return try isSigned(first) ? .right(first, isSealed: false) : .absent
    }

    private func fitting(_ some: [Candidate]) -> [Candidate] {
        let root = frontier.root
        return some.filter { $0.seal == root }
    }

    private func isSealed(_ candidate: Candidate, among sources: Range<Int>) -> Bool {
        let after = frontier.with(candidate)
        if let kept = checkpoints[after.size] { return kept.checkpoint.root == after.root }
        let root = after.root
        return candidates.entries(at: after.size.end, from: sources).contains { $0.seal == root }
    }

    private func goingOnLongest(_ some: [Candidate]) -> [Candidate] {
        var lines = some.map { (first: $0, frontier: frontier.with($0)) }
        for _ in 0..<Self.farthest where Set(lines.map(\.first.leaf)).count > 1 {
            let longer = lines.flatMap { line in
                candidates.entries(at: line.frontier.size.end)
                    .filter { $0.seal == line.frontier.root }
                    .map { (first: line.first, frontier: line.frontier.with($0)) }
            }
            if longer.isEmpty { break }
            lines = longer
        }
        let left = Set(lines.map(\.first.leaf))
        return some.filter { left.contains($0.leaf) }
    }
}

extension Frontier {
    fileprivate func with(_ candidate: Candidate) -> Frontier {
        var frontier = self
        frontier.append(candidate.leaf)
        return frontier
    }
}
