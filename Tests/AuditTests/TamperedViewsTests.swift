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
import TransparencyLog

@testable import Views

@Suite("Views that were tampered with")
struct TamperedViewsTests {
    @Test("The audit names the row, the replay the board, and a rebuild mends it")
    func changedBoard() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 2, by: "KS"), .close(2)])
            _ = try ledger.registry.rebuild()
            try ledger.change(ActionRows.self, 2) { $0.removeLast() }
            #expect(
                try ledger.audit().findings == [Finding(.rowDiffers(module: "actions", key: 2))])
            #expect(
                try ledger.replay(known: 3).findings == [Finding(.boardDiffers(code("KS")))])
            _ = try ledger.registry.rebuild()
        }
    }

    @Test("Where a day ends, a replay takes from the entries, and names rows that say otherwise")
    func otherTimeZone() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", actions: 1, by: "KS")])
            try ledger.record(.change(.timeZone("Pacific/Kiritimati")))
            // The next noon in Stockholm, where it is the day after that already.
            ledger.now = Timestamp(milliseconds: ledger.now.milliseconds + 20 * 3_600_000)
            try ledger.record(.close(1))
            let today = day("2014-01-03")
            let before = try ledger.replay(to: today)
            #expect(before.isVerified)
            #expect(before.moment.known == Position(3))
            _ = try ledger.registry.rebuild()
            try ledger.setRow(SettingsRows.self, SettingsRows.only, to: nil)
            let after = try ledger.replay(to: today)
            #expect(after.moment == before.moment)
            #expect(after.boards == before.boards)
            #expect(after.findings.contains(Finding(.rowDiffers(module: "settings", key: 1))))
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
            try ledger.change(ActionRows.self, 2) { items in
                let stranger = Event.responsibilityAssigned(
                    ActionNumber(2), .committees([CommitteeNumber(9)]))
                items.append(ChronicleItem(stamp: items[0].stamp, event: stranger))
            }
            #expect(throws: ViewsError.self) {
                try ledger.readStored { try $0.action(ActionNumber(2)) }
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
            try ledger.setRow(
                CommitteeRows.self, 2,
                to: [ChronicleItem(stamp: stamp, event: established)].encoded)
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
            let row = try #require(try ledger.registry.read { try $1[CommitteeRows.self][1] })
            try ledger.setRow(CommitteeRows.self, 2, to: row.encoded)
            #expect(try ledger.audit().findings.map(\.problem.kind) == ["views"])
            #expect(try !ledger.replay(known: 2).isVerified)
            try ledger.setRow(CommitteeRows.self, 1, to: nil)
            #expect(throws: ViewsError.self) {
                try ledger.readStored { try $0.committee(CommitteeNumber(1)) }
            }
            try ledger.setRow(CommitteeRows.self, 1, to: row.encoded)
            try ledger.setRow(CommitteeRows.self, 2, to: nil)
            try ledger.setRow(ActionRows.self, 2, to: nil)
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

    private init<Module: Projection>(
        _ module: Module.Type, _ key: UInt64 = 1,
        apply: @escaping @Sendable (TestLedger) throws -> Void
    ) {
        self.module = Module.name
        self.key = key
        self.apply = apply
    }

    /// What a chronicle says of the row's thing.
    private init<Module: StoryProjection>(
        _ module: Module.Type, _ key: UInt64 = 1,
        change: @escaping @Sendable (inout [ChronicleItem]) -> Void = { $0.removeLast() }
    ) {
        self.init(module, key) { try $0.change(module, key, change) }
    }

    static let all = [
        Tampering(CommitteeRows.self), Tampering(DocumentRows.self),
        Tampering(AreaRows.self) {
            $0.setEvent(.areaDefined(AreaNumber(1), DocumentNumber(1), title: "Annat"))
        },
        Tampering(GoalRows.self) {
            $0.setEvent(.goalSet(GoalNumber(1), Goal(document: DocumentNumber(1), title: "Annat")))
        },
        Tampering(ActionRows.self),
        Tampering(ActionRows.self) { items in
            for index in items.indices { items[index].turns = [] }
        },
        Tampering(ActionRows.self) { items in
            items[0] = ChronicleItem(
                stamp: Stamp(effective: day("2000-01-01"), position: items[0].stamp.position),
                event: items[0].event)
        },
        Tampering(GuidelineRows.self), Tampering(IndicatorRows.self),
        Tampering(SettingsRows.self) { $0.setEvent(.settingChanged(.before(.included))) },
        Tampering(KeyRows.self),
        list(.allCommittees), list(.committee(CommitteeNumber(1))),
        list(.document(DocumentNumber(1))),
        Tampering(SuccessionRows.self) { ledger in
            try ledger.setRow(SuccessionRows.self, 1, to: [CommitteeNumber]().encoded)
        },
        Tampering(CodeRows.self, CodeRows.key(of: code("KS"))) { ledger in
            try ledger.setRow(
                CodeRows.self, CodeRows.key(of: code("KS")), to: [CommitteeNumber]().encoded)
        },
        Tampering(CorrectionRows.self, 3) { ledger in
            try ledger.setRow(CorrectionRows.self, 3, to: EntryCorrections().encoded)
        },
    ]

    private static func list(_ list: ActionList) -> Tampering {
        let key = ListRows.key(of: list)
        return Tampering(ListRows.self, key) { ledger in
            let row = try #require(try ledger.registry.read { try $1[ListRows.self][key] })
            try ledger.setRow(ListRows.self, key, to: Array(row.dropLast()).encoded)
        }
    }
}

extension [ChronicleItem] {
    /// Says something else in the only item.
    fileprivate mutating func setEvent(_ event: Event) {
        self = [ChronicleItem(stamp: self[0].stamp, event: event)]
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

    fileprivate func change<Module: StoryProjection>(
        _ module: Module.Type, _ key: UInt64,
        _ change: (inout [ChronicleItem]) -> Void
    ) throws {
        var items = try #require(try registry.read { try $1[module][key] }).items
        change(&items)
        try setRow(module, key, to: items.encoded)
    }

    /// As the program would have stored it; nil deletes.
    fileprivate func setRow<Module: Projection>(
        _ module: Module.Type, _ key: UInt64, to row: [UInt8]?
    ) throws {
        close()
        let generation = try Environment(
            path: viewsPath + "/current", access: .create,
            tables: ViewSet.tableNames + [GenerationMeta.tableName])
        let (table, frame) = (try generation.requiredTable(module.tableName), RowFrame(module))
        try generation.write { transaction in
            switch row {
            case nil: try transaction.delete(table, Position(key).key.span.bytes)
            case let row? where frame.isChained:
                try transaction.store(chained: [(key, row)], in: table, frame)
            case let row?:
                try transaction.put(
                    table, key: Position(key).key, value: frame.framed(row, at: key))
            }
            let before = try transaction.generationMeta(in: generation)
            try transaction.store(
                GenerationMeta(
                    frontier: before.frontier, recordedAt: before.recordedAt,
                    modules: try transaction.currentModules(in: generation)),
                in: generation)
        }
    }
}
