package import CBOR
import Coordinates
package import Handlingsplan

/// What is known of the log itself: one row for each entry that is void or says something about the
/// log, by its position.
package enum LogRows: Projection {
    package typealias Row = LogFact
    package typealias Content = LogFact
    package static let name = "log"
    package static let version = 1

    package static func concern(ofDifferent rows: [[UInt8]], at key: UInt64) -> Concern? {
        .entry(Position(key))
    }

    package static func rows(of gathered: Gathered) throws -> Rows<Self>? {
        var rows = try Rows<Self>(over: nil)
        for (position, reason) in gathered.voids.reasons {
            try rows.update(position.index) { $0 = .void(reason) }
        }
        for act in gathered.ofLog { try apply(act, to: &rows) }
        return rows
    }

    package static func content<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [UInt64: LogFact] {
        Dictionary(
            uniqueKeysWithValues: try ledger.logStory().facts.map { ($0.key.index, $0.value) })
    }

    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for event in recorded.act.events {
            guard let fact = LogFact(event, of: recorded) else { continue }
            try rows.update(recorded.position.index) { $0 = fact }
        }
    }
}

/// `{1: reason}` of a void entry, or of one that says something: `{2: first, 3: last, 4: root}` of a run
/// that it disregards, `{5: first, 6: time}` of a wrong clock, `{7: format}`.
extension LogFact: CBORCodable, StoredRow {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> LogFact in
            if let reason: VoidReason = try fields.optional(1) { return .void(reason) }
            if let first: Position = try fields.optional(2) {
                return .disregarded(
                    VoidRun(
                        first: first, last: try fields.required(3), root: try fields.required(4)))
            }
            if let first: Position = try fields.optional(5) {
                return .clockDeclared(first, try fields.required(6))
            }
            return .formatRaised(try fields.required(7))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            switch self {
            case .void(let reason): $0.field(1, reason)
            case .disregarded(let run):
                $0.field(2, run.first)
                $0.field(3, run.last)
                $0.field(4, run.root)
            case .clockDeclared(let first, let time):
                $0.field(5, first)
                $0.field(6, time)
            case .formatRaised(let format): $0.field(7, format)
            }
        }
    }
}

extension VoidReason: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let reason = VoidReason(rawValue: try reader.unsigned()) else {
            throw reader.error(.outOfRange)
        }
        self = reason
    }

    package func encode(to encoder: inout Encoder) { encoder.unsigned(rawValue) }
}
