import Foundation
import Liggare
import TestSupport
import Testing

/// The library as others use it: what is public, and nothing else.
@Suite("The library")
struct LibraryTests {
    /// A folder with a rehearsal in it, in which one committee has one action.
    private func withLedger(_ body: (Ledger, Key, TemporaryDirectory) async throws -> Void)
        async throws
    {
        let place = try TemporaryDirectory()
        let key = try Key.make(at: place.path + "/key.pem")
        let ledger = try Ledger.found(
            "Exempelkommun", at: place.path + "/ledger", origin: "example.se/planer", signedBy: key,
            checkpointKey: try Key.make(at: place.path + "/checkpoint-key.pem"),
            rehearsal: Self.noon)
        let receipt = try ledger.record(
            """
            {"event":"CommitteeEstablished","committee":"SN","name":"Socialnämnden"}
            {"event":"PlanAdopted","plan":"integration","title":"Handlingsplan"}
            {"event":"ActionDecided","plan":"integration","title":"Praktik","responsible":["SN"]}
            {"event":"DeadlineSet","action":1,"due":"senast den 30 juni 2014"}
            """, signedBy: key, at: Self.noon)
        #expect(receipt?.positions == 1..<5)
        try await body(ledger, key, place)
    }

    private static let noon = Date(timeIntervalSince1970: 1_388_574_000)

    private struct Board: Decodable {
        struct Action: Decodable {
            let action: Int
            let status: String
        }
        let actions: [Action]
    }

    @Test("The example does what it says")
    func example() throws {
        let place = try TemporaryDirectory()
        let (process, output) = (Process(), Pipe())
        process.executableURL = Bundle.main.bundleURL.appending(path: "LiggareExample")
        process.arguments = [place.path]
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(
            String(decoding: printed, as: UTF8.self) == """
                1 Praktikplatser: ongoing
                entry 1
                entry 2
                entry 3
                entry 4
                entry 5
                audit: verified

                """)
    }

    @Test("It asks of one day as known on another")
    func asking() async throws {
        try await withLedger { ledger, key, _ in
            try ledger.record(

                #"{"event":"StatusReported","action":1,"status":"completed","effective":"2014-01-01"}"#,
                signedBy: key, at: Self.noon.addingTimeInterval(86_400))
            func board(_ known: String) throws -> Board {
                try ledger.ask(.board(committee: "SN"), on: "2014-01-01", known: known).decoded()
            }
            #expect(try board("2014-01-01").actions.map(\.status) == ["not-started"])
            #expect(try board("2014-01-02").actions.map(\.status) == ["completed"])
            #expect(try ledger.ask(.committees).schema == "committees/1")
        }
    }

    @Test(
        "Every question has an answer",
        arguments: [
            .board(committee: "SN"), .board(committee: "SN", told: "SN"), .committees, .documents,
            .document("integration"), .action(1), .summary(), .summary(document: "integration"),
            .overdue(), .deadlines(from: "2014-01-01", through: "2014-12-31"), .known(to: "SN"),
            .keys, .entry(0), .log(from: 3),
        ] as [Question])
    func questions(_ question: Question) async throws {
        try await withLedger { ledger, _, _ in
            let answer = try ledger.ask(question)
            #expect(answer.json.contains("\"schema\" : \"\(answer.schema)\""))
        }
    }

    @Test(
        "What is not there and what cannot be read has a kind",
        arguments: [
            (.board(committee: "BUN"), "unknown-committee"),
            (.document("budget"), "unknown-document"),
            (.action(9), "unknown-action"), (.action(0), "unread-argument"),
            (.board(committee: ""), "unread-argument"),
            (.deadlines(from: "idag", through: "2014-12-31"), "unread-argument"),
        ] as [(Question, String)])
    func missing(_ question: Question, _ kind: String) async throws {
        try await withLedger { ledger, _, _ in
            let error = #expect(throws: LedgerError.self) { try ledger.ask(question) }
            #expect(error?.kind == kind)
        }
    }

