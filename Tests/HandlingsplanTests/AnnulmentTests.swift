import Coordinates
import Handlingsplan
import Testing

@Suite("Annulled decisions")
struct AnnulmentTests {
    /// SN takes over from BUN by entry 5.
    private static let taken: [Proposal] =
        .municipality + [on("2014-01-01", .assign(1, ["SN"]))]

    @Test("Recorded", arguments: outcomes)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let outcomes: [Outcome] = [
        Outcome(
            "A decision is annulled, and why",
            given: taken,
            when: on("2014-03-01", .annul(5)),
            then: [.decisionAnnulled(5, reason: "kammarrättens dom")]),
        Outcome(
            "An annulment that was recorded by mistake is corrected",
            given: taken + [on("2014-03-01", .annul(5))],
            when: on("2014-03-02", .correct(6)),
            then: [.entryCorrected(6, reason: "fel dag")]),
        Outcome(
            "A judgement that was itself overturned is annulled",
            given: taken + [on("2014-03-01", .annul(5))],
            when: on("2014-03-02", .annul(6)),
            then: [.decisionAnnulled(6, reason: "kammarrättens dom")]),
    ]

    @Test("Refused", arguments: refusals)
    func refused(_ example: Refusal) throws { try example.check() }

    static let refusals: [Refusal] = [
        Refusal(
            "What was annulled is not corrected as well",
            given: taken + [on("2014-03-01", .annul(5))],
            when: on("2014-03-02", .correct(5)),
            then: .alreadyCorrected(5, at: 6)),
        Refusal(
            "What was corrected is not annulled as well",
            given: taken + [on("2014-03-01", .correct(5))],
            when: on("2014-03-02", .annul(5)),
            then: .alreadyCorrected(5, at: 6)),
        Refusal(
            "An annulment has a reason",
            given: taken,
            when: on("2014-03-01", .annul(5, reason: "")),
            then: .emptyText(.reason)),
        Refusal(
            "The founding is not annulled",
            given: taken,
            when: on("2014-03-01", .annul(0)),
            then: .foundingEntry),
        Refusal(
            "Only an entry that exists is annulled",
            given: taken,
            when: on("2014-03-01", .annul(6)),
            then: .unknownEntry(6, size: 6)),
    ]

    @Test("Warned", arguments: cautions)
    func warned(_ example: Caution) throws { try example.check() }

    static let cautions: [Caution] = [
        Caution(
            "An annulment rests on a decision, as a correction need not",
            given: taken,
            when: on("2014-03-01", .annul(5), decision: nil),
            then: [.missingDecision]),
        Caution(
            "A correction rests on the record itself",
            given: taken,
            when: on("2014-03-01", .correct(5), decision: nil),
            then: []),
        Caution(
            "An annulled adoption takes the plan away",
            given: taken,
            when: on("2014-03-01", .annul(4)),
            then: [.documentCorrectedAway("integration")]),
        Caution(
            "An annulled establishment takes the committee away",
            given: taken,
            when: on("2014-03-01", .annul(3)),
            then: [.committeeCorrectedAway("SN")]),
    ]

    @Test(
        "are as if never made, until the annulment is turned in its turn",
        arguments: [
            ([.annul(5)], "BUN"), ([.annul(5), .correct(6)], "SN"),
            ([.annul(5), .annul(6)], "SN"), ([.correct(5), .annul(6)], "SN"),
            ([.annul(5), .correct(6), .correct(7)], "BUN"),
            ([.correct(5), .annul(6), .annul(7)], "BUN"),
        ] as [([Command], CommitteeCode)])
    func asIfNeverMade(_ turnings: [Command], _ holder: CommitteeCode) throws {
        let ledger = try Scenario(given: Self.taken + turnings.map { on("2014-03-01", $0) })
        #expect(try ledger.board(holder, on: "2014-02-01").titles == ["Läxhjälp"])
        #expect(
            try ledger.board("SN", on: "2014-02-01", known: 5).titles == ["Läxhjälp"],
            "what was shown before stays")
    }
}
