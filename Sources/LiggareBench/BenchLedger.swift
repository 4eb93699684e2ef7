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
        let plan = DocumentSlug("plan")!
        try record(.adopt(NewDocument(.plan, plan, title: "Handlingsplan")))
        for code in Self.codes {
            let action = NewAction(
                title: "Samverka om mottagandet av nyanlända inom \(code)",
                responsible: .committees([CommitteeCode(code)!]),
                deadline: "Klart innan juni 2027")
            try record(.decideAction(plan, action))
        }
    }

    /// The whole way: read, decide, sign, append.
    func recordStatus(_ number: Int) throws {
        let (action, status) = Self.status(number)
        try record(.reportStatus(action, StatusReport(status), by: nil))
    }

    /// Many as one command.
    func recordStatuses(_ count: Int) throws {
        let items = (0..<count).map { number in
            let (action, status) = Self.status(number)
            return Request.Item(
                .reportStatus(action, StatusReport(status), by: nil), effective: Self.day)
        }
        let request = Request(items, commandID: Self.commandID(), time: Self.now())
        _ = try ledger.record(request, signedBy: key)
    }

    /// What the report of a number says.
    static func status(_ number: Int) -> (ActionNumber, Status) {
        (ActionNumber(UInt32(number % codes.count) + 1), Status.allCases[number % 4])
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
            Request(command, effective: Self.day, commandID: Self.commandID(), time: Self.now()),
            signedBy: key)
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
