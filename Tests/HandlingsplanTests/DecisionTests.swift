import Handlingsplan
import Testing

/// A command that the rules let through, and what then has happened.
struct Outcome: CustomTestStringConvertible, Sendable {
    let claim: String
    let given: [Proposal]
    let when: Proposal
    let then: [Event]

    init(_ claim: String, given: [Proposal], when: Proposal, then: [Event]) {
        (self.claim, self.given, self.when, self.then) = (claim, given, when, then)
    }

    var testDescription: String { claim }

    func check() throws {
        let ledger = try Scenario(given: given)
        let act = try #require(try ledger.when(when).act)
        #expect(act.events == then)
        #expect(act.effective == when.effective)
        #expect(act.reference == when.reference)
    }
}

@Suite("What each command brings about")
struct DecisionTests {
    @Test("Recorded", arguments: committees + plans + actions + responsibility)
    func recorded(_ example: Outcome) throws { try example.check() }

    static let committees: [Outcome] = [
        Outcome(
            "Committees are numbered in the order in which they are recorded",
            given: .municipality,
            when: on("2014-01-01", .establish("AN", "Arbetsnämnden")),
            then: [.committeeEstablished(4, Naming(code: "AN", name: "Arbetsnämnden"))]),
        Outcome(
            "A renamed committee keeps its number",
            given: .municipality,
            when: on("2014-01-01", .rename("SN", to: "VN", "Vårdnämnden")),
            then: [.committeeRenamed(3, Naming(code: "VN", name: "Vårdnämnden"))]),
        Outcome(
            "A committee may change its name and keep its code",
            given: .municipality,
            when: on("2014-01-01", .rename("SN", to: "SN", "Sociala nämnden")),
            then: [.committeeRenamed(3, Naming(code: "SN", name: "Sociala nämnden"))]),
        Outcome(
            "A committee ends without a successor",
            given: .municipality,
            when: on("2014-01-01", .dissolve("SN")),
            then: [.committeeDissolved(3, successor: nil)]),
        Outcome(
            "A committee passes into another",
            given: .municipality,
            when: on("2014-01-01", .dissolve("SN", into: "BUN")),
            then: [.committeeDissolved(3, successor: 2)]),
        Outcome(
            "The code of a dissolved committee is free for a new one",
            given: .municipality + [on("2014-01-01", .dissolve("SN"))],
            when: on("2014-01-01", .establish("SN", "Servicenämnden")),
            then: [.committeeEstablished(4, Naming(code: "SN", name: "Servicenämnden"))]),
        Outcome(
            "A code that was renamed away is free for a new one",
            given: .municipality + [on("2014-01-01", .rename("SN", to: "VN"))],
            when: on("2014-01-01", .establish("SN", "Servicenämnden")),
            then: [.committeeEstablished(4, Naming(code: "SN", name: "Servicenämnden"))]),
    ]

    static let plans: [Outcome] = [
        Outcome(
            "A plan is adopted with all of its actions at once",
            given: .municipality,
            when: on(
                "2014-01-01",
                .importing(
                    .row(
                        1, "Simskola", [.responsible: "SN, BUN, SN", .deadline: "i oktober 2014"]),
                    .row(2, "Rökfria skolgårdar", [.responsible: "Samtliga nämnder"]),
                    .row(3, "Cykelkarta", [.deadline: "snart"]),
                    slug: "folkhalsa", title: "Folkhälsoplan")),
            then: [
                .planAdopted(2, Adoption(slug: "folkhalsa", title: "Folkhälsoplan")),
                .actionDecided(2, DecidedAction(document: 2, title: "Simskola")),
                .responsibilityAssigned(2, .these([2, 3])),
                .deadlineSet(
                    2,
                    Deadline(
                        text: "i oktober 2014",
                        reading: DeadlineReading(
                            mode: .during, precision: .month, earliest: "2014-10-01",
                            latest: "2014-10-31"))),
                .actionDecided(3, DecidedAction(document: 2, title: "Rökfria skolgårdar")),
                .responsibilityAssigned(3, .all),
                .actionDecided(4, DecidedAction(document: 2, title: "Cykelkarta")),
                .deadlineSet(4, Deadline(text: "snart", reading: nil)),
            ]),
        Outcome(
            "The slug of a plan whose adoption was corrected can be used again",
            given: .municipality + [on("2014-01-01", .correct(4))],
            when: on("2014-01-01", .adopt("integration", "Integrationsplan")),
            then: [.planAdopted(2, Adoption(slug: "integration", title: "Integrationsplan"))]),
        Outcome(
            "An action is decided later, in a plan that is there",
            given: .municipality,
            when: on("2014-01-01", .decide(.action("Praktik", by: .all, deadline: nil))),
            then: [
                .actionDecided(2, DecidedAction(document: 1, title: "Praktik")),
                .responsibilityAssigned(2, .all),
            ]),
    ]

