import Foundation
import Testing

@Suite("A log that rots, goes, or is held")
struct RottenLogTests {
    private let workplace: Workplace
    private var dataFile: String { workplace.path + "/ledger/log/data.mdb" }

    init() throws {
        workplace = try Workplace()
        try workplace.found()
        try workplace.done("status", "1", "ongoing", "--command-id", "first")
    }

    @Test(
        "A rotten table's name is damage to every command, which none makes worse",
        arguments: ["entries", "commands", "tiles", "meta"])
    func tableName(name: String) throws {
        let before = try #require(workplace.logBytes)
        // The newest page that has it is the last one written; all have it alike.
        var rotten = before
        var place = rotten.startIndex
        while let found = rotten.range(of: Data(name.utf8), in: place..<rotten.endIndex) {
            rotten[found.lowerBound] ^= 1
            place = found.upperBound
        }
        try rotten.write(to: URL(filePath: dataFile))
        for command in [
            ["board", "KS"], ["log"], ["status", "1", "delayed", "--command-id", "first"],
            ["checkpoint"], ["rebuild"],
        ] {
            let outcome = try workplace.start(command).outcome()
            #expect(outcome.exitCode == 74, "\(command): \(outcome)")
            let sentence = command == ["rebuild"] ? "the log is damaged" : "the file is damaged"
            #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
        }
        let audit = try workplace.run("audit")
        #expect(audit.exitCode == 1)
        #expect(audit.output.contains("log/data.mdb is damaged at page"), "\(audit.output)")
        #expect(workplace.logBytes == rotten)
        try before.write(to: URL(filePath: dataFile))
        #expect(try workplace.audit() == 5)
        try workplace.done("status", "1", "delayed")
    }

    @Test("A log whose file is gone is damaged, and not founded over")
    func gone() throws {
        try FileManager.default.removeItem(atPath: dataFile)
        for command in [["board", "KS"], ["status", "1", "delayed"]] {
            let outcome = try workplace.start(command).outcome()
            #expect(outcome.exitCode == 74)
            #expect(outcome.errors.contains("the log is damaged: data.mdb is missing"))
        }
        #expect(try workplace.run("audit").exitCode == 1)
        #expect(try workplace.run("init", "Annan", "--origin", "annan.example/x").exitCode != 0)
        #expect(workplace.logBytes == nil)
    }

    @Test("A command that waits says for whom, and --wait bounds it")
    func waits() throws {
        let log = workplace.path + "/ledger/log"
        let holder = open(log, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(holder) }
        #expect(flock(holder, LOCK_EX) == 0)
        let outcome = try workplace.run("status", "1", "delayed", "--wait", "3")
        #expect(outcome.exitCode == 75)
        let waiting = "liggare: waiting for process \(getpid())"
        #expect(outcome.errors.hasPrefix(waiting), "\(outcome.errors)")
        #expect(outcome.errors.contains("another process did not end in time"))
        #expect(try workplace.audit() == 5)
        flock(holder, LOCK_UN)
        try workplace.done("status", "1", "delayed", "--wait", "3")
    }
}
