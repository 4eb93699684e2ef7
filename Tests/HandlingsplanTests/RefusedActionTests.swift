import Handlingsplan
import Testing

@Suite("What is refused about actions, corrections and texts")
struct RefusedActionTests {
    @Test("Refused", arguments: actions + responsibility + corrections + texts)
    func refused(_ example: Refusal) throws { try example.check() }

    static let actions: [Refusal] = [
        Refusal(
            "An action that was never decided has no status",
            given: .municipality,
            when: on("2014-01-01", .report(17, .ongoing)),
            then: .unknownAction(17, count: 1)),
        Refusal(
            "An action has no status before it is decided",
            given: .municipality,
            when: on("2012-12-31", .report(1, .ongoing)),
            then: .actionNotYetDecided(1, from: "2013-01-01")),
        Refusal(
            "An action whose decision was corrected is no longer held to exist",
            given: .municipality + [on("2014-01-01", .correct(4))],
            when: on("2014-01-01", .deadline(1, "senast 2014-05-31")),
            then: .actionCorrectedAway(1)),
        Refusal(
            "An action does not come back because its close was not corrected too",
            given: .municipality + [on("2013-12-01", .close(1)), on("2014-01-01", .correct(4))],
            when: on("2014-01-01", .reopen(1)),
            then: .actionCorrectedAway(1)),
        Refusal(
            "A closed action is not amended",
            given: .municipality + [on("2013-12-01", .close(1))],
            when: on("2014-01-01", .amend(1, "Läxhjälp i skolan")),
            then: .actionEnded(1, .closed, since: "2013-12-01")),
        Refusal(
            "A closed action is not closed again",
            given: .municipality + [on("2013-12-01", .close(1))],
            when: on("2014-01-01", .close(1)),
            then: .actionEnded(1, .closed, since: "2013-12-01")),
        Refusal(
            "An open action is not reopened",
            given: .municipality,
            when: on("2014-01-01", .reopen(1)),
            then: .actionNotEnded(1)),
    ]

    static let responsibility: [Refusal] = [
        Refusal(
            "Nobody reports on an action that nobody answers for",
            given: .municipality + [on("2014-01-01", .assign(1, []))],
            when: on("2014-01-01", .report(1, .ongoing)),
            then: .nobodyResponsible(1)),
        Refusal(
            "Where several answer for an action, the reporter says which it is",
            given: .municipality + [on("2014-01-01", .assign(1, ["SN", "BUN"]))],
            when: on("2014-01-01", .report(1, .ongoing)),
            then: .severalResponsible(1, ["BUN", "SN"])),
        Refusal(
            "A committee reports only on its own actions",
            given: .municipality,
            when: on("2014-01-01", .report(1, .ongoing, by: "SN")),
            then: .notResponsible(1, "SN", responsible: ["BUN"])),
        Refusal(
            "A committee hands over only what it has",
            given: .municipality,
            when: on("2014-01-01", .transfer(1, from: "SN", "KS")),
            then: .notResponsible(1, "SN", responsible: ["BUN"])),
        Refusal(
            "A dissolved committee reports nothing, also when it is not named",
            given: .municipality + [on("2014-01-01", .dissolve("BUN"))],
            when: on("2014-02-01", .report(1, .completed)),
            then: .committeeDissolved("BUN", successor: nil)),
        Refusal(
            "What is laid on all committees is not transferred by one",
            given: .municipality + [on("2014-01-01", .assign(1, .all))],
            when: on("2014-01-01", .transfer(1, from: "BUN", "SN")),
            then: .laidOnAll(1)),
        Refusal(
            "A transfer has a receiver",
            given: .municipality,
            when: on("2014-01-01", .transfer(1)),
            then: .noReceivingCommittee(1)),
    ]

    static let corrections: [Refusal] = [
        Refusal(
            "Only an entry that exists is corrected",
            given: .municipality,
            when: on("2014-01-01", .correct(5)),
            then: .unknownEntry(5, size: 5)),
        Refusal(
            "The founding entry is not corrected",
            given: .municipality,
            when: on("2014-01-01", .correct(0)),
            then: .foundingEntry),
        Refusal(
            "An entry is corrected only once",
            given: .municipality + [on("2014-01-01", .correct(4))],
            when: on("2014-01-01", .correct(4)),
            then: .alreadyCorrected(4, at: 5)),
        Refusal(
            "A correction that is itself corrected is not corrected again",
            given: .municipality + [on("2014-01-01", .correct(4)), on("2014-01-01", .correct(5))],
            when: on("2014-01-01", .correct(5)),
            then: .alreadyCorrected(5, at: 6)),
        Refusal(
            "A correction says why",
            given: .municipality,
            when: on("2014-01-01", .correct(4, reason: "")),
            then: .emptyText(.reason)),
    ]

    static let texts: [Refusal] = [
        Refusal(
            "A committee has a name",
            given: [],
            when: on("2014-01-01", .establish("KS", " \n")),
            then: .emptyText(.name)),
        Refusal(
            "A text leaves room for the rest of its entry",
            given: .municipality,
            when: on("2014-01-01", .amend(1, String(repeating: "å", count: 4001))),
            then: .textTooLong(.title, byteCount: 8002, limit: 8000)),
        Refusal(
            "A text does not command the terminal that shows it",
            given: .municipality,
            when: on("2014-01-01", .deadline(1, "snart\u{1B}[2J")),
            then: .unprintableText(.deadline)),
        Refusal(
            "A text does not turn the direction of what follows it",
            given: .municipality,
            when: on("2014-01-01", .amend(1, "Läxhjälp\u{202E}")),
            then: .unprintableText(.title)),
        Refusal(
            "A decision that is referred to is not blank",
            given: .municipality,
            when: on("2014-01-01", .close(1), decision: ""),
            then: .emptyText(.decision)),
    ]

    @Test("A registry number and a note are judged as any text")
    func references() throws {
        let ledger = try Scenario(given: .municipality)
        let references: [(Reference, TextField)] = [
            (Reference(dnr: " "), .dnr), (Reference(note: ""), .note),
        ]
        for (reference, field) in references {
            let proposal = Proposal(.close(1), effective: "2014-01-01", reference: reference)
            #expect(throws: Rejection.emptyText(field)) { try ledger.when(proposal) }
        }
    }
}
