import Annexes
import Audit
import Coordinates
import Foundation
import Handlingsplan
import LedgerSupport
import Registry
import Testing

@Suite("Annexes under audit")
struct AnnexAuditTests {
    @Test("An annex that is as it was attached is counted, and nothing is found")
    func sound() throws {
        try withAnnex { ledger, _, _ in
            let report = try ledger.audit()
            #expect(report.findings == [])
            #expect(report.annexCount == 1)
        }
    }

    @Test("An annex that is gone is found at the entry that attached it")
    func missing() throws {
        try withAnnex { ledger, annex, file in
            try FileManager.default.removeItem(atPath: file)
            #expect(try findings(in: ledger) == [Finding(.annex(annex, .missing), at: Position(2))])
            _ = try ledger.audit()
        }
    }

    @Test("An annex of other content, or of another length, is found")
    func changed() throws {
        try withAnnex { ledger, annex, file in
            let content = try Data(contentsOf: URL(filePath: file))
            try replace(file, with: Data("abd".utf8))
            guard case .annex(annex, .differs) = try findings(in: ledger).first?.problem else {
                Issue.record("a changed annex was not found")
                return
            }
            try replace(file, with: Data("abcd".utf8))
            #expect(
                try findings(in: ledger)
                    == [Finding(.annex(annex, .wrongSize(actual: 4)), at: Position(2))])
            try replace(file, with: content)
            #expect(try findings(in: ledger) == [])
        }
    }

    private func withAnnex(_ body: (TestLedger, Annex, String) throws -> Void) throws {
        try withLedger { ledger in
            let annex = Annex.samples[0]
            try ledger.record(.establish("KS"))
            try ledger.record(.attach(.committee(code("KS")), annex))
            _ = try ledger.audit()
            let file = try ledger.registry.annexes.path(of: annex.digest.bytes)
            try body(ledger, annex, file)
        }
    }

    /// What an audit finds, with the files as they are.
    private func findings(in ledger: TestLedger) throws -> [Finding] {
        let registry = try ledger.registry
        return try audit(
            registry.log, registry.views, registry.annexes, registry.checkpoints
        ).findings
    }

    private func replace(_ file: String, with content: Data) throws {
        try FileManager.default.removeItem(atPath: file)
        try content.write(to: URL(filePath: file))
    }
}
