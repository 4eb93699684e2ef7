import Coordinates
import Handlingsplan
import Testing

@Suite("Steering documents")
struct DocumentTests {
    /// A policy, and a plan under it that is to hold through 2014: entries 5 and 6.
    static let policy: [Proposal] =
        .municipality + [
            on("2013-02-01", .adoptPolicy("integrationspolicy")),
            on(
                "2013-02-01", .adopt("flykting", under: "integrationspolicy", through: "2014-12-31")
            ),
        ]
    static let repealed = policy + [on("2014-02-01", .repeal("flykting", successor: nil))]

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "A policy is adopted, and numbered among the documents",
            given: .municipality,
            when: on("2014-01-01", .adoptPolicy("integrationspolicy", "Integrationspolicy")),
            then: [
                .policyAdopted(
                    2, Adoption(slug: "integrationspolicy", title: "Integrationspolicy"))
            ]),
        Outcome(
            "A plan names the policy that it carries out, and its last day",
            given: policy,
            when: on(
                "2014-01-01",
                .adopt("arbete", "Arbete", under: "integrationspolicy", through: "2017-12-31")),
            then: [
                .planAdopted(
                    4, Adoption(slug: "arbete", title: "Arbete", policy: 2, lastDay: "2017-12-31"))
            ]),
        Outcome(
            "A revision says what it changed",
            given: policy,
            when: on("2014-01-01", .revise("flykting", summary: "Ny lag", title: "Mottagande")),
            then: [.documentRevised(3, summary: "Ny lag", title: "Mottagande")]),
        Outcome(
            "A plan is prolonged to a later day",
            given: policy,
            when: on("2014-01-01", .prolong("flykting", lastDay: "2015-12-31")),
            then: [.documentProlonged(3, lastDay: "2015-12-31")]),
        Outcome(
            "A plan that had no last day gets one",
            given: policy,
            when: on("2014-01-01", .prolong("integration", lastDay: "2014-06-30")),
            then: [.documentProlonged(1, lastDay: "2014-06-30")]),
        Outcome(
            "A plan is replaced by another plan",
            given: policy,
            when: on("2014-01-01", .repeal("flykting", successor: "integration")),
            then: [.documentRepealed(3, successor: 1)]),
        Outcome(
            "What was done in a plan before its repeal is recorded after it",
            given: repealed,
            when: on(
                "2014-01-31", .decide(.action("SFI", by: ["BUN"], deadline: nil), in: "flykting")),
            then: [
                .actionDecided(2, DecidedAction(document: 3, title: "SFI")),
                .responsibilityAssigned(2, .these([2])),
            ]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "A policy and a plan do not share a name either",
            given: policy,
            when: on("2014-01-01", .adopt("integrationspolicy")),
            then: .slugTaken("integrationspolicy")),
        Refusal(
            "The name of a repealed document stays its own",
            given: repealed,
            when: on("2014-03-01", .adopt("flykting")),
            then: .slugTaken("flykting")),
        Refusal(
            "A plan carries out a policy, not another plan",
            given: policy,
            when: on("2014-01-01", .adopt("arbete", under: "flykting")),
            then: .wrongKind("flykting", .plan)),
        Refusal(
            "A plan carries out a policy that there is",
            given: policy,
            when: on("2014-01-01", .adopt("arbete", under: "arbetspolicy")),
            then: .unknownDocument("arbetspolicy", .policy)),
        Refusal(
            "An action is decided in a plan, not in a policy",
            given: policy,
            when: on("2014-01-01", .decide(.action("SFI", by: ["BUN"]), in: "integrationspolicy")),
            then: .wrongKind("integrationspolicy", .policy)),
        Refusal(
            "A document is not revised before it is adopted",
            given: policy,
            when: on("2013-01-31", .revise("flykting", summary: "Ny lag", title: nil)),
            then: .documentNotYetAdopted("flykting", from: "2013-02-01")),
        Refusal(
            "A document that nobody adopted is not revised",
            given: policy,
            when: on("2014-01-01", .revise("arbete", summary: "Ny lag", title: nil)),
            then: .unknownDocument("arbete", nil)),
        Refusal(
            "A revision says something",
            given: policy,
            when: on("2014-01-01", .revise("flykting", summary: " ", title: nil)),
            then: .emptyText(.summary)),
        Refusal(
            "To prolong a plan takes a later last day",
            given: policy,
            when: on("2014-01-01", .prolong("flykting", lastDay: "2014-12-31")),
            then: .notProlonged("flykting", lastDay: "2014-12-31")),
        Refusal(
            "No action is decided in a repealed plan",
            given: repealed,
            when: on("2014-02-01", .decide(.action("SFI", by: ["BUN"]), in: "flykting")),
            then: .documentRepealed("flykting", since: "2014-02-01")),
        Refusal(
            "A repealed plan is not repealed again",
            given: repealed,
            when: on("2014-03-01", .repeal("flykting", successor: nil)),
            then: .documentRepealed("flykting", since: "2014-02-01")),
        Refusal(
            "No document replaces itself",
            given: policy,
            when: on("2014-01-01", .repeal("flykting", successor: "flykting")),
            then: .replacedByItself("flykting")),
        Refusal(
            "A plan is not replaced by a policy",
            given: policy,
            when: on("2014-01-01", .repeal("flykting", successor: "integrationspolicy")),
            then: .wrongKind("integrationspolicy", .policy)),
    ]

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws { try example.check() }

    static let cautions: [Caution] = [
        Caution(
            "An adoption has a registry number and a decision, which may be known only later",
            given: .municipality,
            when: on("2014-01-01", .adopt("flykting"), decision: nil, dnr: nil),
            then: [.missingDecision, .missingDnr]),
        Caution(
            "A decision is found by its paragraph",
            given: .municipality,
            when: on("2014-01-01", .adopt("flykting"), decision: "KF 2014-01-01"),
            then: [.missingParagraph("KF 2014-01-01")]),
        Caution(
            "A decision that is numbered within its year has no paragraph to miss",
            given: .municipality,
            when: on("2014-01-01", .adopt("flykting"), decision: "Kf 169/2017"),
            then: []),
        Caution(
            "A repealed plan leaves its open actions behind",
            given: .municipality + [
                on("2013-02-01", .decide(.action("Praktik", by: ["SN"]))),
                on("2013-03-01", .close(1)),
                on("2013-03-01", .decide(.action("Tolkar", by: ["SN"]))),
            ],
            when: on("2014-01-01", .repeal("integration", successor: nil)),
            then: [.openInRepealed("integration", [2, 3])]),
        Caution(
            "An action is decided in a plan past its last day",
            given: policy,
            when: on(
                "2015-01-01",
                .decide(.action("SFI", by: ["BUN"], deadline: "i maj 2014"), in: "flykting")),
            then: [.planPastValidity("flykting", lastDay: "2014-12-31")]),
        Caution(
            "A deadline is after the plan's last day",
            given: policy,
            when: on(
                "2014-01-01",
                .decide(.action("SFI", by: ["BUN"], deadline: "i maj 2015"), in: "flykting")),
            then: [
                .deadlineAfterPlan(
                    2, latest: "2015-05-31", "flykting", lastDay: "2014-12-31")
            ]),
        Caution(
            "A prolonged plan takes later deadlines",
            given: policy + [on("2013-12-01", .prolong("flykting", lastDay: "2015-12-31"))],
            when: on(
                "2014-01-01",
                .decide(.action("SFI", by: ["BUN"], deadline: "i maj 2015"), in: "flykting")),
            then: []),
        Caution(
            "A corrected adoption takes away a document, but not what was decided in it later",
            given: policy,
            when: on("2014-01-01", .correct(6)),
            then: [.documentCorrectedAway("flykting")]),
    ]
}
