import CBOR
import Coordinates
import EntryLog
import LMDB
import TransparencyLog

/// What a generation of rows says of itself.
struct GenerationMeta: Sendable {
    static let tableName = "meta"
    static let key = Array("generation".utf8)
    static let frame = RowFrame(tableName, tableName: tableName, isChained: false)

    /// The tree over the entries that the rows have absorbed, each of which was judged.
    let frontier: Frontier
    /// When the last of them that stands was recorded.
    let recordedAt: Timestamp
    /// The modules that made the rows.
    let modules: [Module]
    /// The hash of what was said of the rebuild that made the generation; nil where none did.
    var attestation: Hash?

    struct Module: Hashable, Sendable {
        /// Of its table: its name and version.
        let name: String
        let rowCount: UInt64
    }

    /// How many entries the rows have absorbed.
    var size: TreeSize { frontier.size }

    /// The root of the log of that size.
    var root: Hash { frontier.root }

    func rowCount(of module: any Projection.Type) -> Int {
        modules.first { $0.name == module.tableName }.map { Int(clamping: $0.rowCount) } ?? 0
    }

    /// Whether the rows are those of this program's modules.
    var isCurrent: Bool { modules.map(\.name) == ViewSet.tableNames }
}

/// `{1: size, 2: [frontier hashes], 3: [[module, rows] ...], ? 4: attestation, 5: recorded time}`.
extension GenerationMeta: CBORCodable {
    init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> GenerationMeta in
            let size: TreeSize = try fields.required(1)
            guard size.count > 0,
                let frontier = Frontier(size: size, hashes: try fields.required(2))
            else { throw fields.error(.outOfRange) }
            let modules: [Module] = try fields.required(3)
            let attestation: Hash? = try fields.optional(4)
            return GenerationMeta(
                frontier: frontier, recordedAt: try fields.required(5), modules: modules,
                attestation: attestation)
        }
    }

    func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, size)
            $0.field(2, frontier.hashes)
            $0.field(3, modules)
            $0.field(4, ifPresent: attestation)
            $0.field(5, recordedAt)
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
