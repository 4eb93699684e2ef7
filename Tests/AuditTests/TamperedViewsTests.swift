import Audit
import CBOR
import Coordinates
import EntryLog
import LMDB
import LedgerSupport
import PlanLog
import Registry
import Testing
import TransparencyLog

@testable import Handlingsplan
@testable import Views

@Suite("Views that were tampered with")
struct TamperedViewsTests {
    @Test("The audit names the row, the replay the board, and a rebuild mends it")
    func changedBoard() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS"), .close(2)])
            _ = try ledger.registry.rebuild()
            var story = try #require(try ledger.registry.read { try $1.action(ActionNumber(2)) })
            story.standing = Timeline(items: story.standing.items.dropLast())
            try ledger.setRow(ActionRows.self, 2, to: story)
            #expect(
                try ledger.audit().findings == [Finding(.rowDiffers(module: "actions", key: 2))])
            #expect(
                try ledger.replay(known: 3).findings == [Finding(.boardDiffers(code("KS")))])
            _ = try ledger.registry.rebuild()
        }
    }

    @Test("Whatever row says something else, the audit names it", arguments: Tampering.all)
    func changedRow(tampering: Tampering) throws {
        try withLedger { ledger in
            try ledger.recordOneOfEach()
            _ = try ledger.registry.rebuild()
            try tampering.apply(ledger)
            let finding = Finding(.rowDiffers(module: tampering.module, key: tampering.key))
            #expect(try ledger.audit().findings == [finding])
            _ = try ledger.registry.rebuild()
        }
    }

    @Test("A row that speaks of a committee that is not there is an error, not a crash")
    func strangeRow() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS")])
            _ = try ledger.registry.rebuild()
            var story = try #require(try ledger.registry.read { try $1.action(ActionNumber(2)) })
            story.responsible = Timeline(items: [
                .init(
                    stamp: story.responsible.items[0].stamp,
                    value: .committees([CommitteeNumber(9)]))
            ])
            try ledger.setRow(ActionRows.self, 2, to: story)
            #expect(throws: ViewsError.self) {
                try ledger.registry.read { try $1.action(ActionNumber(2)) }
            }
            #expect(try ledger.audit().findings.map(\.problem.kind) == ["views"])
            _ = try ledger.registry.rebuild()
        }
    }

    @Test("The board of a committee that nobody established is found")
    func addedBoard() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS")])
            _ = try ledger.registry.rebuild()
            let established = Event.committeeEstablished(
                CommitteeNumber(2), Naming(code: code("BUN"), name: "Bildningsnämnden"))
            let stamp = Stamp(effective: day("2014-01-02"), position: Position(1))
            try ledger.setRow(CommitteeRows.self, 2, to: CommitteeStory(established, at: stamp))
            #expect(
                try ledger.replay(known: 2).findings == [Finding(.boardDiffers(code("BUN")))])
            _ = try ledger.registry.rebuild()
        }
    }

    @Test("A row that is there too many or missing is found")
    func countOfRows() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS")])
            _ = try ledger.registry.rebuild()
            let story = try #require(try ledger.registry.read { try $1.committees().first })
            try ledger.setRow(CommitteeRows.self, 2, to: story)
            #expect(try ledger.audit().findings.map(\.problem.kind) == ["views"])
            #expect(try !ledger.replay(known: 2).isVerified)
            try ledger.setRow(CommitteeRows.tableName, 1, to: nil)
            #expect(throws: ViewsError.self) {
                try ledger.registry.read { try $1.committee(CommitteeNumber(1)) }
            }
            try ledger.setRow(CommitteeRows.self, 1, to: story)
            try ledger.setRow(CommitteeRows.tableName, 2, to: nil)
            try ledger.setRow(ActionRows.tableName, 2, to: nil)
            #expect(
                try ledger.audit().findings.contains(
                    Finding(.rowDiffers(module: "actions", key: 2))))
            _ = try ledger.registry.rebuild()
        }
    }
}

/// One row that says something else than the entries do.
struct Tampering: Sendable, CustomTestStringConvertible {
    let module: String
    let key: UInt64
    let apply: @Sendable (TestLedger) throws -> Void

    var testDescription: String { "\(module), row \(key)" }

