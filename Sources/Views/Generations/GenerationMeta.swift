import CBOR
import Coordinates
import EntryLog
import TransparencyLog

/// What a generation of rows says of itself.
struct GenerationMeta: Hashable, Sendable {
    static let tableName = "meta"
    static let key = Array("generation".utf8)

    /// How many entries the rows have absorbed.
    let size: TreeSize
    /// The root of the log of that size.
    let root: Hash
    /// The tables of the modules that made the rows: their names and versions.
    let modules: [String]
}

/// `{1: size, 2: root, 3: [modules]}`.
extension GenerationMeta: CBORCodable {
    init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> GenerationMeta in
            GenerationMeta(
                size: try fields.required(1), root: try fields.required(2),
                modules: try fields.required(3))
        }
    }

    func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, size)
            $0.field(2, root)
            $0.field(3, modules)
        }
    }
}
