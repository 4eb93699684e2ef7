import CLMDB
import Coordinates
import EntryLog
import FoundationEssentials

/// Nothing but LMDB, by its own functions: what a durable append costs at the least. Our module checks
/// what a commit rests on, and is what is measured.
final class RawTable {
    private var environment: OpaquePointer?
    private var table: MDB_dbi = 0

    init(at path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try check(mdb_env_create(&environment))
        try check(mdb_env_set_mapsize(environment, 1 << 30))
        try check(mdb_env_open(environment, path, 0, 0o600))
        try write { try check(mdb_dbi_open($0, nil, 0, &table)) }
    }

    deinit { mdb_env_close(environment) }

    func put(_ number: Int, _ bytes: [UInt8]) throws {
        var (key, value) = (Position(UInt64(number)).key, bytes)
        try write { transaction in
            try key.withUnsafeMutableBytes { key in
                try value.withUnsafeMutableBytes { value in
                    var record = (
                        key: MDB_val(mv_size: key.count, mv_data: key.baseAddress),
                        value: MDB_val(mv_size: value.count, mv_data: value.baseAddress)
                    )
                    try check(
                        mdb_put(
                            transaction, table, &record.key, &record.value, UInt32(MDB_APPEND)))
                }
            }
        }
    }

    /// One transaction: what throws here ends the measuring, and so is not undone.
    private func write(_ body: (OpaquePointer?) throws -> Void) throws {
        var transaction: OpaquePointer?
        try check(mdb_txn_begin(environment, nil, 0, &transaction))
        try body(transaction)
        try check(mdb_txn_commit(transaction))
    }

    private func check(_ code: Int32) throws {
        guard code == MDB_SUCCESS else { throw RawFailure(code: code) }
    }
}

/// LMDB refused; `code` as lmdb.h has it.
struct RawFailure: Error {
    let code: Int32
}
