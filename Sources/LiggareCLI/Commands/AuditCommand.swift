import ArgumentParser
import Audit
import Checkpoints
import Coordinates
import EntryLog
import LMDB
import Publication
import Registry
import Reports
import TransparencyLog

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.audit)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var outside: OutsideOptions
    @Option(help: .of(.auditFrom, "place")) var from: String?
    @Option(help: .of(.auditKey, "vkey")) var key: VerificationKey?
    @Option(help: .of(.auditCopy, "dir")) var copy: String?

    @Flag(help: .of(.auditHashesOnly)) var hashesOnly = false

    func run() throws {
        try options.reporting {
            try checkOptions()
            if try !isVerified() { throw ExitCode.foundWrong }
        }
    }

    /// What was given and would not be looked at, the auditor must hear of.
    private func checkOptions() throws {
        if from == nil, key != nil || copy != nil { throw UsageError.keyOrCopyWithoutFrom }
        if hashesOnly, from != nil || outside.isGiven { throw UsageError.hashesOnlyAlone }
    }

    private func isVerified() throws -> Bool {
        if let from { return try auditPublished(at: from) }
        do {
            return try hashesOnly ? hashOwn() : auditOwn()
        } catch EntryLogError.damagedEntry(let position, let detail) {
            return unopenable(detail, at: position)
        } catch EntryLogError.damaged(let detail) {
            return unopenable(detail)
        } catch let error as LMDBError where error.isInvalid {
            return unopenable(error.description)
        }
    }

    private func hashOwn() throws -> Bool {
        let ledger = try options.open(.readOnly)
        let report = try auditHashes(of: ledger.log)
        options.print(HashAuditOutput(report, of: ledger.log))
        return report.isVerified
    }

    private func auditOwn() throws -> Bool {
        // Before the log is opened: what LMDB finds on a damaged page, it follows.
        let pages = try Ledger.checkPages(at: try options.directory())
        guard pages.log.isSound else {
            options.print(AuditOutput(audit(ofDamaged: pages.log, pages.views), of: nil))
            return false
        }
        // What was seen of it before is one more thing to compare with, and stops no audit.
        let ledger = try Ledger.open(at: try options.directory(), .readOnly)
        let seen = ledger.isCopy ? nil : try options.seen()?.last(of: ledger.log.id)
        let report = try audit(
            ledger.log, ledger.views, ledger.copy == .published ? nil : ledger.annexes,
            ledger.checkpoints,
            against: try outside.knowledge(
                of: ledger.log.founding.verificationKey, seen: seen), now: Surroundings.now())
        options.print(AuditOutput(report, of: ledger.log))
        return report.isVerified
    }

    /// The log cannot be read, which is what the audit finds.
    private func unopenable(_ detail: String, at position: Position? = nil) -> Bool {
        options.print(AuditOutput(audit(ofUnopenable: detail, at: position), of: nil))
        return false
    }

    private func auditPublished(at place: String) throws -> Bool {
        guard let key else { throw UsageError.fromWithoutKey }
        let copy = try copy ?? Surroundings.copyFolder(of: key)
        let source = PublishedSource(place, fetchingInto: copy + "/fetching")
        let report = try audit(
            PublishedLog(source), signedBy: key, copyAt: copy,
            against: try outside.knowledge(of: key))
        options.print(PublishedAuditOutput(report, copy: copy))
        return report.isVerified
    }
}
