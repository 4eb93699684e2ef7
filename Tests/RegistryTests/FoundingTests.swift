import EntryLog
import Foundation
import LedgerSupport
import Registry
import TestSupport
import Testing
import TransparencyLog

@testable import Coordinates

@Suite("Founding a ledger")
struct FoundingTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func found(
        _ founding: Founding = TestLedger.founding, time: RecordingTime
    ) throws -> Ledger {
        try Ledger.found(
            at: directory.path + "/ledger", founding,
            commandID: try #require(CommandID("found")), time: time,
            signedBy: TestLedger.founder)
    }

    private func founding(timeZone: String = "Europe/Stockholm", isRehearsal: Bool) -> Founding {
        Founding(
            name: "Provköping", origin: "provkoping.example", timeZone: timeZone,
            founder: TestLedger.founder.publicKey,
            checkpointKey: TestLedger.checkpointKey.publicKey, isRehearsal: isRehearsal)
    }

    @Test("It refuses a directory that holds a ledger, and leaves that one as it is")
    func twice() throws {
        try withLedger { ledger in
            try ledger.record(.establish("KS"))
            ledger.close()
            #expect(throws: EntryLogError.alreadyFounded(path: ledger.directory.path)) {
                try Ledger.found(
                    at: ledger.directory.path, TestLedger.founding,
                    commandID: try #require(CommandID("found-again")),
                    time: .rehearsed(ledger.now), signedBy: TestLedger.founder)
            }
            #expect(try ledger.size == TreeSize(2))
        }
    }

    @Test("Only a rehearsal takes a time that was chosen")
    func chosenTime() throws {
        #expect(throws: EntryLogError.notARehearsal) {
            try found(
                founding(isRehearsal: false), time: .rehearsed(Timestamp(milliseconds: 0)))
        }
        #expect(try directory.fileNames == [])
    }

    @Test("A time zone that the system does not know is refused before anything is made")
    func unknownZone() throws {
        #expect(throws: UnknownTimeZone(identifier: "Europe/Provköping")) {
            try found(
                founding(timeZone: "Europe/Provköping", isRehearsal: true),
                time: .clock(Timestamp(milliseconds: 0)))
        }
        #expect(try directory.fileNames == [])
    }

    @Test("What is opened is what was founded")
    func reopened() throws {
        let now = Timestamp(milliseconds: 1_400_000_000_000)
        let real = founding(isRehearsal: false)
        let id = try found(real, time: .clock(now)).log.id
        let registry = try Ledger.open(at: directory.path + "/ledger", .readOnly)
        #expect(registry.log.id == id)
        #expect(registry.log.founding == real)
        #expect(try registry.log.read { try $0.entry(at: Position(0)) { $0.recordedAt } } == now)
    }

    @Test("A directory without a log is no ledger")
    func notALedger() throws {
        #expect(throws: EntryLogError.notALedger(path: directory.path)) {
            try Ledger.open(at: directory.path, .readOnly)
        }
    }
}
