import CBOR
package import Coordinates
import EntryLog
package import Handlingsplan

/// Where corrections turned an entry: one row an entry that was ever corrected, by its position.
package enum TurnRows: Projection {
    /// Ascending.
    package typealias Row = [Position]
    package static let name = "turns"
    package static let version = 1

    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for turned in recorded.turned {
            try rows.update(turned.position.index) { $0 = ($0 ?? []) + [recorded.position] }
        }
    }
}
