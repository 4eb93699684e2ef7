import ArgumentParser
import Audit
import Checkpoints
import EntryLog
import Files
import LMDB
import Publication
import Registry
import TransparencyLog

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Verify a whole ledger, and derive everything in it again.",
        discussion: """
            With --from, a published ledger is audited: only what is new since the last time is \
            fetched and checked, and a copy is kept, which --ledger can then be given.

            A ledger can be rewritten so that everything in it fits together. What shows that is \
            what you know from elsewhere: its id, checkpoints that you kept, and witnesses.
            """)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var outside: OutsideOptions
    @Option(
        help: ArgumentHelp(
            "Audit the ledger that is published in this directory or at this address.",
            valueName: "place"))
    var from: String?
    @Option(
        help: ArgumentHelp(
            """
            With --from: the ledger's verification key, or a file that holds it. Have it from \
            somebody else than the server.
            """, valueName: "vkey"))
    var key: VerificationKey?
    @Option(
        help: ArgumentHelp(
            "With --from: where to keep the copy; by default with your other state.",
            valueName: "dir"))
    var copy: String?

    @Flag(help: "Only hash the entries again, and compare tiles and root: a quick daily check.")
    var hashesOnly = false

    func run() throws {
        try options.reporting {
            try checkOptions()
            let isVerified =
                try from.map(auditPublished) ?? (hashesOnly ? hashOwn() : auditOwn())
            if !isVerified { throw ExitCode(FailureCode.foundWrong.rawValue) }
        }
    }

    /// What was given and would not be looked at, the auditor must hear of.
    private func checkOptions() throws {
        if from == nil, key != nil || copy != nil { throw UsageError.keyOrCopyWithoutFrom }
        if hashesOnly, from != nil || outside.isGiven { throw UsageError.hashesOnlyAlone }
    }

    private func hashOwn() throws -> Bool {
        let ledger = try options.open(.readOnly)
        do {
            let report = try auditHashes(of: ledger.log)
            options.print(HashAuditOutput(report, of: ledger.log))
            return report.isVerified
        } catch EntryLogError.damagedEntry(let position, let detail) {
            options.print(AuditOutput(audit(ofUnopenable: detail, at: position), of: nil))
        } catch EntryLogError.damaged(let detail) {
            options.print(AuditOutput(audit(ofUnopenable: detail, at: nil), of: nil))
        }
        return false
    }

    private func auditOwn() throws -> Bool {
        let (report, ledger) = try audited()
        options.print(AuditOutput(report, of: ledger?.log))
        return report.isVerified
    }

    private func audited() throws -> (AuditReport, Ledger?) {
        do {
            // What was seen of it before is one more thing to compare with, and stops no audit.
            let ledger = try Ledger.open(at: try options.directory(), .readOnly)
            let seen = ledger.isCopy ? nil : try Surroundings.seen()?.last(of: ledger.log.id)
            let report = try audit(
                ledger.log, ledger.views, ledger.isCopy ? nil : ledger.annexes,
                ledger.checkpoints,
                against: try outside.knowledge(
                    of: ledger.log.founding.verificationKey, seen: seen))
            return (report, ledger)
        } catch EntryLogError.damagedEntry(let position, let detail) {
            return (audit(ofUnopenable: detail, at: position), nil)
        } catch EntryLogError.damaged(let detail) {
            return (audit(ofUnopenable: detail, at: nil), nil)
        } catch let error as LMDBError where error.isInvalid {
            return (audit(ofUnopenable: error.description, at: nil), nil)
        }
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

/// What an auditor knows from elsewhere.
struct OutsideOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Checkpoints that you kept: the ledger must be an extension of each.",
            valueName: "file"))
    var against: [String] = []
    @Option(
        help: ArgumentHelp("The ledger's id, as init printed it.", valueName: "hex"))
    var ledgerID: Hash?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Keys of witnesses whose cosignatures you believe.", valueName: "vkey"))
    var witnessKey: [VerificationKey] = []

    var isGiven: Bool { !against.isEmpty || ledgerID != nil || !witnessKey.isEmpty }

    /// - Parameter seen: what the user's programs last saw of the ledger.
    func knowledge(
        of log: VerificationKey, seen: Checkpoint? = nil
    ) throws -> OutsideKnowledge {
        let remembered = seen.map { [OutsideKnowledge.Kept($0, from: "what you saw before")] }
        return OutsideKnowledge(
            ledger: ledgerID,
            kept: try (remembered ?? [])
                + against.map {
                    OutsideKnowledge.Kept(try checkpoint(in: $0, of: log), from: $0)
                },
            witnesses: witnessKey)
    }

    /// A checkpoint that the ledger signed; or, without any signature, one that was written down.
    private func checkpoint(in file: String, of log: VerificationKey) throws -> Checkpoint {
        guard let bytes = try WholeFile.read(file, byteLimit: SignedNote.maximumByteCount) else {
            throw FileError.missing(file)
        }
        do {
            if let written = try? Checkpoint(text: String(decoding: bytes, as: UTF8.self)) {
                guard written.origin == log.name else {
                    throw NoteError.otherOrigin(written.origin)
                }
                return written
            }
            return try Checkpoint(bytes, signedBy: log)
        } catch let error as NoteError {
            throw UnbelievedCheckpoint(file: file, reason: error)
        }
    }
}

/// A file that was given as a checkpoint of the ledger, and is none.
struct UnbelievedCheckpoint: Error {
    let file: String
    let reason: NoteError
}