    @Test("A rule refuses all of a command, and says which line")
    func refused() async throws {
        try await withLedger { ledger, key, _ in
            let error = #expect(throws: LedgerError.self) {
                try ledger.record(
                    """
                    {"event":"ActionClosed","action":1}
                    {"event":"ActionClosed","action":7}
                    """, signedBy: key, at: Self.noon)
            }
            #expect((error?.line, error?.category, error?.kind) == (2, .missing, "unknown-action"))
            #expect(try ledger.size == 5)
            let twice = #"{"event":"ActionClosed","action":1}"#
            let first = try ledger.record(twice, signedBy: key, commandID: "a", at: Self.noon)
            let second = try ledger.record(twice, signedBy: key, commandID: "a", at: Self.noon)
            #expect((first?.isDuplicate, second?.isDuplicate) == (false, true))
            #expect(first?.positions == second?.positions)
        }
    }

    @Test("The line is that of the text, blank ones counted")
    func lines() async throws {
        try await withLedger { ledger, key, _ in
            func line(_ text: String) throws -> Int? {
                let error = #expect(throws: LedgerError.self) {
                    try ledger.record(text, signedBy: key, at: Self.noon)
                }
                return error?.line
            }
            let (right, wrong) = (
                #"{"event":"ActionClosed","action":1}"#, #"{"event":"ActionClosed","action":7}"#
            )
            let found = [
                try line("\n" + right + "\n\n" + wrong), try line("\n" + wrong),
                try line("\nhej"), try line("\n"),
            ]
            #expect(found == [4, 2, 2, nil])
            let size = try ledger.size
            #expect(size == 5)
        }
    }

    @Test(
        "Nobody founds a ledger whose name cannot be printed", arguments: ["", "1", "A\u{1b}[2J"])
    func names(_ name: String) throws {
        let place = try TemporaryDirectory()
        let key = try Key.make(at: place.path + "/key.pem")
        let error = #expect(throws: LedgerError.self) {
            try Ledger.found(
                name, at: place.path + "/ledger", origin: "example.se/planer", signedBy: key,
                checkpointKey: key)
        }
        #expect(error?.kind == "unread-argument")
        #expect(!FileManager.default.fileExists(atPath: place.path + "/ledger"))
    }

    @Test("Whoever follows gets each entry once, also what comes later, until cancelled")
    func following() async throws {
        try await withLedger { ledger, key, _ in
            var positions: [UInt64] = []
            for try await entry in ledger.entries(from: 3) {
                positions.append(entry.position)
                if entry.position == 4 {
                    try ledger.record(
                        #"{"event":"ActionClosed","action":1}"#, signedBy: key, at: Self.noon)
                }
                if entry.position == 5 {
                    #expect(entry.answer.json.contains("ActionClosed"))
                    break
                }
            }
            #expect(positions == [3, 4, 5])
            let follower = Task {
                var count = 0
                for try await _ in ledger.entries() { count += 1 }
                return count
            }
            try await Task.sleep(for: .milliseconds(300))
            follower.cancel()
            #expect(try await follower.value == 5)
        }
    }

    @Test("An audit finds a byte that was changed, and a checkpoint is published")
    func auditing() async throws {
        try await withLedger { ledger, _, place in
            #expect(try ledger.audit().isVerified)
            let key = try Key(at: place.path + "/checkpoint-key.pem")
            try ledger.publish(to: place.path + "/published", checkpointKey: key)
            #expect(
                FileManager.default.fileExists(atPath: place.path + "/published/checkpoint"))
            let copied = place.path + "/copy"
            try FileManager.default.copyItem(atPath: place.path + "/ledger", toPath: copied)
            let log = copied + "/log/data.mdb"
            var bytes = try Data(contentsOf: URL(filePath: log))
            let range = try #require(bytes.range(of: Data("Praktik".utf8)))
            bytes[range.lowerBound] = UInt8(ascii: "p")
            try bytes.write(to: URL(filePath: log))
            #expect(try !Ledger(at: copied).audit().isVerified)
        }
    }

    @Test("What is no extract is refused")
    func verifying() {
        #expect(throws: LedgerError.self) { try verify(extract: Array("hej".utf8)) }
    }

    @Test("The example and these tests see no more of it than others do")
    func publicOnly() throws {
        let folder =
            URL(filePath: #filePath).deletingLastPathComponent().path
            + "/../../Sources/Liggare"
        for file in try FileManager.default.contentsOfDirectory(atPath: folder)
        where file.hasSuffix(".swift") {
            #expect(!(try projectText("Sources/Liggare/" + file)).contains("package "), "\(file)")
        }
        let imports = try projectText("Sources/LiggareExample/main.swift")
            .matches(of: /(?m)^import (\w+)$/).map { String($0.1) }
        #expect(imports == ["FoundationEssentials", "Liggare"])
    }
}
