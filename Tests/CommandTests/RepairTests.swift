import Foundation
import Keys
import TestSupport
import Testing
import TransparencyLog

@Suite("repair")
struct RepairTests {
    private let workplace: Workplace
    private var ledger: String { workplace.path + "/ledger" }
    private var dataFile: String { ledger + "/log/data.mdb" }
    /// How many entries the log has.
    private static let size = 40

    init() throws {
        workplace = try Workplace()
        try workplace.found()
        let lines = (4..<Self.size).map { number in
            let day = String(format: "2014-%02d-%02d", number % 12 + 1, number % 28 + 1)
            let status = number.isMultiple(of: 2) ? "ongoing" : "delayed"
            return #"{"event":"StatusReported","action":1,"status":"\#(status)","#
                + #""committee":"KS","effective":"\#(day)"}"#
        }
        try (lines.joined(separator: "\n") + "\n").write(
            toFile: workplace.path + "/events.ndjson", atomically: true, encoding: .utf8)
        try workplace.done("append", "events.ndjson")
        try workplace.done("checkpoint")
        #expect(try workplace.shell("cp -a ledger backup").exitCode == 0)
    }

    // MARK: Damages

    enum Damage: String, CaseIterable {
        case flippedByte, zeroedPage, lostRoots, lostMetas, cutOff, gone
    }

    private func damage(_ damage: Damage) throws {
        var bytes = try #require(workplace.logBytes)
        let pages = 4096
        switch damage {
        case .flippedByte:
            let place = try #require(entryPlaces(in: bytes)[20])
            bytes[place] ^= 0x10
        case .zeroedPage:
            let place = try #require(entryPlaces(in: bytes)[20])
            let start = place / pages * pages
            bytes.replaceSubrange(start..<start + pages, with: Data(count: pages))
        case .lostRoots:
            for start in stride(from: 2 * pages, to: bytes.count, by: pages)
            where bytes[start + 10] == 1
                || bytes[start..<start + pages].range(of: Data("entries".utf8)) != nil
            {
                bytes.replaceSubrange(start..<start + pages, with: Data(count: pages))
            }
        case .lostMetas: bytes.replaceSubrange(0..<2 * pages, with: Data(count: 2 * pages))
        case .cutOff: bytes = bytes.prefix(bytes.count / 2)
        case .gone:
            try FileManager.default.removeItem(atPath: dataFile)
            return
        }
        try bytes.write(to: URL(filePath: dataFile))
    }

    /// A byte of the signature of each entry, by position: in each page that has the entry.
    private func entryPlaces(in bytes: Data) throws -> [Int: Int] {
        var places: [Int: Int] = [:]
        for position in 0..<Self.size {
            let key = Data([8, 0] + withUnsafeBytes(of: UInt64(position).bigEndian) { Array($0) })
            var place = bytes.startIndex
            while let found = bytes.range(of: key + [0xd2], in: place..<bytes.endIndex) {
                places[position] = found.upperBound + 100
                place = found.upperBound
            }
        }
        return places
    }

    private func isDamaged() throws -> Bool { try workplace.run("audit").exitCode == 1 }

    /// Expects that the log is what it was, and that the damaged one lies beside it, untouched.
    private func expectRepaired(_ damaged: Data?) throws {
        #expect(try workplace.audit() == Self.size)
        let (now, before) = (
            try workplace.json("audit")["root"] as? String,
            try workplace.json("audit", "--ledger", "backup")["root"] as? String
        )
        #expect(now == before)
        let kept = FileManager.default.contents(atPath: ledger + "/log.damaged-1/data.mdb")
        #expect(kept == damaged)
        try workplace.done("status", "1", "ongoing")
        #expect(try workplace.audit() == Self.size + 1)
        let names = try FileManager.default.contentsOfDirectory(atPath: ledger)
        #expect(!names.contains("log.repaired"))
    }

    // MARK: From where

    @Test("A log that is not damaged is left as it is")
    func sound() throws {
        let before = workplace.logBytes
        #expect(try workplace.done("repair").contains("The log is not damaged"))
        #expect(workplace.logBytes == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: ledger)
        #expect(names.allSatisfy { !$0.contains("log.") })
    }

