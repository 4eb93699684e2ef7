import CBOR
package import Handlingsplan
import PlanLog

/// Which actions a holder was ever made responsible for: one row a committee, by its number, and
/// row 0 for what is laid on all committees.
package enum ResponsibilityRows: Projection {
    /// Ascending, each once.
    package typealias Row = [ActionNumber]
    package static let name = "responsibilities"
    package static let version = 1

    static func key(of holder: Holder) -> UInt64 {
        switch holder {
        case .allCommittees: 0
        case .committee(let number): UInt64(number.value)
        }
    }

    /// Corrections change nothing here: what the row lists is looked up in the story anyway.
    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for event in recorded.act.events {
            guard case .action(let number) = event.subject else { continue }
            for holder in event.holders {
                try rows.update(key(of: holder)) { insert(number, into: &$0) }
            }
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
