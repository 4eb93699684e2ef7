import ArgumentParser
import Audit
import EntryLog
import LMDB
import Registry

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Verify the whole ledger, and derive everything in it again.")

    @OptionGroup var options: LedgerOptions

    func run() throws {
        try options.reporting {
            let (report, ledger) = try audited()
            options.print(AuditOutput(report, of: ledger?.log))
            if !report.isVerified { throw ExitCode(FailureCode.foundWrong.rawValue) }
        }
    }

    private func audited() throws -> (AuditReport, Ledger?) {
        do {
            let ledger = try options.open(.readOnly)
            let report = try audit(ledger.log, ledger.views, ledger.annexes)
            return (report, ledger)
        } catch EntryLogError.damagedEntry(let position, let detail) {
            return (audit(ofUnopenable: detail, at: position), nil)
        } catch EntryLogError.damaged(let detail) {
            return (audit(ofUnopenable: detail, at: nil), nil)
        } catch let error as LMDBError where error.isInvalid {
            return (audit(ofUnopenable: error.description, at: nil), nil)
        }
    }
}
