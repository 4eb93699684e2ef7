import Annexes
import Answers
import Audit
import Checkpoints
import Coordinates
import Handlingsplan
import PlanLog
import TransparencyLog

extension English {
    func audit(_ report: AuditReport, ledger: Hash?) -> [String] {
        [
            report.isVerified
                ? "Verified: every signature, right, seal, time, tile and row follows from the entries."
                : "NOT VERIFIED.",
            "  \(count(report.entryCount, "entry", "entries")), "
                + count(report.eventCount, "event")
                + (report.annexCount == 0
                    ? "" : ", " + count(report.annexCount, "annex", "annexes"))
                + (report.annexCount == 0 || report.areAnnexesChecked ? "" : " (not checked)"),
            "  \(report.isVerified ? "" : "followed up to ")size \(report.size), "
                + "root \(base64(report.root))",
        ] + (ledger.map { ["  ledger \($0)"] } ?? [])
    }

    func voidsFound(_ voids: VoidEntries) -> [String] {
        let dealt = Dictionary(grouping: voids.positions) { voids.dealtWithAt($0) }
        return dealt.sorted { ($0.key ?? Position(.max)) < ($1.key ?? Position(.max)) }.map {
            let counted = count($1.count, "void entry", "void entries")
            return "  " + counted + ", " + ($0.map { dealtWith(at: $0) } ?? "not dealt with")
        }
    }

    func datedAhead(_ position: Position) -> String {
        "  Remark: entry \(position) is dated later than this machine's clock."
    }

    func hashed(_ report: HashReport, ledger: Hash) -> [String] {
        [
            report.isVerified
                ? "The entries' bytes give the root; no signature was checked."
                : "NOT VERIFIED.",
            "  size \(report.size), root \(base64(report.root))", "  ledger \(ledger)",
        ]
    }

    func replayHeading(_ report: ReplayReport, to: CalendarDate) -> String {
        "What held on \(report.moment.effective), by what was recorded up to \(to) "
            + "(position \(report.moment.known))."
    }

    func replayRoot(_ report: ReplayReport, ledger: Hash) -> String {
        let entries = count(
            Int(report.moment.known.treeSize.count), "signed entry", "signed entries")
        return
            (report.isVerified
            ? "Verified: derived from \(entries), and "
                + (report.hasViews
                    ? "the views agree." : "there are no stored views to compare with.")
            : "NOT VERIFIED.") + "\n  root \(base64(report.root))\n  ledger \(ledger)"
    }

    func findings(_ findings: [Finding]) -> [String] {
        listed(findings.map { ($0.position, problem($0.problem)) })
    }

    /// The first findings in full; how many more there are.
    func listed(_ findings: [(position: Position?, problem: String)]) -> [String] {
        let shown = 20
        let lines = findings.prefix(shown).map { position, problem in
            "  Finding: " + (position.map { "position \($0): " } ?? "") + problem
        }
        if findings.count <= shown { return lines }
        return lines + ["  ... and \(findings.count - shown) more; --format json lists all."]
    }

