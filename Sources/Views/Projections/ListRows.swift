import CBOR
package import Handlingsplan
import PlanLog

/// The lists that actions were ever on: one row a list, by its key.
package enum ListRows: Projection {
    /// Ascending, each once.
    package typealias Row = [ActionNumber]
    package static let name = "lists"
    package static let version = 1

    /// 0 for what is laid on all committees; a committee's number; a document's, above 2^32.
    package static func key(of list: ActionList) -> UInt64 {
        switch list {
        case .allCommittees: 0
        case .committee(let number): UInt64(number.value)
        case .document(let number): (1 << 32) + UInt64(number.value)
        }
    }

    /// An action, and the key of a list that it is on.
    struct Listing: Hashable, Comparable, Sendable {
        let key: UInt64
        let action: ActionNumber

        static func < (left: Listing, right: Listing) -> Bool {
            (left.key, left.action) < (right.key, right.action)
        }
    }

    /// What an event lists.
    static func listings(of event: Event) -> [Listing] {
        guard let (action, lists) = event.listing else { return [] }
        return lists.map { Listing(key: key(of: $0), action: action) }
    }

    /// Corrections change nothing here: what the row lists is looked up in the story anyway.
    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for listing in recorded.act.events.flatMap(listings(of:)) {
            try rows.update(listing.key) { insert(listing.action, into: &$0) }
        }
    }

    private static func insert(_ number: ActionNumber, into row: inout [ActionNumber]?) {
        var actions = row.take() ?? []
        // Numbers are dense and given in order, so a new one belongs at the end or near it.
        let index = actions.lastIndex { $0 <= number }
        if index.map({ actions[$0] != number }) ?? true {
            actions.insert(number, at: index.map { $0 + 1 } ?? 0)
        }
        row = actions
    }
}
