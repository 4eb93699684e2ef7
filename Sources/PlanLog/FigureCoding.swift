package import CBOR
import Coordinates
package import Handlingsplan

// How figures stand in the log. Specified in act.cddl.

/// A decimal fraction (RFC 8949 section 3.4.4): tag 4, `[-decimals, significand]`.
extension Quantity: CBORCodable {
    private static let tag: UInt64 = 4

    package init(from reader: inout Reader) throws(CBORError) {
        try reader.expectTag(Self.tag)
        guard try reader.array() == 2 else { throw reader.error(.outOfRange) }
        let exponent = try reader.integer()
        guard (-9...0).contains(exponent),
            let quantity = Quantity(
                significand: try reader.integer(), decimals: Int(-exponent))
        else { throw reader.error(.outOfRange) }
        self = quantity
    }

    package func encode(to encoder: inout Encoder) {
        encoder.tag(Self.tag)
        encoder.array(2) {
            $0.integer(Int64(-decimals))
            $0.integer(significand)
        }
    }
}

extension Indicator: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Indicator in
            let document: DocumentNumber = try fields.required(1)
            let name: String = try fields.required(2)
            let unit: String? = try fields.optional(3)
            return Indicator(
                document: document, goal: try fields.optional(4), action: try fields.optional(5),
                name: name, unit: unit)
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, document)
            $0.field(2, name)
            $0.field(3, ifPresent: unit)
            $0.field(4, ifPresent: goal)
            $0.field(5, ifPresent: action)
        }
    }
}

extension Target: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Target in
            Target(
                period: try fields.required(1), bound: try fields.required(2),
                value: try fields.required(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, period)
            $0.field(2, bound)
            $0.field(3, value)
        }
    }
}

extension Observation: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Observation in
            Observation(
                period: try fields.required(1), value: try fields.required(2),
                isApproximate: try fields.required(3), source: try fields.required(4),
                sourceDate: try fields.optional(5))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, period)
            $0.field(2, value)
            $0.field(3, isApproximate)
            $0.field(4, source)
            $0.field(5, ifPresent: sourceDate)
        }
    }
}

extension Target.Bound: ListedValue {
    static let list: [Target.Bound] = [.atLeast, .atMost, .exactly]
}
