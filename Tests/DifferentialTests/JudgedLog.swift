import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import TransparencyLog

/// A log in memory, and what our judge says of its entries.
struct JudgedLog {
    private(set) var entries: Entries
    private(set) var voids: [(Position, VoidReason)] = []
    /// From where on nothing is judged: a format is in force that only newer programs know.
    private(set) var stoppedAt: Position?
    private(set) var state = LedgerState()
    private var judge: EntryJudge

    init(founding bytes: [UInt8]) throws {
        entries = Entries(all: [bytes])
        judge = try EntryJudge(founding: bytes.span.bytes)
        frontier = judge.frontier
    }

    /// What an honest program would seal the next entry on.
    var head: Head { Head(frontier: frontier, recordedAt: judge.recordedAt) }

    /// The tree over all entries.
    private(set) var frontier: Frontier

    mutating func append(_ bytes: [UInt8]) throws {
        let position = frontier.size.end
        frontier.append(Hash.leaf(bytes.span.bytes))
        entries.all.append(bytes)
        if stoppedAt != nil { return }
        if position.index.isMultiple(of: 3) { try resume() }
        do {
            switch try judge.judge(bytes.span.bytes, after: state, in: entries) {
            case .act(let recorded, _): try state.evolve(recorded)
            case .void(let defect):
                voids.append((position, defect.reason))
                state.passOver(position, defect.reason)
            }
        } catch EntryLogError.newerFormat {
            stoppedAt = position
        }
    }
}

extension JudgedLog {
    /// As rows would have it, where they were stored at this size.
    private mutating func resume() throws {
        let story = state.logStory()
        let founding = try entries.entry(at: Position(0)) { $0.founding }
        guard let founding else { preconditionFailure("entry 0 founds") }
        judge = EntryJudge(
            signers: Signers(founding, state.keys()), frontier: judge.frontier,
            last: try entries.entry(at: story.lastStanding(before: judge.size.end)) {
                LastStanding($0)
            }, format: story.format)
    }
}

/// All entries of a log, by their positions.
struct Entries: EntryReader {
    var all: [[UInt8]]

    func entry<Result>(
        at position: Position, _ body: (borrowing Entry) throws -> Result
    ) throws -> Result {
        let bytes = all[Int(position.index)]
        return try Entry.lend(bytes.span.bytes, at: position, body)
    }

    func leaf(at position: Position) throws -> Hash {
        let bytes = all[Int(position.index)]
        return Hash.leaf(bytes.span.bytes)
    }
}
