package import CBOR
import Coordinates
import EntryLog
package import Handlingsplan

/// What corrections have to do with entries: one row an entry that was ever corrected or corrects
/// another, by its position.
package enum CorrectionRows: Projection {
    package typealias Row = EntryCorrections
    package typealias Content = EntryCorrections
    package static let name = "corrections"
    package static let version = 1

    package static func concern(ofDifferent rows: [[UInt8]], at key: UInt64) -> Concern? {
        .entry(Position(key))
    }

    package static func rows(of gathered: Gathered) throws -> Rows<Self>? {
        var rows = try Rows<Self>(over: nil)
        for act in gathered.corrections { try apply(act, to: &rows) }
        return rows
    }

    package static func content<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [UInt64: EntryCorrections] {
        var content: [UInt64: EntryCorrections] = [:]
        for index in 0..<ledger.size.count {
            let corrections = try ledger.corrections(of: Position(index))
            if corrections != EntryCorrections() { content[index] = corrections }
        }
        return content
    }

    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for target in recorded.facts.compactMap(\.corrects) {
            try rows.update(recorded.position.index) { row in
                row = row ?? EntryCorrections()
                row?.targets.append(target)
            }
        }
        for turned in recorded.turned {
            try rows.update(turned.position.index) { row in
                row = row ?? EntryCorrections()
                row?.turns.append(recorded.position)
            }
        }
    }
}

extension CorrectionRows {
    /// Whoever follows corrections goes from later entries to earlier ones, and so ends.
    package static func isSound(
        _ row: EntryCorrections, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        let entry = Position(key)
        return row.targets.allSatisfy { $0 < entry } && row.turns.allSatisfy { $0 > entry }
            && zip(row.turns, row.turns.dropFirst()).allSatisfy { $0 <= $1 }
    }
}

/// `[[targets], [turns]]`.
extension EntryCorrections: CBORCodable, StoredRow {
    package init(from reader: inout Reader) throws(CBORError) {
        guard try reader.array() == 2 else { throw reader.error(.outOfRange) }
        self.init()
        targets = try [Position](from: &reader)
        turns = try [Position](from: &reader)
    }

    package func encode(to encoder: inout Encoder) {
        encoder.array(2) {
            targets.encode(to: &$0)
            turns.encode(to: &$0)
        }
    }
}
