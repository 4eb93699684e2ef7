import EntryLog
import Files
import Glibc
import LedgerSupport
import Registry
import Testing
import Views

@testable import Audit
@testable import LMDB

@Suite("Whose fault it is that views cannot be compared")
struct ViewFaultTests {
    private func findings(
        _ ledger: TestLedger, _ error: any Error
    ) throws -> [Finding] {
        try whatIsWrong(with: try ledger.registry.views) { throw error }
    }

    @Test(
        "A failure of the machine is thrown, and no finding",
        arguments: [ENOMEM, EMFILE, EIO, EINTR])
    func machine(code: Int32) throws {
        try withLedger { ledger in
            let path = ledger.viewsPath + "/generation-1"
            let failure = LMDBError(code: code, operation: "open", path: path)
            #expect(throws: failure) { _ = try findings(ledger, failure) }
            let other = FileFailure(path, errno: code)
            #expect(throws: other) { _ = try findings(ledger, other) }
        }
    }

    @Test("A file of the views that is none is a finding; the log's is not one of the views")
    func files() throws {
        try withLedger { ledger in
            let path = ledger.viewsPath + "/generation-1"
            let own = try findings(
                ledger, LMDBError(code: Self.invalid, operation: "open", path: path))
            #expect(own.map(\.problem.kind) == ["views"])
            let row = try findings(ledger, ViewsError.damaged("row 1"))
            #expect(row.map(\.problem.kind) == ["views"])
            let log = LMDBError(code: Self.invalid, operation: "open", path: ledger.logPath)
            #expect(throws: log) { _ = try findings(ledger, log) }
        }
    }

    /// `MDB_INVALID`.
    private static let invalid: Int32 = -30793
}
