package import Audit
package import Coordinates
package import EntryLog
import Foundation
package import Handlingsplan
import PlanLog
package import Registry
import Synchronization
package import TestSupport
package import Testing
package import TransparencyLog
package import Views

/// A rehearsal ledger in a directory of its own. The founder's key, the command ids and the clock
/// are the same in every run, and so are all bytes.
package final class TestLedger {
    package let directory: TemporaryDirectory
    /// What the next entry's recorded time will be. Each entry moves it on by `step`.
    package var now: Timestamp
    package var step: Duration = .seconds(3600)
    private var opened: Ledger?
    /// What was wrong with the stored rows, each time that they were given up.
    package let distrusted = Distrusted()
    private var commandCount = 0

    package init() throws {
        directory = try TemporaryDirectory()
        now = Self.noon(Self.foundingDay)
        opened = try Ledger.found(
            at: directory.path, Self.founding, commandID: try #require(CommandID("found")),
            time: .rehearsed(now), signedBy: Self.founder)
        advance()
    }

    /// A ledger that was copied, and not opened yet.
    package init(_ copy: LedgerCopy) throws {
        directory = try TemporaryDirectory()
        now = copy.now
        commandCount = copy.commandCount
        try copy.write(to: directory)
    }

    package static let founder = key(1)
    package static let checkpointKey = key(2)

    /// Another key for every number, the same in every run.
    package static func key(_ number: UInt8) -> SigningKey {
        guard let key = SigningKey(seed: Array(repeating: number, count: 32)) else {
            preconditionFailure("32 bytes are a seed")
        }
        return key
    }

    package static let founding = Founding(
        name: "Provköping", origin: "provkoping.example/liggare", timeZone: "Europe/Stockholm",
        founder: founder.publicKey, checkpointKey: checkpointKey.publicKey, isRehearsal: true)
    package static let foundingDay = day("2014-01-02")

    private static func noon(_ day: CalendarDate) -> Timestamp {
        Timestamp(milliseconds: Int64(day.daysSinceEpoch) * 86_400_000 + 43_200_000)
    }

    private func advance() {
        now = Timestamp(milliseconds: now.milliseconds + step.components.seconds * 1000)
    }
}

// MARK: Opening and closing

extension TestLedger {
    package var logPath: String { directory.path + "/log" }
    package var viewsPath: String { directory.path + "/views" }

    /// The one registry that this process has open on the ledger.
    package var registry: Ledger {
        get throws {
            if let opened { return opened }
            let registry = try Ledger.open(
                at: directory.path, .readWrite, tell: { [distrusted] in distrusted.note($0) })
            opened = registry
            return registry
        }
    }

    /// Lets go of the files, so that something else can be done with them. The next use opens
    /// them anew.
    package func close() { opened = nil }

    package func copy() throws -> LedgerCopy {
        close()
        return try LedgerCopy(of: directory, now: now, commandCount: commandCount)
    }
}

/// What was wrong with the stored rows, each time that they were given up.
package final class Distrusted: Sendable {
    private let faults = Mutex<[String]>([])

    package var all: [String] { faults.withLock { $0 } }

    func note(_ trouble: ViewsTrouble) {
        let fault =
            switch trouble {
            case .distrusted(let fault): "\(fault)"
            case .unstored(let fault): "not stored: \(fault)"
            }
        faults.withLock { $0.append(fault) }
    }
}

// MARK: Recording and looking

extension TestLedger {
    package func request(
        _ items: [Proposal], id: String? = nil, expected: Position? = nil
    ) throws -> Request {
        commandCount += 1
        return Request(
            items, commandID: try #require(CommandID(id ?? "command-\(commandCount)")),
            expected: expected, time: .rehearsed(now))
    }

    package func request(
        _ command: Command, effective: CalendarDate? = nil, id: String? = nil,
        expected: Position? = nil
    ) throws -> Request {
        try request([Proposal(command, effective: effective)], id: id, expected: expected)
    }

    /// Records several commands as one.
    @discardableResult
    package func record(
        _ items: [Proposal], id: String? = nil, expected: Position? = nil,
        by key: SigningKey = founder
    ) throws -> Recorded {
        let request = try request(items, id: id, expected: expected)
        let recorded = try registry.record(request, signedBy: key)
        advance()
        return recorded
    }

    @discardableResult
    package func record(
        _ command: Command, effective: CalendarDate? = nil, id: String? = nil,
        expected: Position? = nil, by key: SigningKey = founder
    ) throws -> Recorded {
        try record(
            [Proposal(command, effective: effective)], id: id, expected: expected, by: key)
    }

    /// Records commands one after the other.
    package func record(_ commands: [Command]) throws {
        for command in commands { try record(command) }
    }

    /// The views as the stored rows have them, whatever is wrong with these.
    package func readStored<Result>(_ body: (ViewSet) throws -> Result) throws -> Result {
        let registry = try registry
        let rows = try registry.views.storedRows()
        return try registry.log.read { try body(try ViewSet(of: $0, over: rows)) }
    }

    package var size: TreeSize {
        get throws { try registry.log.read { $0.size } }
    }

    /// The day on which the next entry is recorded.
    package var today: CalendarDate {
        get throws { try registry.calendar().date(of: now) }
    }

    /// The files of the sample annexes are there once an audit misses one.
    package func audit() throws -> AuditReport {
        let registry = try registry
        let report = try Audit.audit(
            registry.log, registry.views, registry.annexes, registry.checkpoints)
        guard report.findings.contains(where: { $0.problem.kind == "annex" }) else { return report }
        try Annex.storeSamples(in: registry.annexes, from: directory.path)
        return try Audit.audit(
            registry.log, registry.views, registry.annexes, registry.checkpoints)
    }
}

/// Lends a new ledger, and audits all of it in the end.
@discardableResult
package func withLedger<Result>(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (TestLedger) throws -> Result
) throws -> Result {
    let ledger = try TestLedger()
    let result = try body(ledger)
    #expect(try ledger.audit().findings == [], sourceLocation: sourceLocation)
    return result
}
