package import CBOR
package import Coordinates
package import TransparencyLog

// How the values of an entry's fields are encoded. Specified in entry.cddl.

extension Position: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self.init(try reader.unsigned())
    }

    package func encode(to encoder: inout Encoder) { encoder.unsigned(index) }
}

extension TreeSize: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self.init(try reader.unsigned())
    }

    package func encode(to encoder: inout Encoder) { encoder.unsigned(count) }
}

extension Timestamp: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self.init(milliseconds: try reader.integer())
        guard Self.recordable.contains(self) else { throw reader.error(.outOfRange) }
    }

    package func encode(to encoder: inout Encoder) { encoder.unsigned(UInt64(milliseconds)) }
}

extension Hash: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let hash = Hash(bytes: try reader.bytes()) else { throw reader.error(.outOfRange) }
        self = hash
    }

    package func encode(to encoder: inout Encoder) { encoder.bytes(bytes) }
}

extension CommandID: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let id = CommandID(try reader.text()) else { throw reader.error(.outOfRange) }
        self = id
    }

    package func encode(to encoder: inout Encoder) { encoder.text(description) }
}

extension KeyID: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let id = KeyID(bytes: try reader.bytes()) else { throw reader.error(.outOfRange) }
        self = id
    }

    package func encode(to encoder: inout Encoder) { encoder.bytes(bytes) }
}

extension PublicKey: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let key = PublicKey(bytes: Array(copying: try reader.bytes())) else {
            throw reader.error(.outOfRange)
        }
        self = key
    }

    package func encode(to encoder: inout Encoder) { encoder.bytes(bytes) }
}

extension Founding: CBORCodable {
    private enum Key {
        static let format: UInt64 = 1
        static let name: UInt64 = 2
        static let origin: UInt64 = 3
        static let timeZone: UInt64 = 4
        static let founder: UInt64 = 5
        static let isRehearsal: UInt64 = 6
        static let checkpointKey: UInt64 = 7
    }

    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Founding in
            let format: UInt64 = try fields.required(Key.format)
            guard format == LogFormat.first else { throw fields.error(.outOfRange) }
            let name: String = try fields.required(Key.name)
            guard name.isPlainText, !name.isEmpty else { throw fields.error(.outOfRange) }
            let origin: String = try fields.required(Key.origin)
            guard Founding.isOrigin(origin) else { throw fields.error(.outOfRange) }
            let timeZone: String = try fields.required(Key.timeZone)
            guard CivilTimeZone.isName(timeZone) else { throw fields.error(.outOfRange) }
            let founder: PublicKey = try fields.required(Key.founder)
            let isRehearsal: Bool = try fields.required(Key.isRehearsal)
            return Founding(
                name: name, origin: origin, timeZone: timeZone, founder: founder,
                checkpointKey: try fields.required(Key.checkpointKey), isRehearsal: isRehearsal)
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(Key.format, LogFormat.first)
            $0.field(Key.name, name)
            $0.field(Key.origin, origin)
            $0.field(Key.timeZone, timeZone)
            $0.field(Key.founder, founder)
            $0.field(Key.isRehearsal, isRehearsal)
            $0.field(Key.checkpointKey, checkpointKey)
        }
    }
}
