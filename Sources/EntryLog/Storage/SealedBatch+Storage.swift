import CBOR
import Coordinates
import LMDB
import TransparencyLog

extension SealedBatch {
    /// Writes the entries, the tiles that they fill, the command's record and the new head.
    func store(in transaction: inout WriteTransaction, _ tables: LogTables) throws {
        var size = before.size
        for bytes in entries {
            try transaction.append(
                tables.entries, key: size.end.key, value: bytes)
            size = size.end.treeSize
            for tile in Tile.stored(with: size) {
                try transaction.store(tile, tables)
            }
        }
        if let commandID {
            let record = CommandRecord(first: before.size.end, count: UInt64(entries.count))
            try transaction.put(tables.commands, key: commandID.key, value: record.encoded)
        }
        try transaction.put(tables.meta, key: MetaKey.head, value: after.encoded)
    }
}
