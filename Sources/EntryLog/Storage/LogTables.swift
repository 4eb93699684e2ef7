import Coordinates
package import LMDB
import TransparencyLog

/// The tables of `log/`. Only `SealedBatch.store` writes them.
package struct LogTables: Sendable {
    package static let names = ["entries", "tiles", "commands", "meta"]

    /// Position, 8 bytes big-endian → the entry's bytes.
    package let entries: Table
    /// Tile level, 1 byte, and index, 8 bytes big-endian → 256 hashes. At level 0 full tiles only:
    /// the right edge is computed again from the entries. Above it also the last one, which has 1
    /// to 256: a tile of one level less for each.
    package let tiles: Table
    /// Command id → `[first position, count]`.
    package let commands: Table
    /// `format` → the format's version; `head` → the log's head.
    package let meta: Table

    /// Nil where a table is missing.
    init?(in environment: Environment) {
        guard let entries = environment.table("entries"), let tiles = environment.table("tiles"),
            let commands = environment.table("commands"), let meta = environment.table("meta")
        else { return nil }
        self.entries = entries
        self.tiles = tiles
        self.commands = commands
        self.meta = meta
    }

    func isEmpty(in transaction: borrowing ReadTransaction) throws -> Bool {
        for table in [entries, tiles, commands, meta] where try transaction.count(table) > 0 {
            return false
        }
        return true
    }
}

enum MetaKey {
    static let format = Array("format".utf8)
    static let head = Array("head".utf8)
}

extension UInt64 {
    /// Big-endian, so that keys sort as numbers do.
    var key: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * $0)) } }
}

extension Position {
    package var key: [UInt8] { index.key }

    package init?(key: RawSpan) {
        guard key.byteCount == 8 else { return nil }
        self.init(UInt64(bigEndian: unsafe key.unsafeLoadUnaligned(as: UInt64.self)))
    }
}

extension CommandID {
    var key: [UInt8] { Array(description.utf8) }
}

extension Tile {
    package var key: [UInt8] { [UInt8(level)] + index.key }
}
