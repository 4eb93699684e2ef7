package import Coordinates

/// What a ledger knows of its own log: which of its entries are void, which were recorded by a wrong
/// clock, and in which format the next one is to be. There is one of these.
package struct LogStory: Hashable, Sendable {
    package private(set) var voids = VoidEntries()
    /// In the order in which they were declared.
    package private(set) var wrongClocks: [WrongClock] = []
    private var formats: [Position: UInt64] = [:]

    package init() {}

    /// The format in force for the entry after those taken in.
    package var format: UInt64 { formats.values.max() ?? LogFormat.first }

    /// Whether an entry says something about the log, which stands for good.
    package func isSaid(at position: Position) -> Bool {
        voids.runs[position] != nil || formats[position] != nil
            || wrongClocks.contains { $0.end == position }
    }

    /// Takes what an entry says of the log, or what is true of that entry.
    /// - Precondition: facts come in the order of their entries.
    package mutating func take(_ fact: LogFact, at position: Position) {
        switch fact {
        case .void(let reason): voids.add(position, reason)
        case .disregarded(let run): voids.dealWith(run, at: position)
        case .clockDeclared(let first, let time):
            wrongClocks.append(WrongClock(first: first, end: position, time: time))
        case .formatRaised(let format): formats[position] = format
        }
    }

    /// When an entry counts as recorded.
    /// - Parameter stated: the time that it bears.
    package func time(of position: Position, stating stated: Timestamp) -> Timestamp {
        wrongClocks.last { $0.covers(position) }?.time ?? stated
    }
}

/// A stretch of the log that was recorded by a wrong clock, as an entry declares.
package struct WrongClock: Hashable, Sendable {
    package let first: Position
    /// Of the entry that declares it.
    package let end: Position
    /// When the entries count as recorded.
    package let time: Timestamp

    package init(first: Position, end: Position, time: Timestamp) {
        self.first = first
        self.end = end
        self.time = time
    }

    package func covers(_ position: Position) -> Bool { first <= position && position < end }
}

/// Void entries, one after the other, that are dealt with together.
package struct VoidRun: Hashable, Sendable {
    package let first: Position
    package let last: Position
    /// The root of the tree over these entries alone (RFC 9162, section 2.1.1): so that it is they, and
    /// no others in their place.
    package let root: Digest256

    package init(first: Position, last: Position, root: Digest256) {
        self.first = first
        self.last = last
        self.root = root
    }

    package func contains(_ position: Position) -> Bool { first <= position && position <= last }
}

/// An event of a kind that later programs may write, and that nobody need understand.
package struct Remark: Hashable, Sendable {
    package static let kinds: ClosedRange<UInt64> = 1000...1999

    package let kind: UInt64
    package let version: UInt64
    /// One CBOR map.
    package let fields: [UInt8]

    package init(kind: UInt64, version: UInt64, fields: [UInt8]) {
        self.kind = kind
        self.version = version
        self.fields = fields
    }
}

// MARK: As facts

/// Something about the log, by the entry that it is true of, or that says it.
package enum LogFact: Hashable, Sendable {
    case void(VoidReason)
    case disregarded(VoidRun)
    /// A wrong clock's first entry, and the time that counts.
    case clockDeclared(Position, Timestamp)
    case formatRaised(UInt64)
}

extension LogFact {
    /// What an event says of the log; nil for an event about something else.
    package init?(_ event: Event, of recorded: RecordedAct) {
        switch event {
        case .entriesDisregarded(let run, _): self = .disregarded(run)
        case .clockDeclared(let first, _): self = .clockDeclared(first, recorded.recordedAt)
        case .formatRaised(let format): self = .formatRaised(format)
        default: return nil
        }
    }
}

extension LogStory {
    package init(_ facts: [Position: LogFact]) {
        for (position, fact) in facts.sorted(by: { $0.key < $1.key }) { take(fact, at: position) }
    }

    package var facts: [Position: LogFact] {
        var facts = voids.facts
        for clock in wrongClocks { facts[clock.end] = .clockDeclared(clock.first, clock.time) }
        for (position, format) in formats { facts[position] = .formatRaised(format) }
        return facts
    }
}