    /// - Parameter read: the row as it is.
    init<Module: Projection>(
        _ module: Module.Type, _ key: UInt64 = 1,
        read: @escaping @Sendable (ViewSet) throws -> Module.Row?,
        change: @escaping @Sendable (inout Module.Row) -> Void
    ) {
        self.module = Module.name
        self.key = key
        let table = Module.tableName
        apply = { ledger in
            var row = try #require(try ledger.registry.read { try read($1) })
            change(&row)
            try ledger.setRow(table, key, to: row.encoded)
        }
    }

    static let all = [
        Tampering(
            CommitteeRows.self, read: { try $0.committees()[0] },
            change: { $0.reportsBack = Timeline() }),
        Tampering(
            DocumentRows.self, read: { try $0.documents()[0] },
            change: { $0.annexes = Timeline() }),
        Tampering(
            AreaRows.self, read: { try $0.areas()[0] }, change: { $0.title = Timeline() }),
        Tampering(GoalRows.self, read: { try $0.goals()[0] }, change: { $0.goal = Timeline() }),
        Tampering(
            ActionRows.self, read: { try $0.action(ActionNumber(1)) },
            change: { $0.forecasts = Timeline() }),
        Tampering(
            GuidelineRows.self, read: { try $0.guidelines()[0] },
            change: { $0.answers = Timeline() }),
        Tampering(
            IndicatorRows.self, read: { try $0.indicators()[0] },
            change: { $0.targets = Timeline() }),
        Tampering(
            SettingsRows.self, read: { try $0.settings() }, change: { $0.cutOffs = Timeline() }),
        Tampering(
            KeyRows.self, read: { try $0.keys() },
            change: { $0 = KeyRegister(changes: [$0.changes[0]]) }),
        list(.allCommittees), list(.committee(CommitteeNumber(1))),
        list(.document(DocumentNumber(1))),
        Tampering(
            SuccessionRows.self, read: { try $0.committees(everSucceededBy: CommitteeNumber(1)) },
            change: { $0 = [] }),
        Tampering(
            CorrectionRows.self, 3, read: { try $0.corrections(of: Position(3)) },
            change: { $0.turns = [] }),
    ]

    private static func list(_ list: ActionList) -> Tampering {
        Tampering(
            ListRows.self, ListRows.key(of: list), read: { try $0.actions(everOn: list) },
            change: { $0.removeLast() })
    }
}

extension TestLedger {
    /// Something in a row of each module.
    fileprivate func recordOneOfEach() throws {
        let plan = slug("plan")
        let annex = Annex.samples[0]
        let year = Period("2014")!
        try record([
            .establish("KS"), .adopt("plan", actions: 2, by: "KS"), .close(1), .correct(3),
            .attach(.document(plan), annex), .defineArea(plan, title: "Område"),
            .setGoal(plan, NewGoal(title: "Mål")),
            .issueGuideline(
                NewGuideline(
                    document: plan, issuer: code("KS"), addressees: [code("KS")], text: "Text")),
            .answerGuideline(GuidelineNumber(1), by: nil, text: "Ja"),
            .defineIndicator(plan, NewIndicator(name: "Antal")),
            .setTarget(
                IndicatorNumber(1), Target(period: year, bound: .atLeast, value: Quantity("1")!)),
            .giveForecast(ActionNumber(1), Forecast(.expected, period: year), by: nil),
            .assign(ActionNumber(1), .all), .reportBack(code("KS"), from: nil, .everything),
            .grantKey(KeyGrant(Writer(TestLedger.key(9).publicKey), committees: nil)),
            .revokeKey(Writer(TestLedger.key(9).publicKey), reason: nil),
            .change(.cutOffs(.standard)), .establish("BUN"),
            .dissolveCommittee(code("BUN"), successor: code("KS")),
        ])
    }

    fileprivate func setRow<Module: Projection>(
        _ module: Module.Type, _ key: UInt64, to row: Module.Row
    ) throws {
        try setRow(Module.tableName, key, to: row.encoded)
    }

    /// Nil deletes.
    fileprivate func setRow(_ name: String, _ key: UInt64, to bytes: [UInt8]?) throws {
        close()
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
