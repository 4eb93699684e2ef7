import CBOR
package import Handlingsplan
import PlanLog
import TransparencyLog

/// The committees that were ever given a code: one row a code, by the beginning of its hash.
package enum CodeRows: Projection {
    /// Ascending, each once.
    package typealias Row = [CommitteeNumber]
    package static let name = "codes"
    package static let version = 1

    /// Should two codes share one, the row has the committees of both, and their stories tell.
    package static func key(of code: CommitteeCode) -> UInt64 {
        Hash.leaf(Array(code.description.utf8).span.bytes).bytes.prefix(8)
            .reduce(0) { $0 << 8 | UInt64($1) }
    }

    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for event in recorded.act.events { try apply(event, to: &rows) }
    }

    static func apply(_ event: Event, to rows: inout Rows<Self>) throws {
        guard let (number, naming) = event.namingOfCommittee else { return }
        try rows.update(key(of: naming.code)) { row in
            row = Set(row ?? []).union([number]).sorted()
        }
    }
}
