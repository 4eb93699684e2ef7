import Coordinates
import EntryLog
import Handlingsplan
import LedgerSupport
import PlanLog
import Registry
import Testing
import TransparencyLog
import Views

@Suite("Several commands recorded as one")
struct BatchTests {
    private func items(_ commands: Command...) -> [Proposal] {
        commands.map { Proposal($0) }
    }

    @Test("They get one receipt, and each holds from its own day")
    func together() throws {
        try withLedger { ledger in
            let earlier = day("2013-12-01")
            let recorded = try ledger.record(
                [
                    Proposal(.establish("KS"), effective: earlier),
                    Proposal(.adopt("plan", by: "KS"), reference: Reference(dnr: "1/14")),
                ], expected: Position(1))
            #expect(recorded.receipt?.positions == Position(1)..<Position(3))
            #expect(recorded.acts.map(\.effective) == [earlier, TestLedger.foundingDay])
            #expect(recorded.acts.map(\.reference.dnr) == [nil, "1/14"])
        }
    }

    @Test("Each is judged on what those before it led to")
    func inOrder() throws {
        try withLedger { ledger in
            let rename = Command.renameCommittee(
                code("KS"), to: Naming(code: code("KSN"), name: "Styrelsen"))
            let recorded = try ledger.record(
                items(.establish("KS"), rename, .adopt("plan", by: "KSN"), .close(1)))
            #expect(recorded.receipt?.positions == Position(1)..<Position(5))
            #expect(throws: RejectedProposal(index: 0, rejection: .unknownCommittee(code("SN")))) {
                try ledger.record(
                    items(.dissolveCommittee(code("SN"), successor: nil), .establish("SN")))
            }
        }
    }

    @Test("Where one is refused, all are, and their id is free")
    func allOrNothing() throws {
        try withLedger { ledger in
            let refusal = RejectedProposal(index: 2, rejection: .unknownCommittee(code("XN")))
            let good = items(.establish("KS"), .adopt("plan", by: "KS"))
            #expect(throws: refusal) {
                try ledger.record(
                    good + items(.dissolveCommittee(code("XN"), successor: nil)), id: "mine")
            }
            #expect(try ledger.size == TreeSize(1))
            let receipt = try ledger.record(good, id: "mine").receipt
            #expect(receipt?.isDuplicate == false)
        }
    }

    @Test("Sent again they get their first receipt; in another order or number they are refused")
    func repeated() throws {
        try withLedger { ledger in
            let batch = items(.establish("KS"), .establish("BUN"), .adopt("plan", by: "KS"))
            let first = try ledger.record(batch, id: "once")
            try ledger.record(.close(1))
            let again = try ledger.record(batch, id: "once")
            #expect(again.receipt?.isDuplicate == true)
            #expect(again.receipt?.positions == first.receipt?.positions)
            #expect(again.acts == first.acts)
            for other in [
                [batch[1], batch[0], batch[2]], Array(batch.dropLast()),
                batch + items(.establish("SN")), batch + batch,
            ] {
                let error = #expect(throws: CommandIDTaken.self) {
                    try ledger.record(other, id: "once")
                }
                #expect(error?.position == Position(1))
            }
            #expect(try ledger.size == TreeSize(5))
        }
    }

    @Test("They take the expected position, or none")
    func expected() throws {
        try withLedger { ledger in
            let batch = items(.establish("KS"), .establish("BUN"))
            let size = try ledger.size
            #expect(
                throws: EntryLogError.conflict(expected: Position(2), actual: Position(1))
            ) { try ledger.record(batch, expected: Position(2)) }
            #expect(try ledger.size == size)
        }
    }

    @Test("A long act among them takes several entries, and those after it follow")
    func longAct() throws {
        try withLedger { ledger in
            let batch = items(
                .establish("KS"), .longPlan("long", by: "KS"), .amend(20, "Text"), .close(1),
                .longPlan("longer", by: "KS"))
            let recorded = try ledger.record(batch, id: "long")
            let positions = try #require(recorded.receipt).positions
            let size = try ledger.size
            #expect(positions == Position(1)..<size.end)
            #expect(recorded.acts.count > batch.count + 1)
            #expect(recorded.acts.count == Int(size.count) - 1)
            let dump = try ledger.registry.read { try LedgerDump($1) }
            #expect(
                try ledger.registry.log.read { try LedgerDump(LedgerState(folding: $0)) } == dump)
            #expect(try ledger.record(batch, id: "long").receipt?.positions == positions)
        }
    }
}

