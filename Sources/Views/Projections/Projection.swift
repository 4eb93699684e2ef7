import CBOR
package import Coordinates
package import Handlingsplan

/// A projection module: one kind of rows, derived from the acts and from nothing else.
///
/// A module has a name and a version, which together name its table. Whoever changes what its rows
/// say, or how they are encoded, raises the version; rows of another version are not read.
package protocol Projection: SendableMetatype {
    associatedtype Row: StoredRow
    /// What questions read of a row.
    associatedtype Content: Hashable

    static var name: String { get }
    static var version: Int { get }
    /// Whether the keys are 1, 2, and so on without a gap.
    static var isNumbered: Bool { get }

    /// Changes the rows that an act concerns.
    /// - Throws: `ImpossibleEvent`; what reading stored rows throws.
    static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws

    /// All rows, as a rebuild makes them of what it gathered; nil for chronicles, whose rows it puts
    /// together from their pieces.
    static func rows(of gathered: Gathered) throws -> Rows<Self>?

    /// What a ledger answers where it reads this module's rows, by their keys. A row with nothing in
    /// it may be left out.
    static func content<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [UInt64: Content]

    /// What is first concerned where a row is to be another than it was.
    /// - Parameter rows: the row as it is to be and as it was, or the only one of them.
    static func concern(ofDifferent rows: [[UInt8]], at key: UInt64) -> Concern?

    /// Whether a stored row speaks of nothing but what there is.
    /// - Parameter counts: how many things the rows beside it speak of.
    static func isSound(_ row: Row, at key: UInt64, in counts: LedgerCounts) -> Bool
}

/// What a rebuild gathers from the log beside the pieces of chronicles, in the log's order.
package struct Gathered: Sendable {
    var listed: [Listed] = []
    /// The acts that correct others.
    var corrections: [RecordedAct] = []
    var voids = VoidEntries()
    /// The acts that say something about the log itself.
    var ofLog: [RecordedAct] = []
}

/// What is first concerned where a row was another than it is to be.
package enum Concern {
    case entry(Position)
    /// The thing with this number, by its story's module.
    case thing(any StoryProjection.Type, UInt64)
}

extension Projection {
    static var tableName: String { "\(name).\(version)" }

    package static var isNumbered: Bool { false }

    /// The keys of the rows for which two ledgers do not answer the same, ascending.
    package static func differences<Mine: LedgerReading, Other: LedgerReading>(
        between mine: Mine, and other: Other
    ) throws -> [UInt64] {
        let (mine, other) = (try content(of: mine), try content(of: other))
        let changed = mine.compactMap { key, content in other[key] == content ? nil : key }
        return (changed + other.keys.filter { mine[$0] == nil }).sorted()
    }

    package static func isSound(_ row: Row, at key: UInt64, in counts: LedgerCounts) -> Bool {
        true
    }
}

/// What a row is in memory, and as the bytes that are stored.
package protocol StoredRow: Sendable {
    init(decoding bytes: RawSpan) throws
    var encoded: [UInt8] { get }
}

extension CBORCodable where Self: Equatable {
    /// The first element that not all of one or two encoded lists have, as far as they can be read.
    static func firstDifference(_ rows: [[UInt8]]) -> Self? {
        let lists = rows.compactMap { try? [Self](decoding: $0.span.bytes) }
        guard let first = lists.first else { return nil }
        guard lists.count == 2, let second = lists.last else { return first.first }
        let same = zip(first, second).prefix { $0 == $1 }.count
        return first.dropFirst(same).first ?? second.dropFirst(same).first
    }
}
