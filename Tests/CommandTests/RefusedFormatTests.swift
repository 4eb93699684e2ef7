import Coordinates
import EntryLog
import LMDB
import Testing

@Suite("Ledgers of another format")
struct RefusedFormatTests {
    @Test(
        "A ledger that a newer program wrote is left alone",
        arguments: [["audit"], ["board", "KS"], ["committee", "add", "BN", "Bildningsnämnden"]])
    func newer(arguments: [String]) throws {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.setFormat(LogFormat.first + 1)
        let logBefore = workplace.logBytes
        let outcome = try workplace.start(arguments).outcome()
        #expect(outcome.exitCode == 65)
        #expect(
            outcome.errors
                == """
                liggare: the ledger has format 2, and this program reads up to 1. \
                Use a newer liggare.

                """)
        #expect(workplace.logBytes == logBefore)
        try workplace.setFormat(LogFormat.first)
        #expect(try workplace.audit() == 4)
    }
}

extension Workplace {
    /// Writes another format into the log. Formats up to 23 are one byte of CBOR.
    fileprivate func setFormat(_ format: UInt64) throws {
        let environment = try Environment(
            path: path + "/ledger/log", access: .create, tables: ["meta"])
        let meta = try #require(environment.table("meta"))
        try environment.write {
            try $0.put(meta, key: Array("format".utf8), value: [UInt8(format)])
        }
    }
}
