package import CBOR
package import Handlingsplan
import PlanLog

/// A projection whose rows list by number the things that were ever on a list. Corrections change
/// nothing here: whether a thing still is on the list, its story tells.
package protocol ListProjection: Projection where Row == [Number], Content == [Number] {
    associatedtype Number: DenseNumber & CBORCodable
    /// Where the stories of the listed things are.
    associatedtype Things: StoryProjection

    /// Where a row lists what an event puts on a list; nil for lists of another kind.
    static func listing(_ listed: Listed) -> Listing<Number>?
}

/// Something that is on a list.
package struct Listing<Number: DenseNumber>: Comparable, Sendable {
    let key: UInt64
    let number: Number

    package static func < (left: Listing, right: Listing) -> Bool {
        (left.key, left.number) < (right.key, right.number)
    }
}

/// In ascending order, each once.
extension Array: StoredRow where Element: DenseNumber & CBORCodable {}

extension ListProjection {
    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for listing in recorded.facts.flatMap(\.lists).compactMap(listing) {
            try rows.update(listing.key) { insert(listing.number, into: &$0) }
        }
    }

    package static func rows(of gathered: Gathered) throws -> Rows<Self>? {
        var rows = try Rows<Self>(over: nil)
        for listing in gathered.listed.compactMap(listing).sorted() {
            try rows.update(listing.key) { insert(listing.number, into: &$0) }
        }
        return rows
    }

    package static func concern(ofDifferent rows: [[UInt8]], at key: UInt64) -> Concern? {
        Number.firstDifference(rows).map { .thing(Things.self, UInt64($0.value)) }
    }

    private static func insert(_ number: Number, into row: inout [Number]?) {
        var numbers = row.take() ?? []
        // Numbers are dense and given in order, so a new one belongs at the end or near it.
        let index = numbers.lastIndex { $0 <= number }
        if index.map({ numbers[$0] != number }) ?? true {
            numbers.insert(number, at: index.map { $0 + 1 } ?? 0)
        }
        row = numbers
    }
}