    @Test("Any damage is mended from a copy of the directory", arguments: Damage.allCases)
    func fromBackup(damage: Damage) throws {
        try self.damage(damage)
        let damaged = workplace.logBytes
        #expect(try isDamaged())
        let said = try workplace.done("repair", "--from", "backup")
        #expect(said.contains("founded anew with all 40 entries"), "\(said)")
        try expectRepaired(damaged)
    }

    @Test("A log whose folder is gone comes back from a copy, and not from nothing")
    func folderGone() throws {
        try FileManager.default.removeItem(atPath: ledger + "/log")
        let none = try workplace.run("repair", "--wait", "5")
        #expect(none.exitCode == 74)
        #expect(none.errors.contains("no place gives the entry that founds the ledger"))
        try workplace.done("repair", "--from", "backup", "--wait", "5")
        #expect(try workplace.audit() == Self.size)
        let names = try FileManager.default.contentsOfDirectory(atPath: ledger)
        #expect(names.allSatisfy { !$0.contains("log.") })
    }

    @Test(
        "It is mended from published files",
        arguments: [Damage.flippedByte, .zeroedPage, .lostRoots])
    func fromPublished(damage: Damage) throws {
        try workplace.done("publish", "www")
        try self.damage(damage)
        let damaged = workplace.logBytes
        let said = try workplace.done("repair", "--from", "www")
        #expect(said.contains("founded anew with all 40 entries"), "\(said)")
        try expectRepaired(damaged)
    }

    @Test("It is mended from an auditor's copy", arguments: [Damage.flippedByte, .gone])
    func fromCopy(damage: Damage) throws {
        try workplace.done("publish", "www")
        let key = try workplace.done("checkpoint", "--verification-key")
            .trimmingCharacters(in: .whitespacesAndNewlines)
        try workplace.done("audit", "--from", "www", "--key", key, "--copy", "copy")
        try self.damage(damage)
        let damaged = workplace.logBytes
        let said = try workplace.done("repair", "--from", "copy")
        #expect(said.contains("founded anew with all 40 entries"), "\(said)")
        try expectRepaired(damaged)
    }

    @Test(
        "What only the trees have lost is mended from nothing",
        arguments: [Damage.lostRoots, .lostMetas])
    func fromNothing(damage: Damage) throws {
        try self.damage(damage)
        let damaged = workplace.logBytes
        let said = try workplace.done("repair")
        #expect(said.contains("founded anew with all 40 entries"), "\(said)")
        try expectRepaired(damaged)
    }

    @Test("Two damaged places mend each other")
    func fromDamagedBackup() throws {
        try damage(.flippedByte)
        let damaged = workplace.logBytes
        var other = try #require(
            FileManager.default.contents(atPath: workplace.path + "/backup/log/data.mdb"))
        other[try #require(entryPlaces(in: other)[7])] ^= 1
        other.replaceSubrange(0..<8192, with: Data(count: 8192))
        try other.write(to: URL(filePath: workplace.path + "/backup/log/data.mdb"))
        let report = try workplace.json("repair", "--from", "backup")
        #expect(report["outcome"] as? String == "in-place")
        let taken = report.list("sources").map { $0["entries"] as? Int }
        #expect(taken == [39, 1])
        #expect(workplace.logBytes != damaged)
        #expect(try workplace.audit() == Self.size)
    }

    @Test("What cannot be brought back is told, and nothing is changed but with --partial")
    func incomplete() throws {
        try damage(.flippedByte)
        let damaged = workplace.logBytes
        let told = try workplace.run("repair", "--format", "json")
        #expect(told.exitCode == 1)
        let report = try told.output.jsonObject
        #expect(report["outcome"] as? String == "left")
        #expect(report["size"] as? Int == 20)
        #expect(report["known"] as? Int == Self.size)
        #expect(report.list("missing").map { $0["first"] as? Int } == [20])
        #expect(report.list("missing").map { $0["last"] as? Int } == [20])
        #expect(report.list("unplaced").map { $0["first"] as? Int } == [21])
        #expect(report.list("unplaced").map { $0["last"] as? Int } == [39])
        #expect(workplace.logBytes == damaged)
        let names = try FileManager.default.contentsOfDirectory(atPath: ledger)
        #expect(names.allSatisfy { !$0.contains("log.") })

        let said = try workplace.run("repair", "--partial")
        #expect(said.exitCode == 1)
        #expect(said.output.contains("INCOMPLETE: the log was founded anew with 20 entries"))
        #expect(said.output.contains("position 20 lost: no place has it"), "\(said.output)")
        #expect(said.output.contains("positions 21 to 39 readable"), "\(said.output)")
        #expect(
            FileManager.default.contents(atPath: ledger + "/log.damaged-1/data.mdb") == damaged)

