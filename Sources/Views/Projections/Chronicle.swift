import CBOR
import Coordinates
import EntryLog
package import Handlingsplan
import PlanLog

/// A row of most modules: what the log says of one thing, event by event in the log's order, and the
/// story that these make.
///
/// The events are stored as the log has them, and folded when the row is read. So rows hold no
/// second form of anything, and making them anew only means putting each event where it belongs.
package struct Chronicle<Kind: Story>: Sendable {
    package private(set) var story: Kind
    private(set) var items: [ChronicleItem]

    /// Begins where nothing has been said of the thing yet, else goes on.
    static func record(
        _ event: Event, at stamp: Stamp, in chronicle: inout Chronicle?
    ) throws(ImpossibleEvent) {
        let item = ChronicleItem(stamp: stamp, event: event)
        if chronicle == nil {
            chronicle = Chronicle(story: try Kind(event, at: stamp), items: [item])
        } else {
            try chronicle!.story.evolve(event, at: stamp)
            chronicle!.items.append(item)
        }
    }

    mutating func turn(itemsFrom source: Position, at position: Position) {
        story.turn(itemsFrom: source, at: position)
        for index in items.indices where items[index].stamp.position == source {
            items[index].turns.append(position)
        }
    }
}

/// One event about a thing.
struct ChronicleItem: Hashable, Sendable {
    let stamp: Stamp
    /// Where corrections turned the event's entry, ascending.
    var turns: [Position] = []
    let event: Event
}

/// `[[effective in days since 1970, position, [turns], event as in the log] ...]`.
extension ChronicleItem: CBORCodable {
    init(from reader: inout Reader) throws(CBORError) {
        (stamp, turns) = try Self.header(from: &reader)
        event = try Event(from: &reader)
    }

    func encode(to encoder: inout Encoder) {
        encoder.chronicleItem(stamp, turns: turns, event: event.encoded.span.bytes)
    }

    /// All that stands before the event.
    static func header(
        from reader: inout Reader
    ) throws(CBORError) -> (stamp: Stamp, turns: [Position]) {
        guard try reader.array() == 4,
            let effective = CalendarDate(daysSinceEpoch: try reader.integer())
        else { throw reader.error(.outOfRange) }
        let position = try Position(from: &reader)
        var turns: [Position] = []
        for _ in 0..<(try reader.array()) { turns.append(try Position(from: &reader)) }
        return (Stamp(effective: effective, position: position), turns)
    }

    /// The position of the item that a reader stands at, without decoding the rest.
    static func position(at reader: Reader) throws(CBORError) -> Position {
        var reader = reader
        _ = try reader.array()
        _ = try reader.integer()
        return try Position(from: &reader)
    }
}

extension Encoder {
    mutating func chronicleItem(_ stamp: Stamp, turns: [Position], event: RawSpan) {
        array(4)
        integer(Int64(stamp.effective.daysSinceEpoch))
        unsigned(stamp.position.index)
        array(turns.count)
        for turn in turns { unsigned(turn.index) }
        item(encoded: event)
    }
}

extension Chronicle: StoredRow {
    package init(decoding bytes: RawSpan) throws {
        var items: [ChronicleItem] = []
        story = try Kind(chronicle: bytes) { items.append($0) }
        self.items = items
    }

    package var encoded: [UInt8] { items.encoded }
}

extension Story {
    /// The story that a stored chronicle tells; hands over its items on the way.
    /// - Throws: `CBORError`; `ImpossibleEvent` where no log has such events in such an order.
    init(chronicle bytes: RawSpan, _ item: (ChronicleItem) -> Void = { _ in }) throws {
        guard let story = try Self.fold(bytes, handingOver: item) else {
            preconditionFailure("without an end, there is a story or an error")
        }
        self = story
    }

    /// Folds a stored chronicle, as far as it was recorded by a position: items stand in the log's
    /// order, so those after it need not be read. Nil where there are none.
    static func fold(
        _ bytes: RawSpan, recordedBy known: Position? = nil,
        handingOver item: (ChronicleItem) -> Void = { _ in }
    ) throws -> Self? {
        var reader = Reader(bytes)
        var story: Self?
        var turned: [(source: Position, turns: [Position])] = []
        let count = try reader.array()
        guard count > 0 else { throw reader.error(.truncated) }
        for _ in 0..<count {
            let (stamp, turns) = try ChronicleItem.header(from: &reader)
            if let known, stamp.position > known { break }
            let event = try Event(from: &reader)
            if story == nil {
                story = try Self(event, at: stamp)
            } else {
                try story!.evolve(event, at: stamp)
            }
            // An entry that says several things of this one is turned with all of them, once.
            if !turns.isEmpty, turned.last?.source != stamp.position {
                turned.append((stamp.position, turns))
            }
            item(ChronicleItem(stamp: stamp, turns: turns, event: event))
        }
        if known == nil { try reader.end() }
        for (source, turns) in turned {
            for position in turns { story?.turn(itemsFrom: source, at: position) }
        }
        return story
    }
}
