import ArgumentParser
import Audit
import EntryLog
import Registry

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Verify the whole ledger, and derive everything in it again.")

    @OptionGroup var options: LedgerOptions

    func run() throws {
        try options.reporting {
            let (report, isRehearsal) = try audited()
            options.print(AuditOutput(report, isRehearsal: isRehearsal))
            if !report.isVerified { throw ExitCode(FailureCode.foundWrong.rawValue) }
        }
    }

    private func audited() throws -> (AuditReport, isRehearsal: Bool) {
        do {
            let registry = try options.open(.readOnly)
            let report = try audit(registry.log, registry.views)
            return (report, registry.log.founding.isRehearsal)
        } catch EntryLogError.damagedEntry(let position, let detail) {
            return (audit(ofUnopenable: detail, at: position), isRehearsal: false)
        } catch EntryLogError.damaged(let detail) {
            return (audit(ofUnopenable: detail, at: nil), isRehearsal: false)
        }
    }
}
