import Foundation
import Testing

@Suite("JSON: what programs read")
struct ShapeTests {
    private static let receipt: Set = [
        "position", "recordedAt", "size", "root", "duplicate", "warnings", "dryRun", "rehearsal",
        "events",
    ]
    private static let findings: Set = ["position", "kind", "detail"]

    @Test("A receipt has the numbers of what was created")
    func receipts() throws {
        let workplace = try Workplace()
        let founding = try workplace.json("init", "Prov", "--origin", "prov.example/plan")
        #expect(
            founding.names == [
                "ledger", "name", "origin", "timeZone", "publicKey", "keyFile", "newKey",
                "rehearsal", "position", "recordedAt", "size", "root", "duplicate",
            ])
        let committee = try workplace.json("committee", "add", "KS", "Kommunstyrelsen")
        #expect(committee.names == Self.receipt.union(["committee"]))
        #expect(committee["committee"] as? Int == 1)
        #expect(committee["position"] as? Int == 1)
        #expect(committee["size"] as? Int == 2)

        let plan = try workplace.json(
            "plan", "import", "handlingsplan.md", "--plan", "nya", "--title", "Nya", "--committee",
            "KS")
        #expect(plan.names == Self.receipt.union(["plan", "action", "actions"]))
        #expect(plan["actions"] as? [Int] == [1, 2, 3])
        let warnings = plan.list("warnings")
        #expect(warnings.count == 5)
        #expect(warnings.allSatisfy { $0.names == ["kind", "text"] })

        let empty = try workplace.json("plan", "adopt", "tom", "--title", "Tom")
        #expect(empty.names == Self.receipt.union(["plan"]))
        let action = try workplace.json("action", "add", "Mer", "--plan", "tom")
        #expect(action.names == Self.receipt.union(["action", "actions"]))
        #expect(action["action"] as? Int == 4)

