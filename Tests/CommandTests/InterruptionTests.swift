import Foundation
import TestSupport
import Testing

@Suite("Processes that die, and processes that meet")
struct InterruptionTests {
    @Test("Killed at any moment, it keeps what it acknowledged and leaves nothing half-written")
    func killed() throws {
        let workplace = try Workplace()
        try workplace.found()
        var random = SeededGenerator(announcing: "Killed at any moment")
        let start = ContinuousClock.now
        try workplace.done("status", "1", "ongoing")
        let usual = (ContinuousClock.now - start) / .seconds(1)

        var acknowledged: [String: Int] = [:]
        var attempts = 0
        for round in 0..<36 {
            let attempt = try (0..<3).map { index in
                let id = "round-\(round)-\(index)"
                return (id, try workplace.start(Self.report(id)))
            }
            let rebuilding = try workplace.start(["rebuild"])
            attempts += attempt.count
            // Every other time, not before one of them is done: on a busy machine few are else.
            while round.isMultiple(of: 2), attempt.allSatisfy(\.1.isRunning) { usleep(500) }
            Thread.sleep(forTimeInterval: .random(in: 0...usual, using: &random))
            for running in attempt.map(\.1) + [rebuilding] { running.kill() }
            _ = try rebuilding.outcome()
            for (id, running) in attempt {
                // The receipt may be out although the process did not live to end by itself.
                let receipt = try? running.outcome().output.jsonObject
                if let receipt { acknowledged[id] = receipt["position"] as? Int }
            }
        }
        #expect(!acknowledged.isEmpty && acknowledged.count < attempts)

        let size = try workplace.audit()
        #expect(size >= 5 + acknowledged.count)
        for (id, position) in acknowledged {
            let again = try workplace.start(Self.report(id)).outcome().output.jsonObject
            #expect(again["duplicate"] as? Bool == true)
            #expect(again["position"] as? Int == position)
        }
        try workplace.done("status", "1", "completed")
        #expect(try workplace.audit() == size + 1)
    }

    @Test("Four who append at once get a position each, and whoever looks is not disturbed")
    func together() throws {
        let workplace = try Workplace()
        try workplace.found()
        let writers = try ["a", "b", "c", "d"].map { name in
            try workplace.startShell(
                """
                for number in $(seq 25); do
                    liggare status 1 ongoing --command-id \(name)-$number || exit
                done
                """)
        }
        while writers.contains(where: \.isRunning) {
            try workplace.done("board", "KS")
            try workplace.done("rebuild")
            try workplace.audit()
        }
        var positions: [Int] = []
        for writer in writers {
            let outcome = try writer.outcome()
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            positions += outcome.output.matches(of: /position (\d+),/).compactMap { Int($0.1) }
        }
        #expect(positions.sorted() == Array(4..<104))
        #expect(try workplace.audit() == 104)
    }

    @Test("Looking and rebuilding write nothing into the log")
    func looking() throws {
        let workplace = try Workplace()
        try workplace.found()
        let logBefore = workplace.logBytes
        for command in ["board KS", "log", "show 1", "replay --to 2100-01-01", "rebuild", "audit"] {
            #expect(try workplace.shell("liggare " + command).exitCode == 0, "\(command)")
        }
        #expect(workplace.logBytes == logBefore)
    }

    private static func report(_ id: String) -> [String] {
        ["status", "1", "ongoing", "--command-id", id, "--format", "json"]
    }
}
