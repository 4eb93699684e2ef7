import EntryLog
import Foundation
import Testing

@Suite("Doctor: what a ledger takes, and who reads it")
struct StorageUseTests {
    @Test("A reader that goes on reading is named, with what it keeps from being used again")
    func reader() throws {
        let workplace = try Workplace()
        try workplace.found()
        let log = try Log.open(at: workplace.path + "/ledger/log", .readOnly)
        try log.read { _ in
            for _ in 0..<3 { try workplace.done("status", "1", "ongoing") }
            let use = try workplace.storage().object("log")
            let reader = try #require(use.list("readers").first)
            #expect(use.list("readers").count == 1)
            #expect(reader["process"] as? Int32 == getpid())
            let (free, held) = (use["freeBytes"] as? Int, use["heldBytes"] as? Int)
            #expect(try #require(held) > 0)
            #expect(try #require(free) >= #require(held))
            let said = try workplace.run("doctor").output
            #expect(said.contains("read by process \(getpid()) ("))
            #expect(said.contains("can't be used again until they have ended"))
        }
        let use = try workplace.storage().object("log")
        #expect(use.list("readers").isEmpty)
        #expect(use["heldBytes"] as? Int == 0)
    }

    @Test("Entries that the views have not stored are counted")
    func tail() throws {
        let workplace = try Workplace()
        try workplace.found()
        try workplace.done("rebuild")
        #expect(try workplace.storage()["tail"] as? Int == 0)
        try workplace.done("status", "1", "ongoing")
        #expect(try workplace.storage()["tail"] as? Int == 1)
    }
}

extension Workplace {
    fileprivate func storage() throws -> [String: Any] {
        try run("doctor", "--format", "json").output.jsonObject.object("storage")
    }
}
