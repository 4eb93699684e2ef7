package import CBOR
import Coordinates
import EntryLog
package import Handlingsplan

/// `[[effective in days since 1970, position, [turns], value] ...]`, in the timeline's order.
extension Timeline: CBORCodable where Value: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self.init(items: try [Item](from: &reader))
    }

    package func encode(to encoder: inout Encoder) { items.encode(to: &encoder) }
}

extension Timeline.Item: CBORCodable where Value: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard try reader.array() == 4,
            let effective = CalendarDate(daysSinceEpoch: try reader.integer())
        else { throw reader.error(.outOfRange) }
        let stamp = Stamp(effective: effective, position: try Position(from: &reader))
        let turns = try [Position](from: &reader)
        self.init(stamp: stamp, value: try Value(from: &reader), turns: turns)
    }

    package func encode(to encoder: inout Encoder) {
        encoder.array(4) {
            $0.integer(Int64(stamp.effective.daysSinceEpoch))
            stamp.position.encode(to: &$0)
            turns.encode(to: &$0)
            value.encode(to: &$0)
        }
    }
}

// A story has many timelines, most of them empty: those are left out of its map.

extension MapEncoder {
    mutating func timeline(_ key: UInt64, _ timeline: Timeline<some CBORCodable>) {
        field(key, ifPresent: timeline.items.isEmpty ? nil : timeline)
    }
}

extension FieldReader {
    mutating func timeline<Value: CBORCodable>(
        _ key: UInt64
    ) throws(CBORError) -> Timeline<Value> {
        try optional(key) ?? Timeline()
    }
}