    func problem(_ problem: Problem) -> String {
        switch problem {
        case .missing(count: 1): "the entry is missing"
        case .missing(let count): "\(count) entries are missing from here on"
        case .strayRecord: "a record whose key is no position"
        case .beyondHead: "an entry after the end of the log"
        case .malformed(let detail): "the bytes are no entry (\(detail))"
        case .wrongPosition(let stated): "the entry says that it belongs at position \(stated)"
        case .timeGoesBack(let from, let to): "recorded \(to), but the entry before \(from)"
        case .unknownSigner(let key): "signed with key \(key), which was never given a right"
        case .notPermitted(let key, let objection):
            "signed with key \(key), \(self.objection(objection) { "committee \($0)" })"
        case .badSignature: "the signature does not hold: the entry was changed after signing"
        case .brokenSeal(let stated, let computed):
            "the entries before it are not those that its signer sealed "
                + "(sealed \(base64(stated)), found \(base64(computed)))"
        case .notAnAct(.malformed(let detail)): "the content is no act (\(detail))"
        case .notAnAct(.unknownEvent(let event)):
            "an event of kind \(event.kind), version \(event.version), is not known here"
        case .badCorrection(let target):
            "entry \(target), which it corrects, is not there, is void, or is corrected already"
        case .impossible(let error): cannotFollow(error)
        case .otherSigner(let id):
            "the entry before it of the same command, \(id), was signed by another key"
        case .badDisregard(let run):
            "not all entries from \(run.first) to \(run.last) are void, or they have another root"
        case .badClock(let before, let time):
            "it declares a clock wrong, was recorded \(time), but an entry that it leaves right "
                + "\(before)"
        case .badFormat(let format, let inForce):
            "it raises the format to \(format), and \(inForce) is in force"
        case .noSteward: "nobody would be a steward for good after it"
        case .tileMissing(let tile): "the stored tile \(tile) is missing"
        case .tileDiffers(let tile): "the stored tile \(tile) does not fit the entries"
        case .strayTiles(let count, let expected):
            "there are \(count) stored tiles, and the entries fill \(expected)"
        case .commandRecordDiffers(let command): "the record of command \(command) does not fit"
        case .strayCommandRecords(let count, let expected):
            "there are records of \(count) commands, and entries of \(expected)"
        case .headUnreadable(let detail): "the log cannot be opened: \(detail)"
        case .headDiffers: "what the log says of its end does not fit the entries"
        case .rootDiffers(let stated, let computed):
            "the log gives the root \(base64(stated)), its entries \(base64(computed))"
        case .page(let damage, ofViews: false):
            "log/data.mdb is damaged at \(damage). Keep it as it is, and run liggare repair."
        case .page(let damage, ofViews: true):
            "the views are damaged at \(damage). Run rebuild."
        case .viewsUnreadable(let detail): "the views cannot be read (\(detail)). Run rebuild."
        case .rowDiffers(let module, let key):
            "row \(key) of the view \(module) is not what the entries give. Run rebuild."
        case .answerDiffers(let question):
            "the views answer \"\(visible(question))\" otherwise than the entries do. "
                + "Run rebuild."
        case .boardDiffers(let code):
            "the views show another board for \(code) than the entries give. Run rebuild."
        case .otherLedger(let expected): "this is another ledger than \(expected)"
        case .otherCheckpointKey:
            "the ledger's own key is another than the verification key that was given"
        case .shorter(let size, let source):
            "the log ends here, but it had \(size) entries: \(source) says so. "
                + "Its tail was cut off, or an old copy was put in its place."
        case .otherHistory(let size, let source):
            "the first \(size) entries are not those that \(source) speaks of: "
                + "the history was rewritten, or this is another log"
        case .checkpointUnsound(let size, let detail):
            "the kept checkpoint of size \(size) is not to be believed (\(detail))"
        case .checkpointRemoved(let size):
            "the checkpoint of size \(size) was signed, and is not in checkpoints/ any more. "
                + "Restore it from a copy."
        case .checkpointUnlisted(let size):
            "the checkpoint of size \(size) is not in checkpoints/index, which was changed or cut"
        case .checkpointIndexMalformed:
            "checkpoints/index, the list of what was signed, is damaged. Restore it from a copy."
        case .recordedAfter(let sighting):
            "recorded later than \(sighting.witness) saw the entry, \(sighting.time.rfc3339)"
        case .publishedFile(let name, let detail): "\(name): \(detail)"
        case .publishedCheckpoint(let detail): "the checkpoint is not to be believed: \(detail)"
        case .publishedEntryDiffers(let bundle):
            "the entry in \(bundle) is not the one whose hash is in its tile"
        case .publishedTileDiffers(let tile): "the tile \(tile) does not fit the entries"
        case .publishedRootDiffers(let stated, let computed):
            "the checkpoint gives the root \(base64(stated)), the tiles \(base64(computed))"
        case .annexLost(let digest, .missing):
            "annex \(digest) is in the backup, and not in annexes/ any more. Restore it from there."
        case .annexLost(let digest, _):
            "annex \(digest) in annexes/ is not as it was, or as it is in the backup. Compare the two."
        case .annex(let annex, let problem): "annex \(annex.name) \(self.problem(problem, annex))"
        }
    }

    private func problem(_ problem: AnnexProblem, _ annex: Annex) -> String {
        switch problem {
        case .missing: "(\(annex.digest)) is missing. Restore it from a copy."
        case .differs(let actual):
            "was changed: its SHA-256 is not \(annex.digest) but "
                + "\(Digest256(actual)?.description ?? "another"). Restore it from a copy."
        case .wrongSize(let actual):
            "(\(annex.digest)) has \(actual) bytes, not \(annex.byteCount). Restore it from a copy."
        case .unreadable: "(\(annex.digest)) cannot be read. Restore it from a copy."
        }
    }
}
