import Audit
import Coordinates
import EntryLog
import LogSupport
import TestSupport
import Testing
import TransparencyLog

@testable import Repair

@Suite("Which entries are the log's")
struct ChainTests {
    /// A log that begins as all here do, and goes on with what is given.
    private static func log(
        _ contents: [UInt8], signedBy key: SigningKey = .founder
    ) throws -> [[UInt8]] {
        let bench = try LogBench()
        for content in contents { try bench.append([[content]], signedBy: key) }
        return try bench.log.read { log in
            try (0..<log.size.count).map { index in
                let bytes = try log.bytes(at: Position(index))
                return bytes.withUnsafeBytes { Array($0) }
            }
        }
    }

    private static let stranger = SigningKey(seed: Array(repeating: 9, count: 32))!

    private func flipped(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes[bytes.count - 1] ^= 1
        return bytes
    }

    /// What is taken of the sources' entries, and why it ends.
    private func taken(
        _ sources: [[[UInt8]]], checkpoints: [Checkpoint] = []
    ) throws -> (entries: [[UInt8]], end: Chain.Answer) {
        try taken(from: sources.map { Shelf($0) }, checkpoints)
    }

    private func taken(
        from shelves: [Shelf], _ checkpoints: [Checkpoint] = []
    ) throws -> (entries: [[UInt8]], end: Chain.Answer) {
        let kept = checkpoints.map { ($0.size, OutsideKnowledge.Kept($0, from: "kept")) }
        var chain = Chain(Candidates(shelves), Dictionary(uniqueKeysWithValues: kept))
        var entries: [[UInt8]] = []
        while true {
            let answer = try chain.next { $0.isSigned(by: SigningKey.founder.publicKey) }
            guard case .right(let candidate, _) = answer else { return (entries, answer) }
            entries.append(candidate.bytes)
            chain.take(candidate)
        }
    }

    private func checkpoint(of entries: [[UInt8]]) -> Checkpoint {
        var frontier = Frontier()
        for entry in entries { frontier.append(Hash.leaf(entry.span.bytes)) }
        return Checkpoint(origin: "aby.example", size: frontier.size, root: frontier.root)
    }

    @Test("All of a sound log, from one place or in turns from two that lack some")
    func turns() throws {
        let log = try Self.log([1, 2, 3, 4, 5, 6])
        #expect(try taken([log]).entries == log)
        let even = log.enumerated().map { $0.offset.isMultiple(of: 2) ? $0.element : [] }
        let odd = log.enumerated().map { $0.offset.isMultiple(of: 2) ? [] : $0.element }
        #expect(try taken([even, odd]).entries == log)
    }

    @Test("Of two that fit, the one that others follow, and of two such, with more of them")
    func longest() throws {
        let (long, short) = (try Self.log([1, 2, 3, 4]), try Self.log([5, 6, 7]))
        #expect(try taken([short, long]).entries == short)
        for sources in [[Array(short[..<2]), long], [long, Array(short[..<2])]] {
            #expect(try taken(sources).entries == long)
        }
        // In one place: a commit that was cut off, and made again.
        #expect(try taken(from: [Shelf(all: [short, long])]).entries == long)
    }

    @Test("A changed entry is never taken, whether it is the only one, or the last")
    func changed() throws {
        let log = try Self.log([1, 2, 3])
        for position in 1..<4 {
            var rotten = log
            rotten[position] = flipped(log[position])
            #expect(try taken([rotten]).entries == Array(log[..<position]))
            #expect(try taken([rotten, log]).entries == log)
            #expect(try taken([log, rotten]).entries == log)
        }
    }

    @Test("An entry that nothing follows and nobody with a right signed is not taken")
    func strangers() throws {
        let log = try Self.log([1], signedBy: Self.stranger)
        #expect(try taken([log]).entries == Array(log[..<1]))
    }

    @Test("Two that are signed, and that nothing follows, are not chosen from, but by a checkpoint")
    func undecided() throws {
        let (one, other) = (try Self.log([1]), try Self.log([2]))
        let (entries, end) = try taken([one, other])
        #expect(entries == Array(one[..<1]))
        guard case .undecided = end else {
            Issue.record("\(end)")
            return
        }
        #expect(try taken([one, other], checkpoints: [checkpoint(of: other)]).entries == other)
    }

    @Test("Entries that lead to another root than a checkpoint are not believed")
    func contradicted() throws {
        let (one, other) = (try Self.log([1, 2, 3]), try Self.log([4, 5, 6]))
        guard
            case .contradicted(let kept) = try taken([one], checkpoints: [checkpoint(of: other)])
                .end
        else {
            Issue.record("it was believed")
            return
        }
        #expect(kept.checkpoint.size == TreeSize(4))
    }
}

/// Entries at hand.
private final class Shelf: EntrySource {
    let place = "shelf"
    let size: TreeSize
    let problems: [any Error] = []
    private let all: [[[UInt8]]]

    convenience init(_ entries: [[UInt8]]) { self.init(all: [entries]) }

    init(all: [[[UInt8]]]) {
        self.all = all
        size = TreeSize(UInt64(all.map(\.count).max() ?? 0))
    }

    func entries(at position: Position) -> [[UInt8]] {
        all.compactMap { entries in
            let index = Int(position.index)
            return index < entries.count && !entries[index].isEmpty ? entries[index] : nil
        }
    }

    func next(from position: Position) -> Position? { position < size.end ? position : nil }

    func checkpoints(signedBy log: VerificationKey) -> [OutsideKnowledge.Kept] { [] }
}
