import CBOR
package import Handlingsplan
import PlanLog

/// The committees that were ever to be succeeded by another: one row a successor, by its number.
package enum SuccessionRows: Projection {
    /// Ascending, each once.
    package typealias Row = [CommitteeNumber]
    package static let name = "successions"
    package static let version = 1

    /// Corrections change nothing here: what the row lists is looked up in the stories anyway.
    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for event in recorded.act.events { try apply(event, to: &rows) }
    }

    static func apply(_ event: Event, to rows: inout Rows<Self>) throws {
        guard let (ended, successor) = event.succession else { return }
        try rows.update(UInt64(successor.value)) { row in
            row = Set(row ?? []).union(ended).sorted()
        }
    }
}
