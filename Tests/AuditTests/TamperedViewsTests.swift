import Audit
import CBOR
import Coordinates
import EntryLog
import Handlingsplan
import LMDB
import LedgerSupport
import PlanLog
import Registry
import Testing
import Views

@Suite("Views that were tampered with")
struct TamperedViewsTests {
    @Test("The audit names the row, the replay the board, and a rebuild mends it")
    func changedRow() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS")])
            try ledger.record(.close(2))
            _ = try ledger.registry.rebuild()
            try ledger.changeActionRow(2) { story in
                ActionStory(
                    number: story.number, plan: story.plan,
                    standing: Timeline(items: story.standing.items.dropLast()),
                    title: story.title, deadline: story.deadline, responsible: story.responsible,
                    reports: story.reports)
            }
            #expect(
                try ledger.audit().findings == [Finding(.rowDiffers(module: "actions", key: 2))])
            #expect(
                try ledger.replay(known: 3).findings == [Finding(.boardDiffers(code("KS")))])
            _ = try ledger.registry.rebuild()
        }
    }

    @Test("A row that speaks of a committee that is not there is an error, not a crash")
    func strangeRow() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS")])
            _ = try ledger.registry.rebuild()
            try ledger.changeActionRow(2) { story in
                let item = story.responsible.items[0]
                return ActionStory(
                    number: story.number, plan: story.plan, standing: story.standing,
                    title: story.title, deadline: story.deadline,
                    responsible: Timeline(items: [
                        .init(stamp: item.stamp, value: .committees([CommitteeNumber(9)]))
                    ]),
                    reports: story.reports)
            }
            #expect(throws: ViewsError.self) {
                try ledger.registry.read { try $1.action(ActionNumber(2)) }
            }
            #expect(try ledger.audit().findings.map(\.problem.kind) == ["views"])
            _ = try ledger.registry.rebuild()
        }
    }

    @Test("A row that is there too many or missing is found")
    func countOfRows() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS")])
            _ = try ledger.registry.rebuild()
            try ledger.setRow("committees", 2, to: [0xff])
            #expect(try ledger.audit().findings.map(\.problem.kind) == ["views"])
            #expect(try !ledger.replay(known: 2).isVerified)
            try ledger.setRow("committees", 2, to: nil)
            try ledger.setRow("actions", 2, to: nil)
            #expect(
                try ledger.audit().findings.contains(
                    Finding(.rowDiffers(module: "actions", key: 2))))
            _ = try ledger.registry.rebuild()
        }
    }
}

extension TestLedger {
    fileprivate func changeActionRow(
        _ number: UInt64, _ change: (ActionStory) -> ActionStory
    ) throws {
        let story = try registry.read { try $1.action(ActionNumber(UInt32(number))) }
        try setRow("actions", number, to: change(try #require(story)).encoded)
    }

    /// Nil deletes.
    fileprivate func setRow(_ module: String, _ key: UInt64, to bytes: [UInt8]?) throws {
        close()
        let name = module + ".1"
        let environment = try Environment(
            path: viewsPath + "/current", access: .readWrite, tables: [name])
        let table = try #require(environment.table(name))
        let key = Position(key).key
        try environment.write { transaction in
            if let bytes {
                try transaction.put(table, key: key, value: bytes)
            } else {
                try transaction.delete(table, key.span.bytes)
            }
        }
    }
}
