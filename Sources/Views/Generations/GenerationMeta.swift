import CBOR
import Coordinates
import EntryLog
import LMDB
import TransparencyLog

/// What a generation of rows says of itself.
struct GenerationMeta: Hashable, Sendable {
    static let tableName = "meta"
    static let key = Array("generation".utf8)
    static let frame = RowFrame(tableName, tableName: tableName, isChained: false)

    /// How many entries the rows have absorbed.
    let size: TreeSize
    /// The root of the log of that size.
    let root: Hash
    /// The modules that made the rows.
    let modules: [Module]
    /// The hash of what was said of the rebuild that made the generation; nil where none did.
    var attestation: Hash?

    struct Module: Hashable, Sendable {
        /// Of its table: its name and version.
        let name: String
        let rowCount: UInt64
    }

    func rowCount(of module: any Projection.Type) -> Int {
        modules.first { $0.name == module.tableName }.map { Int(clamping: $0.rowCount) } ?? 0
    }

    /// Whether the rows are those of this program's modules.
    var isCurrent: Bool { modules.map(\.name) == ViewSet.tableNames }
}

/// `{1: size, 2: root, 3: [[module, rows] ...], ? 4: attestation}`.
extension GenerationMeta: CBORCodable {
    init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> GenerationMeta in
            GenerationMeta(
                size: try fields.required(1), root: try fields.required(2),
                modules: try fields.required(3), attestation: try fields.optional(4))
        }
    }

    func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, size)
            $0.field(2, root)
            $0.field(3, modules)
            $0.field(4, ifPresent: attestation)
        }
    }
}

extension GenerationMeta.Module: CBORCodable {
    init(from reader: inout Reader) throws(CBORError) {
        guard try reader.array() == 2 else { throw reader.error(.outOfRange) }
        self.init(name: try String(from: &reader), rowCount: try reader.unsigned())
    }

    func encode(to encoder: inout Encoder) {
        encoder.array(2) {
            $0.text(name)
            $0.unsigned(rowCount)
        }
    }
}

extension Transaction where Self: ~Copyable {
    /// - Throws: `ViewsError.damaged` where the generation says nothing of itself, or something else
    ///   than was stored.
    func generationMeta(in environment: Environment) throws -> GenerationMeta {
        let table = try environment.requiredTable(GenerationMeta.tableName)
        do {
            let meta = try read(GenerationMeta.key, in: table) {
                try GenerationMeta(decoding: try GenerationMeta.frame.row(in: $0, at: 0))
            }
            if let meta { return meta }
        } catch let error as CBORError {
            throw ViewsError.damaged("what the generation says of itself: \(error)")
        }
        throw ViewsError.damaged("the generation says nothing of itself")
    }
}

extension WriteTransaction {
    /// This program's modules, with the rows that their tables have.
    func currentModules(in environment: Environment) throws -> [GenerationMeta.Module] {
        try ViewSet.tableNames.map { name in
            let count = try count(try environment.requiredTable(name))
            return GenerationMeta.Module(name: name, rowCount: UInt64(count))
        }
    }

    mutating func store(_ meta: GenerationMeta, in environment: Environment) throws {
        try put(
            try environment.requiredTable(GenerationMeta.tableName), key: GenerationMeta.key,
            value: GenerationMeta.frame.framed(meta.encoded, at: 0))
    }
}
