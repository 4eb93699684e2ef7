package import CBOR
import Coordinates
import EntryLog
package import Handlingsplan
package import TransparencyLog

// How writers and their rights stand in the log. Specified in act.cddl.

extension Writer {
    package init(_ key: PublicKey) {
        guard let writer = Writer(bytes: key.bytes) else {
            preconditionFailure("a public key has 32 bytes")
        }
        self = writer
    }

    /// Nil for bytes that are no key: nobody can sign with these.
    package var publicKey: PublicKey? { PublicKey(bytes: bytes) }
}

extension Writer: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let writer = Writer(bytes: try reader.byteArray()) else {
            throw reader.error(.outOfRange)
        }
        self = writer
    }

    package func encode(to encoder: inout Encoder) { encoder.bytes(bytes) }
}

/// `{1: role, 2: [committees], 3: until, 4: holder}`.
extension Right: CBORCodable {
    private static let steward: UInt64 = 0
    private static let registrar: UInt64 = 1

    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Right in
            let role: Role
            switch try fields.required(1) as UInt64 {
            case Self.steward: role = .steward
            case Self.registrar: role = .registrar(try fields.ascending(2))
            default: throw fields.error(.outOfRange)
            }
            return Right(role, until: try fields.optional(3), holder: try fields.optional(4))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            switch role {
            case .steward: $0.field(1, Self.steward)
            case .registrar(let committees):
                $0.field(1, Self.registrar)
                $0.field(2, committees)
            }
            $0.field(3, ifPresent: until)
            $0.field(4, ifPresent: holder)
        }
    }
}
