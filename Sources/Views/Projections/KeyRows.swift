package import CBOR
import Coordinates
import EntryLog
package import Handlingsplan
import PlanLog

/// Who may record: one row, once a right has been granted or revoked.
package enum KeyRows: StoryProjection {
    package typealias Row = KeyRegister
    package static let name = "keys"
    package static let version = 1

    /// The key of the one row.
    static let only: UInt64 = 1

    static func key(of subject: Subject) -> UInt64? { subject == .keys ? only : nil }
}

/// `[changes]`, in the order of their entries.
extension KeyRegister: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self.init(changes: try [Change](from: &reader))
    }

    package func encode(to encoder: inout Encoder) { changes.encode(to: &encoder) }
}

/// `{1: writer, 2: position, 3: right, 4: reason}`.
extension KeyRegister.Change: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> KeyRegister.Change in
            let writer: Writer = try fields.required(1)
            let position: Position = try fields.required(2)
            return KeyRegister.Change(
                writer: writer, right: try fields.optional(3), reason: try fields.optional(4),
                position: position)
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, writer)
            $0.field(2, position)
            $0.field(3, ifPresent: right)
            $0.field(4, ifPresent: reason)
        }
    }
}
