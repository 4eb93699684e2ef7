import CBOR
import Coordinates
import EntryLog
import LMDB
import LogSupport
import TestSupport

extension LogBench {
    func storedEntry(_ index: UInt64) throws -> [UInt8] {
        try log.read { [UInt8](copying: try $0.bytes(at: Position(index))) }
    }

    func storedEntries() throws -> [[UInt8]] {
        var entries: [[UInt8]] = []
        try log.read { try $0.forEachRecord { entries.append([UInt8](copying: $1)) } }
        return entries
    }

    /// Changes a table behind the log's back. The log is closed afterwards.
    func change(
        _ table: String, _ body: (inout WriteTransaction, Table) throws -> Void
    ) throws {
        close()
        let environment = try Environment(
            path: directory.path, access: .create, tables: LogTables.names)
        try environment.write { try body(&$0, environment.table(table)!) }
    }
}

/// Contents of entries, no two alike.
func contents(_ numbers: Range<UInt64>) -> [[UInt8]] { numbers.map(\.encoded) }