    static let actions: [Outcome] = [
        Outcome(
            "An action is amended",
            given: .municipality,
            when: on("2014-01-01", .amend(1, "Läxhjälp i skolan")),
            then: [.actionAmended(1, .title("Läxhjälp i skolan"))]),
        Outcome(
            "An action is closed",
            given: .municipality,
            when: on("2014-01-01", .close(1)),
            then: [.actionClosed(1)]),
        Outcome(
            "A closed action is reopened",
            given: .municipality + [on("2013-12-01", .close(1))],
            when: on("2014-01-01", .reopen(1)),
            then: [.actionReopened(1, reason: "avslutades för tidigt")]),
        Outcome(
            "What happened while the action was open is recorded after its close",
            given: .municipality + [on("2013-12-01", .close(1))],
            when: on("2013-11-30", .report(1, .completed)),
            then: [.statusReported(1, 2, StatusReport(.completed))]),
        Outcome(
            "A deadline without a year is after the day from which it holds",
            given: .municipality,
            when: on("2014-03-17", .deadline(1, "senast den 17 mars")),
            then: [
                .deadlineSet(
                    1,
                    Deadline(
                        text: "senast den 17 mars",
                        reading: DeadlineReading(
                            mode: .by, precision: .day, latest: "2015-03-17",
                            assumptions: [.yearFromGiven])))
            ]),
        Outcome(
            "A deadline keeps its words beside its reading",
            given: .municipality,
            when: on("2014-01-01", .deadline(1, "Senast den 16 mars 2014!")),
            then: [
                .deadlineSet(
                    1,
                    Deadline(
                        text: "Senast den 16 mars 2014!",
                        reading: DeadlineReading(
                            mode: .by, precision: .day, latest: "2014-03-16")))
            ]),
        Outcome(
            "An entry is corrected",
            given: .municipality,
            when: on("2014-01-01", .correct(4)),
            then: [.entryCorrected(4, reason: "fel dag")]),
    ]

    static let responsibility: [Outcome] = [
        Outcome(
            "Committees are assigned in ascending order, each once",
            given: .municipality,
            when: on("2014-01-01", .assign(1, ["SN", "KS", "SN"])),
            then: [.responsibilityAssigned(1, .these([1, 3]))]),
        Outcome(
            "The only responsible hands over without being named",
            given: .municipality,
            when: on("2014-01-01", .transfer(1, "SN", "KS")),
            then: [.responsibilityTransferred(1, from: 2, now: .these([1, 3]))]),
        Outcome(
            "Whoever does not hand over stays responsible",
            given: .municipality + [on("2013-06-01", .assign(1, ["BUN", "KS"]))],
            when: on("2014-01-01", .transfer(1, from: "BUN", "SN")),
            then: [.responsibilityTransferred(1, from: 2, now: .these([1, 3]))]),
        Outcome(
            "What a dissolved committee left behind is transferred from it",
            given: .municipality + [
                on("2013-06-01", .assign(1, ["BUN", "KS"])), on("2014-01-01", .dissolve("BUN")),
            ],
            when: on("2014-02-01", .transfer(1, from: "BUN", "SN")),
            then: [.responsibilityTransferred(1, from: 2, now: .these([1, 3]))]),
        Outcome(
            "The successor reports on what it inherited",
            given: .municipality + [on("2014-01-01", .dissolve("BUN", into: "SN"))],
            when: on("2014-02-01", .report(1, .delayed)),
            then: [.statusReported(1, 3, StatusReport(.delayed))]),
        Outcome(
            "Each committee reports on what is laid on all",
            given: .municipality + [on("2014-01-01", .assign(1, .all))],
            when: on("2014-02-01", .report(1, .paused, by: "KS")),
            then: [.statusReported(1, 1, StatusReport(.paused))]),
        Outcome(
            "A committee is known by the code it had before it was renamed",
            given: .municipality + [on("2014-01-01", .rename("BUN", to: "UN"))],
            when: on("2014-02-01", .report(1, .ongoing, by: "BUN")),
            then: [.statusReported(1, 2, StatusReport(.ongoing))]),
    ]
}
