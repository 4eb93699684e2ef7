package import CBOR
import Coordinates
package import Handlingsplan

/// The entries that are void: one row each, by its position, with the reason.
package enum VoidRows: Projection {
    package typealias Row = VoidReason
    package typealias Content = VoidReason
    package static let name = "voids"
    package static let version = 1

    package static func concern(ofDifferent rows: [[UInt8]], at key: UInt64) -> Concern? {
        .entry(Position(key))
    }

    package static func rows(of gathered: Gathered) throws -> Rows<Self>? {
        var rows = try Rows<Self>(over: nil)
        for (position, reason) in gathered.voids.reasons {
            try rows.update(position.index) { $0 = reason }
        }
        return rows
    }

    package static func content<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [UInt64: VoidReason] {
        Dictionary(
            uniqueKeysWithValues: try ledger.voids().reasons.map { ($0.key.index, $0.value) })
    }

    /// An act is none of them.
    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) {}
}

extension VoidReason: CBORCodable, StoredRow {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let reason = VoidReason(rawValue: try reader.unsigned()) else {
            throw reader.error(.outOfRange)
        }
        self = reason
    }

    package func encode(to encoder: inout Encoder) { encoder.unsigned(rawValue) }
}
