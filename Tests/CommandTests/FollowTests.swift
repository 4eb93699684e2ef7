import Foundation
import Testing

@Suite("log --follow")
struct FollowTests {
    @Test(
        "While two processes record, each entry comes once and in order, and it ends when asked to")
    func together() throws {
        let workplace = try Workplace()
        try workplace.found()
        let follower = try workplace.start(["log", "--follow", "--format", "json"])
        let writers = try ["a", "b"].map { name in
            try workplace.startShell(
                """
                for number in $(seq 20); do
                    liggare status 1 ongoing --command-id \(name)-$number || exit
                done
                """)
        }
        for writer in writers { #expect(try writer.outcome().exitCode == 0) }
        follower.waitForLines(43)
        let outcome = try follower.interrupted()
        #expect(outcome.errors == "")
        #expect(outcome.output.last == "\n")

        let lines = try outcome.output.split(separator: "\n").map { try String($0).jsonObject }
        #expect(lines.map { $0["position"] as? Int } == Array(1...43))
        #expect(
            lines.allSatisfy {
                $0.names == ["ledger", "position", "recordedAt", "act", "rehearsal", "schema"]
            })
        let listed = try workplace.json("log").list("entries")
        for (line, entry) in zip(lines, listed) {
            #expect(NSDictionary(dictionary: line.object("act")).isEqual(to: entry.object("act")))
        }
        #expect(listed.count == 43)
        #expect(try workplace.audit() == 44)
    }

    @Test("A consumer goes on from the position that it kept")
    func resumed() throws {
        let workplace = try Workplace()
        try workplace.found()
        let first = try workplace.start(["log", "--follow", "--format", "json"])
        first.waitForLines(3)
        #expect(try first.interrupted().positions == [1, 2, 3])

        try workplace.done("status", "1", "ongoing")
        let second = try workplace.start(
            ["log", "--follow", "--from", "4", "--format", "json"])
        second.waitForLines(1)
        try workplace.done("status", "1", "completed")
        second.waitForLines(2)
        #expect(try second.interrupted().positions == [4, 5])
    }

    @Test("What it is asked for need not be there yet, and is said not to be")
    func filtered() throws {
        let workplace = try Workplace()
        try workplace.found()
        let byCommittee = try workplace.start(["log", "--follow", "--committee", "SN"])
        let byEvent = try workplace.start(
            ["log", "--follow", "--event", "CommitteeEstablished", "--format", "json"])
        byEvent.waitForLines(1)
        byCommittee.waitForLines(2)
        try workplace.done("committee", "add", "SN", "Socialnämnden")
        try workplace.done("committee", "add", "BN", "Byggnämnden")
        try workplace.done("action", "add", "Mät", "--plan", "prov", "--committee", "SN")
        byEvent.waitForLines(3)
        byCommittee.waitForLines(5)

        #expect(try byEvent.interrupted().positions == [1, 4, 5])
        let outcome = try byCommittee.interrupted()
        #expect(outcome.errors.hasPrefix("liggare: there is no committee SN."))
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines[0].hasPrefix("Position  Recorded"))
        #expect(lines[2].contains(/^ +4 .* SN established: Socialnämnden/))
        #expect(lines[3].contains(/^ +6 .* action 2 decided: Mät/))
        #expect(lines[4].contains(/^ +action 2 laid on SN/))
    }

    @Test("A rehearsal says that it is one, first and in every line for programs")
    func rehearsal() throws {
        let workplace = try Workplace()
        try workplace.found(rehearsal: true)
        let text = try workplace.start(["log", "--follow"])
        text.waitForLines(6)
        #expect(try text.interrupted().output.hasPrefix("REHEARSAL: "))
        let json = try workplace.start(["log", "--follow", "--format", "json"])
        json.waitForLines(3)
        let lines = try json.interrupted().output.split(separator: "\n")
        #expect(try lines.allSatisfy { try String($0).jsonObject["rehearsal"] as? Bool == true })
    }

    @Test("It ends quietly when nobody reads it any more, before an entry and at one")
    func unread() throws {
        let workplace = try Workplace()
        try workplace.found()
        let outcome = try workplace.shell(
            "{ liggare log --follow; echo $? > code; } | head -n 3; cat code")
        #expect(outcome.errors == "")
        #expect(outcome.output.split(separator: "\n").last == "0")
        let recording = try workplace.shell(
            """
            { liggare log --follow --format json; echo $? > code; } |
                { read -r line; liggare status 1 ongoing > receipt; exec <&-; sleep 0.3; }
            cat code
            """)
        #expect(recording.errors == "")
        #expect(recording.output == "0\n")
    }

    @Test("It does not go on waiting for a ledger that was replaced")
    func replaced() throws {
        let workplace = try Workplace()
        try workplace.found()
        let follower = try workplace.start(["log", "--follow", "--format", "json"])
        follower.waitForLines(3)
        let restoring = try workplace.shell(
            "cp -r ledger/log backup && rm -r ledger/log && mv backup ledger/log")
        #expect(restoring.exitCode == 0)
        let outcome = try follower.outcome()
        #expect(outcome.exitCode == 65)
        #expect(try outcome.errors.jsonObject["kind"] as? String == "followed-log-replaced")
    }

    @Test(
        "An end to what has none, and a position that the log never had, are refused",
        arguments: [
            ("--to", "9", Int32(64)), ("--until", "2100-01-01", 64), ("--from", "5", 65),
        ])
    func refused(option: String, value: String, exitCode: Int32) throws {
        let workplace = try Workplace()
        try workplace.found()
        let outcome = try workplace.run("log", "--follow", option, value)
        #expect(outcome.exitCode == exitCode)
        #expect(outcome.output == "")
    }
}

extension Running {
    /// Waits until it has printed so many lines, for some time.
    fileprivate func waitForLines(_ count: Int) {
        for _ in 0..<1500 where isRunning && outputSoFar.count(where: { $0 == "\n" }) < count {
            Thread.sleep(forTimeInterval: 0.02)
        }
    }

    /// Interrupts it, which it is to take well.
    fileprivate func interrupted(
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        interrupt()
        for _ in 0..<500 where isRunning { Thread.sleep(forTimeInterval: 0.02) }
        kill()
        let outcome = try outcome()
        #expect(outcome.exitCode == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
        return outcome
    }
}

extension Outcome {
    /// Those of the entries that were printed for programs.
    fileprivate var positions: [Int] {
        get throws {
            try output.split(separator: "\n").compactMap {
                try String($0).jsonObject["position"] as? Int
            }
        }
    }
}
