import Coordinates
import Handlingsplan
import Testing

@Suite("A plan that is imported")
struct PlanImportTests {
    private static let full = ImportedRow.row(
        2, "Praktik",
        [
            .number: "A21. 2.2", .area: "Arbete", .goal: "Egen försörjning",
            .responsible: "SN", .deadline: "senast 2014-12-31", .status: "Pågår.",
            .indicator: "Platser", .partner: "Arbetsförmedlingen, Polisen,", .comment: "Ny",
        ])
    private static let deadline = Deadline(
        text: "senast 2014-12-31",
        reading: DeadlineReading(mode: .by, precision: .day, latest: "2014-12-31"))

    private static func arbete(
        _ rows: ImportedRow..., by assignees: Assignees = [], owners: [String: CommitteeCode] = [:]
    ) -> Command {
        .importPlan(
            PlanImport(
                slug: "arbete", title: "Arbetsplan", rows: rows, assignees: assignees,
                owners: owners))
    }

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "Every cell of a new plan is recorded",
            given: .municipality,
            when: on("2014-01-01", arbete(full)),
            then: [
                .planAdopted(2, Adoption(slug: "arbete", title: "Arbetsplan")),
                .areaDefined(1, 2, title: "Arbete"),
                .goalSet(1, Goal(document: 2, area: 1, title: "Egen försörjning")),
                .actionDecided(
                    2,
                    DecidedAction(
                        document: 2, title: "Praktik", localNumber: "A21. 2.2", areas: [1],
                        goals: [1])),
                .responsibilityAssigned(2, .these([3])),
                .deadlineSet(2, deadline),
                .statusReported(2, 3, StatusReport(.ongoing)),
                .indicatorDefined(1, Indicator(document: 2, action: 2, name: "Platser")),
                .partnerLinked(.action(2), Partner(name: "Arbetsförmedlingen")),
                .partnerLinked(.action(2), Partner(name: "Polisen")),
                .actionAmended(2, .comment("Ny")),
            ]),
        Outcome(
            "Areas and goals are begun once for the rows that share them",
            given: .municipality,
            when: on(
                "2014-01-01",
                arbete(
                    .row(2, "Praktik", [.area: "Arbete", .goal: "Jobb"]),
                    .row(3, "SFI", [.area: "Arbete", .goal: "Jobb"]))),
            then: [
                .planAdopted(2, Adoption(slug: "arbete", title: "Arbetsplan")),
                .areaDefined(1, 2, title: "Arbete"),
                .goalSet(1, Goal(document: 2, area: 1, title: "Jobb")),
                .actionDecided(
                    2, DecidedAction(document: 2, title: "Praktik", areas: [1], goals: [1])),
                .actionDecided(
                    3, DecidedAction(document: 2, title: "SFI", areas: [1], goals: [1])),
            ]),
        Outcome(
            "The areas of the policy are the plan's as well",
            given: .municipality + [
                on("2013-02-01", .adoptPolicy("policy")),
                on("2013-02-01", .defineArea("policy", title: "Arbete")),
                on("2013-02-01", .adopt("arbete", under: "policy")),
            ],
            when: on("2014-01-01", arbete(.row(2, "Praktik", [.area: "Arbete"]))),
            then: [.actionDecided(2, DecidedAction(document: 3, title: "Praktik", areas: [1]))]),
        Outcome(
            "Who answers for what the table names nobody for is said beside it",
            given: .municipality,
            when: on(
                "2014-01-01",
                arbete(.row(2, "Praktik"), .row(3, "SFI", [.responsible: "BUN"]), by: .all)),
            then: [
                .planAdopted(2, Adoption(slug: "arbete", title: "Arbetsplan")),
                .actionDecided(2, DecidedAction(document: 2, title: "Praktik")),
                .responsibilityAssigned(2, .all),
                .actionDecided(3, DecidedAction(document: 2, title: "SFI")),
                .responsibilityAssigned(3, .these([2])),
            ]),
        Outcome(
            "A status is recorded for each committee that answers",
            given: .municipality,
            when: on(
                "2014-01-01",
                arbete(.row(2, "Praktik", [.responsible: "Samtliga", .status: "vilande"]))),
            then: [
                .planAdopted(2, Adoption(slug: "arbete", title: "Arbetsplan")),
                .actionDecided(2, DecidedAction(document: 2, title: "Praktik")),
                .responsibilityAssigned(2, .all),
                .statusReported(2, 1, StatusReport(.paused)),
                .statusReported(2, 2, StatusReport(.paused)),
                .statusReported(2, 3, StatusReport(.paused)),
            ]),
    ]

    @Test(
        "reads who answers as plans have it",
        arguments: [
            ("SN", .these([3])), ("sn, BUN", .these([2, 3])), ("BUN/SN;KS", .these([1, 2, 3])),
            ("Socialnämnden", .these([3])), ("SN & KS", .these([1, 3])), ("SN&KS", .these([1, 3])),
            ("KS och barn- och utbildningsnämnden", nil),
            ("KS, barn- och utbildningsnämnden", .these([1, 2])), ("KS och SN", .these([1, 3])),
            ("Vård och omsorg", .these([4])), ("K&F", .these([5])), ("K&F, SN", .these([3, 5])),
            ("Skolkontoret", .these([2])), ("skolkontoret och SN", .these([2, 3])),
            ("Alla", .all), ("samtliga nämnder", .all), ("Inom samtliga  nämnder.", .all),
            ("SN, ", .these([3])), (",", nil), ("alla utom SN", nil), ("rektor", nil),
            ("BUN VO", nil),
        ] as [(String, Responsible?)])
    func owners(_ text: String, _ responsible: Responsible?) throws {
        let ledger = try Scenario(
            given: .municipality + [
                on("2013-02-01", .establish("VO", "Vård och omsorg")),
                on("2013-02-01", .establish("K&F", "Kultur och fritid")),
            ])
        let proposal = on(
            "2014-01-01",
            Self.arbete(
                .row(7, "Praktik", [.responsible: text]), owners: ["skolkontoret": "BUN"]))
        guard let responsible else {
            #expect(throws: Rejection.inLine(7, .unreadCell(.responsible, text: text))) {
                try ledger.when(proposal)
            }
            return
        }
        let events = try ledger.when(proposal).act?.events
        #expect(events?.last == .responsibilityAssigned(2, responsible))
    }

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "A table has rows",
            given: .municipality,
            when: on("2014-01-01", arbete()),
            then: .noRows),
        Refusal(
            "A new plan has a title",
            given: .municipality,
            when: on("2014-01-01", .importing(.row(2, "Praktik"), slug: "arbete", title: nil)),
            then: .noTitle("arbete")),
        Refusal(
            "Actions are not imported into a policy",
            given: .municipality + [on("2013-02-01", .adoptPolicy("arbete"))],
            when: on("2014-01-01", arbete(.row(2, "Praktik"))),
            then: .wrongKind("arbete", .policy)),
        Refusal(
            "A status that cannot be read is not guessed at",
            given: .municipality,
            when: on(
                "2014-01-01", arbete(.row(4, "Praktik", [.responsible: "SN", .status: "gul"]))),
            then: .inLine(4, .unreadCell(.status, text: "gul"))),
        Refusal(
            "An owner is mapped to a committee that there is",
            given: .municipality,
            when: on(
                "2014-01-01",
                arbete(.row(2, "Praktik", [.responsible: "Torget"]), owners: ["torget": "TN"])),
            then: .inLine(2, .unknownCommittee("TN"))),
        Refusal(
            "A row has a title",
            given: .municipality,
            when: on("2014-01-01", arbete(.row(2, "SFI"), .row(3, ""))),
            then: .inLine(3, .emptyText(.title))),
        Refusal(
            "Two rows with one number and one title are one action, written twice",
            given: .municipality,
            when: on(
                "2014-01-01",
                arbete(.row(2, "SFI", [.number: "1"]), .row(5, "SFI", [.number: "1"]))),
            then: .inLine(5, .sameActionTwice(firstLine: 2))),
    ]

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws { try example.check() }

    static let cautions: [Caution] = [
        Caution(
            "What a single action is warned about, each row is, and the adoption as any other",
            given: .municipality,
            when: on(
                "2014-01-01",
                arbete(
                    .row(2, "Praktik", [.deadline: "när vi kan"]),
                    .row(3, "SFI", [.responsible: "SN, BUN"])), decision: nil, dnr: nil),
            then: [
                .noResponsible(2), .unreadDeadline(2, text: "när vi kan"), .severalWithoutLead(3),
                .noDeadline(3), .missingDecision, .missingDnr,
            ]),
        Caution(
            "A status that nobody answers for is not recorded",
            given: .municipality,
            when: on(
                "2014-01-01",
                arbete(.row(2, "Praktik", [.deadline: "i maj 2014", .status: "klar"]))),
            then: [.noResponsible(2), .statusWithoutResponsible(2, text: "klar")]),
    ]
}
