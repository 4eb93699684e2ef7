package import CBOR
package import Handlingsplan

// How partners and annexes stand in the log. Specified in act.cddl.

/// A map with one field, whose key says what bears: 1 a committee, 2 a document, 3 an action.
extension Bearer: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Bearer in
            if let number: CommitteeNumber = try fields.optional(1) { return .committee(number) }
            if let number: DocumentNumber = try fields.optional(2) { return .document(number) }
            return .action(try fields.required(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            switch self {
            case .committee(let number): $0.field(1, number)
            case .document(let number): $0.field(2, number)
            case .action(let number): $0.field(3, number)
            }
        }
    }
}

extension Partner: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Partner in
            Partner(name: try fields.required(1), role: try fields.optional(2))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, name)
            $0.field(2, ifPresent: role)
        }
    }
}

extension Annex: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Annex in
            Annex(
                name: try fields.required(1), digest: try fields.required(2),
                byteCount: try fields.required(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, name)
            $0.field(2, digest)
            $0.field(3, byteCount)
        }
    }
}

extension Digest256: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let digest = Digest256(try reader.byteArray()) else {
            throw reader.error(.outOfRange)
        }
        self = digest
    }

    package func encode(to encoder: inout Encoder) { encoder.bytes(bytes) }
}
