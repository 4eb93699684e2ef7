import Audit
import Coordinates
import EntryLog
import FoundationEssentials
import Handlingsplan
import PlanLog
import Registry
import TransparencyLog

/// A ledger with eight committees and as many actions, to record in.
struct BenchLedger {
    let ledger: Ledger
    let key = SigningKey()
    let checkpointKey = SigningKey()
    static let codes = ["KS", "BUN", "SN", "KFN", "MHN", "TN", "VN", "ON"]
    static let day = CalendarDate(year: 2026, month: 1, day: 2)!

    init(at directory: String) throws {
        ledger = try Ledger.found(
            at: directory,
            Founding(
                name: "Bench", origin: "bench.example", timeZone: "Europe/Stockholm",
                founder: key.publicKey, checkpointKey: checkpointKey.publicKey, isRehearsal: false),
            commandID: Self.commandID(), time: Self.now(), signedBy: key)
        for code in Self.codes {
            try record(.establishCommittee(Naming(code: CommitteeCode(code)!, name: code)))
        }
        try record(.adopt(NewDocument(.plan, DocumentSlug("plan")!, title: "Handlingsplan")))
        try decideActions(Self.codes.count)
    }

    /// As one command, of each committee in turn.
    func decideActions(_ count: Int) throws {
        let items = (0..<count).map { number in
            let code = Self.codes[number % Self.codes.count]
            let action = NewAction(
                title: "Samverka om mottagandet av nyanlända inom \(code)",
                responsible: .committees([CommitteeCode(code)!]),
                deadline: "Klart innan juni 2027")
            return Proposal(
                .decideAction(DocumentSlug("plan")!, action), effective: Self.day)
        }
        _ = try ledger.record(request(items), signedBy: key)
    }

    /// The whole way: read, decide, sign, append.
    func recordStatus(_ number: Int) throws {
        let (action, status) = Self.status(number)
        try record(.reportStatus(action, StatusReport(status), by: nil))
    }

    /// What the report of a number says: each action gets one in turn.
    static func status(_ number: Int, of actions: Int = codes.count) -> (ActionNumber, Status) {
        let statuses = Status.allCases
        return (
            ActionNumber(UInt32(number % actions) + 1), statuses[number / actions % statuses.count]
        )
    }

    /// Only what the log does: sign an act that is ready, and append it; or some as one command.
    func appendSealed(times: Int = 1) throws {
        let head = try ledger.log.read { $0.head }
        let contents = sampleAct.parts(contentByteLimit: SealedBatch.contentByteLimit)
            .map(\.content)
        let batch = try SealedBatch(
            Array(repeatElement(contents, count: times).joined()),
            commandID: Self.commandID(), on: head,
            recordedAt: try ledger.log.admit(Self.now(), on: head), signedBy: key)
        _ = try ledger.log.append(batch)
    }

    /// The stored bytes of a status report.
    func sampleEntry() throws -> [UInt8] {
        try recordStatus(0)
        return try ledger.log.read { log in
            let bytes = try log.bytes(at: log.size.last!)
            return bytes.withUnsafeBytes { Array($0) }
        }
    }

    private var sampleAct: Act {
        Act(
            effective: Self.day,
            events: [.statusReported(ActionNumber(1), CommitteeNumber(1), StatusReport(.ongoing))])
    }

    private func record(_ command: Command) throws {
        _ = try ledger.record(
            request([Proposal(command, effective: Self.day)]), signedBy: key)
    }

    func request(_ proposals: [Proposal]) -> Request {
        Request(proposals, commandID: Self.commandID(), time: Self.now())
    }

    static func now() -> RecordingTime {
        .clock(Timestamp(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000)))
    }

    private static func commandID() -> CommandID {
        var generator = SystemRandomNumberGenerator()
        return CommandID.random(using: &generator)
    }
}

extension BenchLedger {
    func audit() throws -> AuditReport {
        try Audit.audit(ledger.log, ledger.views, ledger.annexes, ledger.checkpoints)
    }
}
