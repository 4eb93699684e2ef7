package import CBOR
import Coordinates
package import Handlingsplan

// How settings stand in the log. Specified in act.cddl.

/// A map with one field, whose key says what is settled.
extension Setting: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Setting in
            if let identifier: String = try fields.optional(1) {
                guard CivilTimeZone.isName(identifier) else { throw fields.error(.outOfRange) }
                return .timeZone(identifier)
            }
            if let days: CutOffs = try fields.optional(2) { return .cutOffs(days) }
            if let boundaries: SeasonBoundaries = try fields.optional(3) {
                return .seasons(boundaries)
            }
            return .before(try fields.required(4))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            switch self {
            case .timeZone(let identifier): $0.field(1, identifier)
            case .cutOffs(let days): $0.field(2, days)
            case .seasons(let boundaries): $0.field(3, boundaries)
            case .before(let reading): $0.field(4, reading)
            }
        }
    }
}

/// `["04-30", "08-31", "12-31"]`.
extension CutOffs: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        let texts = try [String](from: &reader)
        guard let cutOffs = CutOffs(texts), cutOffs.days.map(\.description) == texts else {
            throw reader.error(.outOfRange)
        }
        self = cutOffs
    }

    package func encode(to encoder: inout Encoder) {
        days.map(\.description).encode(to: &encoder)
    }
}

/// The first months of spring, summer, autumn and winter.
extension SeasonBoundaries: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        let months = try [UInt64](from: &reader)
        guard months.count == 4, months.allSatisfy({ $0 <= 12 }),
            let boundaries = SeasonBoundaries(
                spring: Int(months[0]), summer: Int(months[1]), autumn: Int(months[2]),
                winter: Int(months[3]))
        else { throw reader.error(.outOfRange) }
        self = boundaries
    }

    package func encode(to encoder: inout Encoder) {
        [spring, summer, autumn, winter].map { UInt64($0) }.encode(to: &encoder)
    }
}

extension ReadingRules.Before: ListedValue {
    static let list: [ReadingRules.Before] = [.strict, .included]
}