@Suite("Several commands recorded as one entry")
struct EntryTests {
    private func item(_ commands: Command...) -> Proposal {
        Proposal(commands.map { Proposal.Step($0) })
    }

    @Test("Each is judged on what those before it led to, and a correction takes all away")
    func together() throws {
        try withLedger { ledger in
            let first = item(.establish("KS"), .adopt("plan", by: "KS"), .amend(1, "Första"))
            let batch = [first, item(.amend(1, "Andra"), .close(1))]
            let recorded = try ledger.record(batch, id: "once")
            #expect(recorded.receipt?.positions == Position(1)..<Position(3))
            #expect(
                recorded.acts.map(\.events.last) == [
                    .actionAmended(ActionNumber(1), .title("Första")),
                    .actionClosed(ActionNumber(1)),
                ])
            #expect(try ledger.record(batch, id: "once").receipt?.isDuplicate == true)
            let error = #expect(throws: CommandIDTaken.self) {
                try ledger.record([first], id: "once")
            }
            #expect(error?.position == Position(1))
            try ledger.record(.correct(2))
            let dump = try ledger.registry.read { try LedgerDump($1) }
            #expect(
                try ledger.registry.log.read { try LedgerDump(LedgerState(folding: $0)) } == dump)
            try ledger.registry.read { _, views in
                let story = try #require(try views.action(ActionNumber(1)))
                let moment = Moment(effective: day("2014-12-31"), known: Position(3))
                #expect(story.title.value(at: moment) == "Första")
                #expect(story.standing(at: moment) == .open)
            }
        }
    }

    @Test("Where one is refused, all are, and it is named")
    func refused() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", by: "KS")])
            let size = try ledger.size
            let long = (0..<1500).map { _ in Command.amend(1, String(repeating: "Å", count: 50)) }
            let changing = long.enumerated().map { $0.isMultiple(of: 2) ? $1 : .amend(1, "B") }
            for (items, index, command, rejection) in [
                (
                    [item(.amend(1, "X"), .close(1), .amend(1, "Y"))], 0, 2,
                    .actionEnded(ActionNumber(1), .closed, since: TestLedger.foundingDay)
                ),
                (
                    [item(.amend(1, "X"), .close(2))], 0, 1,
                    .unknownAction(ActionNumber(2), count: 1)
                ),
                ([item(.amend(1, "X")), item(.amend(1, "Y"), .correct(2))], 1, 1, .standsAlone),
                ([item(.amend(1, "X"), .correct(3))], 0, 1, .standsAlone),
                (
                    [item(.annul(Position(2), reason: "Fel"), .amend(1, "X"))], 0, 0,
                    .standsAlone
                ),
                (
                    [
                        item(
                            .amend(1, "X"),
                            .revokeKey(Writer(TestLedger.founder.publicKey), reason: nil))
                    ], 0, 1, .standsAlone
                ),
                (
                    [
                        item(
                            .amend(1, "X"),
                            .reportBack(code("KS"), from: nil, .everything))
                    ], 0, 1, .standsAlone
                ),
                (
                    [Proposal(changing.map { Proposal.Step($0) })], 0, nil,
                    .longerThanAnEntry
                ),
            ] as [([Proposal], Int, Int?, Rejection)] {
                #expect(
                    throws: RejectedProposal(index: index, step: command, rejection: rejection)
                ) { try ledger.record(items) }
            }
            #expect(try ledger.size == size)
        }
    }

    @Test("What one misses and a later one says is no warning")
    func met() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .establish("SN"), .adopt("plan", by: "KS")])
            let bare = NewAction(
                title: "Ny", responsible: Assignees(.committees([])), deadline: nil)
            let decided = Reference(decision: "KS 2014-01-02 § 1")
            let both = Assignees(.committees([code("KS"), code("SN")]))
            let later: [Command] = [
                .assign(ActionNumber(2), both), .setDeadline(ActionNumber(2), text: "i maj 2014"),
                .assign(ActionNumber(2), Assignees(.committees([code("KS")]))),
            ]
            for (count, lacking) in [
                (0, [.noResponsible(ActionNumber(2)), .noDeadline(ActionNumber(2))]),
                (1, [.noDeadline(ActionNumber(2)), .severalWithoutLead(ActionNumber(2))]),
                (2, [.severalWithoutLead(ActionNumber(2))]),
                (3, []),
            ] as [(Int, [Warning])] {
                let commands = [.decideAction(slug("plan"), bare)] + later.prefix(count)
                for items in [
                    [Proposal(commands.map { Proposal.Step($0) }, reference: decided)],
                    commands.map { Proposal($0, reference: decided) },
                ] {
                    let request = try ledger.request(items)
                    #expect(try ledger.registry.tryOut(request).warnings == lacking)
                }
            }
        }
    }

    @Test("What a warning misses is asked for on the day that was warned of")
    func metThen() throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", by: "KS")])
            let decided = Reference(decision: "KS 2014-01-02 § 1")
            func item(_ command: Command, _ date: String) -> Proposal {
                Proposal(command, effective: day(date), reference: decided)
            }
            let bare = NewAction(
                title: "Ny", responsible: Assignees(.committees([])), deadline: nil)
            let ks = Assignees(.committees([code("KS")]))
            func warnings(_ items: [Proposal]) throws -> [Warning] {
                try ledger.registry.tryOut(ledger.request(items)).warnings
            }
            let decide = item(.decideAction(slug("plan"), bare), "2014-01-03")
            let deadline = Command.setDeadline(ActionNumber(2), text: "i maj 2014")
            let last = item(.amend(1, "Titel"), "2014-01-02")
            #expect(
                try warnings([
                    decide, item(.assign(ActionNumber(2), ks), "2014-01-03"),
                    item(deadline, "2014-01-03"), last,
                ]) == [])
            #expect(
                try warnings([
                    decide, item(.assign(ActionNumber(2), ks), "2014-01-04"),
                    item(deadline, "2014-01-04"), last,
                ]) == [.noResponsible(ActionNumber(2)), .noDeadline(ActionNumber(2))])
            let unread = Command.setDeadline(ActionNumber(1), text: "när det passar")
            let read = Command.setDeadline(ActionNumber(1), text: "i maj 2014")
            #expect(
                try warnings([item(unread, "2014-01-02"), item(read, "2014-01-02")]) == [])
        }
    }

    @Test("What a committee leaves behind and a later one transfers is no warning")
    func handedOver() throws {
        try withLedger { ledger in
            try ledger.record([
                .establish("KS"), .establish("SN"), .adopt("plan", actions: 2, by: "SN"),
            ])
            let dissolve = Command.dissolveCommittee(code("SN"), successor: nil)
            func transfer(_ number: UInt32) -> Command {
                .transfer(ActionNumber(number), from: code("SN"), to: [code("KS")])
            }
            for (commands, isLeft) in [
                ([dissolve, transfer(1)], true), ([dissolve, transfer(1), transfer(2)], false),
            ] {
                let request = try ledger.request([
                    Proposal(commands.map { Proposal.Step($0) })
                ])
                let warnings = try ledger.registry.tryOut(request).warnings
                let left = Warning.actionsLeft(code("SN"), [ActionNumber(1), ActionNumber(2)])
                #expect(warnings.contains(left) == isLeft)
            }
        }
    }

    @Test("A correction takes committees and names away together, and brings them back")
    func corrected() throws {
        let new = Naming(code: code("SN"), name: "Nya")
        for commands in [
            [.dissolveCommittee(code("SN"), successor: nil), .establishCommittee(new)],
            [
                .renameCommittee(code("SN"), to: Naming(code: code("XN"), name: "Gamla")),
                .establishCommittee(new),
            ],
        ] as [[Command]] {
            try withLedger { ledger in
                try ledger.record([.establish("KS"), .establish("SN")])
                try ledger.record([Proposal(commands.map { Proposal.Step($0) })])
                try ledger.record(.correct(3))
                try ledger.record(.correct(4))
                try ledger.registry.read { _, views in
                    let moment = Moment(effective: TestLedger.foundingDay, known: Position(5))
                    let committee = try views.committee(code("SN"), at: moment)
                    #expect(committee.number == CommitteeNumber(3))
                }
                try ledger.record(.correct(5))
            }
        }
        try withLedger { ledger in
            let renamed = Naming(code: code("XN"), name: "Gamla")
            try ledger.record([
                .establish("SN"), .renameCommittee(code("SN"), to: renamed), .establish("SN"),
            ])
            #expect(throws: Rejection.self) { try ledger.record(.correct(2)) }
        }
    }

    @Test("A registrar's right is asked for each of them")
    func permitted() throws {
        try withLedger { ledger in
            let registrar = TestLedger.key(7)
            try ledger.record([.establish("KS"), .adopt("plan", by: "KS")])
            try ledger.record(
                .grantKey(KeyGrant(Writer(registrar.publicKey), committees: [code("KS")])))
            let report = Command.reportStatus(ActionNumber(1), StatusReport(.ongoing), by: nil)
            try ledger.record([item(report, report)], by: registrar)
            let error = #expect(throws: NotPermitted.self) {
                try ledger.record([item(report, .close(1))], by: registrar)
            }
            #expect(error?.objection == .takesSteward(.actionClosed(ActionNumber(1))))
            #expect((error?.index, error?.step) == (0, 1))
        }
    }
}