        let arguments = ["status", "1", "ongoing", "--command-id", "once", "--format", "json"]
        let first = try workplace.start(arguments).outcome().output.jsonObject
        let again = try workplace.start(arguments).outcome().output.jsonObject
        #expect(first.names == Self.receipt)
        #expect(first["duplicate"] as? Bool == false)
        #expect(again["duplicate"] as? Bool == true)
        for name in ["position", "recordedAt", "size", "root"] {
            #expect("\(first[name]!)" == "\(again[name]!)")
        }
        #expect(try workplace.audit() == 6)
    }

    @Test("A trial has no position, and says that it is one")
    func trial() throws {
        let workplace = try Workplace()
        try workplace.found()
        let trial = try workplace.json("status", "1", "ongoing", "--dry-run")
        #expect(trial.names == ["duplicate", "dryRun", "rehearsal", "events", "warnings"])
        #expect(trial["dryRun"] as? Bool == true)
        #expect(try workplace.audit() == 4)
    }

    @Test("A board and a replay have the same shape of board")
    func boards() throws {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.done("action", "add", "Utan frist", "--plan", "prov", "--committee", "KS")
        try workplace.done("deadline", "set", "1", "i lagom tid")
        let replay = try workplace.json("replay", "--to", "2100-01-01")
        #expect(
            replay.names == [
                "ledger", "to", "effective", "position", "root", "views", "verified", "rehearsal",
                "findings",
                "boards",
            ])
        let replayed = try #require(replay.list("boards").first)
        for board in [try workplace.json("board", "KS"), replayed] {
            #expect(
                board.names == [
                    "committee", "effective", "position", "rehearsal", "actions", "schema",
                ])
            #expect((board["committee"] as? [String: Any])?.names == ["code", "name"])
            let actions = board.list("actions")
            #expect(actions.count == 2)
            for action in actions {
                #expect(
                    action.names
                        == Shape.action.union(["status", "statusSince", "overdue"]))
                #expect(action.object("consolidation").names == Shape.consolidation)
                #expect(action.list("shares").map(\.names) == [Shape.share])
                guard let due = action["due"] as? [String: Any] else { continue }
                #expect(due.names == Shape.deadline)
                #expect(due["unread"] as? Bool == true)
                #expect(due["latest"] is NSNull)
            }
            #expect(actions.contains { $0["due"] is NSNull })
        }
    }

    @Test("An audit lists its findings")
    func auditFindings() throws {
        let workplace = try Workplace()
        try workplace.found()
        let names: Set = [
            "ledger", "size", "root", "entries", "events", "annexes", "verified", "rehearsal",
            "times", "voids", "datedAhead", "findings",
        ]
        let sound = try workplace.json("audit")
        #expect(sound.names == names)
        #expect(sound["entries"] as? Int == 4)
        try workplace.done("rebuild")
        _ = try workplace.shell(": > ledger/views/current/data.mdb")
        let outcome = try workplace.run("audit", "--format", "json")
        #expect(outcome.exitCode == 1)
        let report = try outcome.output.jsonObject
        #expect(report.names == names)
        #expect(report["verified"] as? Bool == false)
        let findings = report.list("findings")
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.names == Self.findings })
        #expect(try workplace.run("rebuild").exitCode == 1)
        try workplace.audit()
    }

    @Test(
        "A log that cannot be opened is what an audit finds, and the quick check, too",
        arguments: [["audit"], ["audit", "--hashes-only"]])
    func unopenable(command: [String]) throws {
        let workplace = try Workplace()
        try workplace.found()
        _ = try workplace.shell("echo nonsense > ledger/log/data.mdb")
        let outcome = try workplace.start(command + ["--format", "json"]).outcome()
        #expect(outcome.exitCode == 1)
        let report = try outcome.output.jsonObject
        #expect(report["verified"] as? Bool == false)
        #expect(report.list("findings").count == 1)
    }

    @Test("The log, an entry and a reading have their fields")
    func looking() throws {
        let workplace = try Workplace()
        try workplace.found()
        let log = try workplace.json("log")
        #expect(log.names == ["rehearsal", "entries", "schema"])
        let entries = log.list("entries")
        #expect(entries.count == 3)
        #expect(entries.allSatisfy { $0.names == ["position", "recordedAt", "act"] })
        #expect((entries[0]["act"] as? [String: Any])?.names == ["effective", "events"])

        let entry: Set = [
            "position", "recordedAt", "commandId", "key", "signatureHolds", "seal", "leaf",
            "turnedBy", "rehearsal", "schema",
        ]
        #expect(try workplace.json("show", "0").names == entry.union(["founding"]))
        #expect(try workplace.json("show", "1").names == entry.union(["act"]))
        #expect(
            try workplace.json("deadline", "read", "senast juni 2014").names == Shape.deadline)
        #expect(
            try workplace.json("rebuild").names == [
                "ledger", "size", "position", "root", "madeAt", "seconds", "program", "modules",
                "comparison", "clean", "rehearsal", "findings",
            ])
        try workplace.audit()
    }

    @Test(
        "A failure is JSON where errors go, and nothing is printed",
        arguments: [
            (["board", "XX"], Int32(66), "missing", "unknown-committee"),
            (["status", "1", "ongoing", "--note", ""], 65, "refused", "empty-text"),
            (["--ledger", "nowhere", "audit"], 66, "missing", "not-a-ledger"),
            (
                ["committee", "add", "BN", "Bildning", "--expect", "1"], 75, "conflict",
                "log-has-grown"
            ),
            (
                ["committee", "add", "BN", "Bildning", "--recorded", "igår"], 64, "usage",
                "bad-timestamp"
            ),
            (["board", "KS", "--effective", "2014-02-30"], 64, "usage", "unread-value"),
            (["frobnicate"], 64, "usage", "unknown-command"),
        ] as [([String], Int32, String, String)])
    func failures(
        arguments: [String], exitCode: Int32, category: String, kind: String
    ) throws {
        let workplace = try Workplace()
        try workplace.found()
        let outcome = try workplace.start(arguments + ["--format", "json"]).outcome()
        #expect(outcome.exitCode == exitCode)
        #expect(outcome.output == "")
        let error = try outcome.errors.jsonObject
        #expect(error.names == ["error", "category", "kind"])
        #expect(error["category"] as? String == category)
        #expect(error["kind"] as? String == kind)
        #expect(try workplace.audit() == 4)
    }
}