        // Its own checkpoint says that the log was longer: with a backup all of it comes back.
        try workplace.done("repair", "--from", "backup", "ledger/log.damaged-1")
        #expect(try workplace.audit() == Self.size)
        #expect(FileManager.default.fileExists(atPath: ledger + "/log.damaged-2"))
    }

    @Test("Published files whose checkpoint somebody else signed tell nothing of how long it was")
    func foreignCheckpoint() throws {
        try workplace.done("publish", "www")
        let name = workplace.path + "/www/checkpoint"
        let note = try String(contentsOfFile: name, encoding: .utf8)
        try FileManager.default.removeItem(atPath: name)
        try FileManager.default.removeItem(atPath: workplace.path + "/www/liggare")
        try note.replacing("\n40\n", with: "\n1000000000000000\n").write(
            toFile: name, atomically: true, encoding: .utf8)
        try damage(.flippedByte)
        let told = try workplace.run("repair", "--from", "www", "--format", "json")
        #expect(told.exitCode == 1)
        let report = try told.output.jsonObject
        #expect(report["known"] as? Int == Self.size)
        let problems = report.list("sources").last?["problems"] as? [String] ?? []
        #expect(problems.contains { $0.contains("not signed by the ledger") }, "\(problems)")
    }

    @Test("--dry-run says what would be, and changes nothing")
    func dryRun() throws {
        try damage(.zeroedPage)
        let damaged = workplace.logBytes
        let said = try workplace.done("repair", "--from", "backup", "--dry-run")
        #expect(said.contains("All 40 entries can be brought back. Nothing was changed."))
        #expect(workplace.logBytes == damaged)
        let names = try FileManager.default.contentsOfDirectory(atPath: ledger)
        #expect(names.allSatisfy { !$0.contains("log.") })
    }

    @Test(
        "The last entry, which nothing follows, is taken where a key signed it that has the right")
    func lastEntry() throws {
        let key = try #require(SigningKey(seed: Array(repeating: 2, count: 32))).publicKey.openSSH
        try workplace.done("key", "grant", key, "--role", "steward", "--holder", "Den andra")
        let recorded = try workplace.shell("XDG_CONFIG_HOME=stranger liggare status 1 ongoing")
        #expect(recorded.exitCode == 0, "\(recorded.errors)")
        // What the user saw before would vouch for it, too.
        try FileManager.default.removeItem(atPath: workplace.path + "/.local")
        try damage(.lostMetas)
        let said = try workplace.done("repair")
        #expect(said.contains("position 41 rests on its signature alone"), "\(said)")
        #expect(try workplace.audit() == Self.size + 2)
    }

    @Test("Another ledger, or no ledger, is refused as a source, and nothing is changed")
    func otherSources() throws {
        try damage(.flippedByte)
        let damaged = workplace.logBytes
        try workplace.done("init", "Annan", "--origin", "annan.example/x", "--ledger", "other")
        let other = try workplace.run("repair", "--from", "other")
        #expect(other.exitCode == 65)
        #expect(
            other.errors.contains(
                "other holds another ledger than ledger/log. Nothing was changed. Leave it out."),
            "\(other.errors)")
        let none = try workplace.run("repair", "--from", "nowhere")
        #expect(none.exitCode == 66)
        #expect(
            none.errors.contains("nowhere has neither a log nor a published ledger. Check --from."))
        let away = try workplace.run("repair", "--from", "http://127.0.0.1:9/x", "--format", "json")
        #expect(away.exitCode == 1)
        let sources = try away.output.jsonObject.list("sources")
        #expect((sources.last?["problems"] as? [String])?.isEmpty == false)
        #expect(workplace.logBytes == damaged)
        let names = try FileManager.default.contentsOfDirectory(atPath: ledger)
        #expect(names.allSatisfy { !$0.contains("log.") })
        #expect(try workplace.run("repair", "--ledger", "nowhere").exitCode == 66)
    }
}
