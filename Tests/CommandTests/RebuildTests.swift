import Foundation
import LMDB
import Testing

@testable import Views

@Suite("rebuild")
struct RebuildTests {
    @Test("It says what it made and how it compares, keeps that, and leaves the log alone")
    func attests() throws {
        let workplace = try Workplace()
        try workplace.found()
        let log = URL(filePath: workplace.path + "/ledger/log/data.mdb")
        let before = try Data(contentsOf: log)
        #expect(try workplace.done("rebuild").contains("There were none before"))
        #expect(try workplace.done("rebuild").contains("the same, byte for byte"))
        let printed = try workplace.done("rebuild", "--format", "json")
        let kept = workplace.path + "/ledger/views/current/attestation.json"
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == printed)
        let attestation = try printed.jsonObject
        let size = try workplace.audit()
        #expect(attestation["size"] as? Int == size)
        #expect(attestation["position"] as? Int == size - 1)
        #expect(attestation["clean"] as? Bool == true)
        #expect(attestation["comparison"] as? String == "compared")
        #expect(attestation.list("modules").count == 14)
        #expect(try Data(contentsOf: log) == before)
    }

    @Test("A row that was not what the entries give is named, with exit code 1, and mended")
    func drift() throws {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.done("rebuild")
        let kinds = try workplace.done("rebuild", "--format", "json").jsonObject.list("modules")
        let actions = try #require(kinds.first { $0["name"] as? String == "actions" })
        try workplace.emptyRow(1, of: "actions.\(try #require(actions["version"] as? Int))")
        let found = try workplace.run("rebuild")
        #expect(found.exitCode == 1)
        #expect(found.output.contains("  actions, row 1, from entry "))
        #expect(try workplace.done("rebuild").contains("the same, byte for byte"))
        try workplace.emptyRow(1, of: "committees.3")
        let told = try workplace.run("rebuild", "--format", "json")
        #expect(told.exitCode == 1)
        #expect(
            try told.output.jsonObject.list("findings").first?["module"] as? String == "committees")
    }

    @Test(
        "A backup's rows are compared with those in use, which are replaced by nobody, or set aside"
    )
    func fromBackup() throws {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.done("rebuild")
        try Data("Kära Anna".utf8).write(to: URL(filePath: workplace.path + "/brev.txt"))
        for none in ["backup", "ledger", "brev.txt"] {
            let refused = try workplace.run("rebuild", "--from", none)
            #expect(refused.exitCode == 66)
            #expect(refused.errors == "liggare: there is no backup in \(none). Check the place.\n")
        }
        let board = try workplace.run("board", "KS", "--ledger", "brev.txt")
        #expect(board.errors.hasPrefix("liggare: brev.txt holds no ledger."))
        try workplace.done("backup", "backup")
        let views = workplace.path + "/ledger/views"
        let before = try FileManager.default.destinationOfSymbolicLink(atPath: views + "/current")
        // Whoever compares reaches nothing but the views.
        let log = workplace.path + "/ledger/log"
        try FileManager.default.moveItem(atPath: log, toPath: log + ".away")
        let same = try workplace.done("rebuild", "--from", "backup", "--format", "json").jsonObject
        try FileManager.default.moveItem(atPath: log + ".away", toPath: log)
        #expect(same["comparison"] as? String == "compared")
        #expect(same["clean"] as? Bool == true)
        #expect(same["from"] as? String == "backup")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: views + "/current") == before)

        try workplace.done("status", "1", "ongoing")
        try workplace.done("rebuild")
        let ahead = try workplace.run("rebuild", "--from", "backup")
        #expect(ahead.exitCode == 75)
        #expect(ahead.errors.contains("have taken in 5 entries, and the backup has 4."))
        try workplace.done("backup", "backup")

        let kinds = try workplace.done("rebuild", "--format", "json").jsonObject.list("modules")
        let actions = try #require(kinds.first { $0["name"] as? String == "actions" })
        try workplace.emptyRow(1, of: "actions.\(try #require(actions["version"] as? Int))")
        let found = try workplace.run("rebuild", "--from", "backup")
        #expect(found.exitCode == 1)
        #expect(found.output.contains("  actions, row 1, from entry "))
        #expect(found.output.contains("They were set aside in views/"))
        let after = try workplace.run("board", "KS")
        #expect(after.errors == "")
        #expect(after.output.contains("ongoing"))
        try workplace.done("rebuild")
        #expect(try workplace.done("rebuild", "--from", "backup").contains("byte for byte"))
        try workplace.audit()
    }

    @Test("Rows that cannot be read are a finding, and are replaced")
    func unreadable() throws {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.done("rebuild")
        try Data("no database".utf8).write(
            to: URL(filePath: workplace.path + "/ledger/views/current/data.mdb"))
        let found = try workplace.run("rebuild")
        #expect(found.exitCode == 1)
        #expect(found.output.contains("could not be compared"))
        #expect(try workplace.done("rebuild").contains("the same, byte for byte"))
    }
}

extension Workplace {
    /// Stores a row that says nothing, as if the program had.
    fileprivate func emptyRow(_ key: UInt8, of table: String) throws {
        let environment = try Environment(
            path: path + "/ledger/views/current", access: .create, tables: [table])
        let frame = RowFrame(table, tableName: table, isChained: false)
        let row = frame.framed([0x80], at: UInt64(key))
        let table = try #require(environment.table(table))
        try environment.write { transaction in
            try transaction.put(table, key: [0, 0, 0, 0, 0, 0, 0, key], value: row)
        }
    }
}