@Suite("A correction among several commands")
struct BatchCorrectionTests {
    /// The committee at 1, the plan at 2, and its action's first new title at 3.
    private func withPlan(_ body: (TestLedger) throws -> Void) throws {
        try withLedger { ledger in
            try ledger.record([.establish("KS"), .adopt("plan", by: "KS"), .amend(1, "Första")])
            try body(ledger)
        }
    }

    @Test("It turns entries of before and of its own batch, and back again")
    func turned() throws {
        try withPlan { ledger in
            let commands: [Command] = [
                .amend(1, "Andra"), .correct(4), .correct(3), .correct(5), .correct(6),
            ]
            try ledger.record(commands.map { Proposal($0) })
            let titles = ["Första", "Andra", "Första", "Åtgärd 1", "Andra", "Andra"]
            for _ in 0..<2 {
                try ledger.registry.read { _, views in
                    let story = try #require(try views.action(ActionNumber(1)))
                    let known = (3...8).map { position in
                        story.title.value(
                            at: Moment(
                                effective: day("2014-12-31"), known: Position(UInt64(position))))
                    }
                    #expect(known == titles)
                }
                _ = try ledger.registry.rebuild()
            }
        }
    }

    @Test("It takes nothing away that comes with it or later, or that is away already")
    func refused() throws {
        try withPlan { ledger in
            let size = try ledger.size
            for (commands, refusal) in [
                ([.amend(1, "X"), .correct(5)], .unknownEntry(Position(5), size: TreeSize(5))),
                ([.correct(4), .amend(1, "X")], .unknownEntry(Position(4), size: TreeSize(4))),
                ([.correct(3), .correct(3)], .alreadyCorrected(Position(3), at: Position(4))),
                (
                    [.amend(1, "X"), .correct(4), .annul(Position(4), reason: "Fel")],
                    .alreadyCorrected(Position(4), at: Position(5))
                ),
            ] as [([Command], Rejection)] {
                let error = #expect(throws: RejectedProposal.self) {
                    try ledger.record(commands.map { Proposal($0) })
                }
                #expect(error?.rejection == refusal)
            }
            #expect(try ledger.size == size)
        }
    }

    @Test("An action decided and corrected away within it keeps its number")
    func correctedAway() throws {
        try withPlan { ledger in
            let action = NewAction(
                title: "Ny", responsible: .committees([code("KS")]), deadline: nil)
            try ledger.record(
                [
                    .decideAction(slug("plan"), action), .correct(4),
                    .decideAction(slug("plan"), action),
                ].map { Proposal($0) })
            #expect(throws: Rejection.actionCorrectedAway(ActionNumber(2))) {
                try ledger.record(.close(2))
            }
            try ledger.record(.close(3))
        }
    }
}
