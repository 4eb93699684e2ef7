import Handlingsplan
import Testing

/// A rule, an example that breaks it, and what the user is told.
struct Refusal: CustomTestStringConvertible, Sendable {
    let claim: String
    let given: [Proposal]
    let when: Proposal
    let then: Rejection

    init(_ claim: String, given: [Proposal], when: Proposal, then: Rejection) {
        (self.claim, self.given, self.when, self.then) = (claim, given, when, then)
    }

    var testDescription: String { claim }

    func check() throws {
        let ledger = try Scenario(given: given)
        #expect(throws: then) { try ledger.when(when) }
    }
}

@Suite("What is refused about committees and plans")
struct RefusedCommitteeTests {
    @Test("Refused", arguments: committees + plans)
    func refused(_ example: Refusal) throws { try example.check() }

    static let committees: [Refusal] = [
        Refusal(
            "A committee that nobody established cannot be named",
            given: .municipality,
            when: on("2014-01-01", .decide(.action("Praktik", by: ["AN"]))),
            then: .unknownCommittee("AN")),
        Refusal(
            "A committee whose establishing was corrected is unknown",
            given: .municipality + [on("2014-01-01", .correct(3))],
            when: on("2014-01-01", .decide(.action("Praktik", by: ["SN"]))),
            then: .unknownCommittee("SN")),
        Refusal(
            "A committee receives no action before it is established",
            given: .municipality + [on("2015-01-01", .establish("AN"))],
            when: on("2014-12-31", .decide(.action("Praktik", by: ["AN"]))),
            then: .committeeNotYetEstablished("AN", from: "2015-01-01")),
        Refusal(
            "A dissolved committee receives no new action",
            given: .municipality + [on("2014-01-01", .dissolve("SN"))],
            when: on("2014-01-01", .decide(.action("Praktik", by: ["SN"]))),
            then: .committeeDissolved("SN", successor: nil)),
        Refusal(
            "Whoever names a merged committee is told its successor",
            given: .municipality + [on("2014-01-01", .dissolve("SN", into: "KS"))],
            when: on("2014-02-01", .assign(1, ["SN"])),
            then: .committeeDissolved("SN", successor: "KS")),
        Refusal(
            "A committee is dissolved only once",
            given: .municipality + [on("2014-01-01", .dissolve("SN"))],
            when: on("2014-02-01", .dissolve("SN")),
            then: .committeeDissolved("SN", successor: nil)),
        Refusal(
            "Two committees in force do not share a code",
            given: .municipality,
            when: on("2014-01-01", .establish("SN", "Skolnämnden")),
            then: .codeTaken("SN", name: "Socialnämnden")),
        Refusal(
            "A code that a committee is to have later is taken already",
            given: .municipality + [on("2015-01-01", .rename("SN", to: "VN", "Vårdnämnden"))],
            when: on("2014-01-01", .establish("VN", "Valnämnden")),
            then: .codeTaken("VN", name: "Vårdnämnden")),
        Refusal(
            "A committee does not take another's code by renaming",
            given: .municipality,
            when: on("2014-01-01", .rename("SN", to: "BUN")),
            then: .codeTaken("BUN", name: "Barn- och utbildningsnämnden")),
        Refusal(
            "No committee succeeds itself",
            given: .municipality,
            when: on("2014-01-01", .dissolve("SN", into: "SN")),
            then: .successorIsItself("SN")),
        Refusal(
            "No committee succeeds itself by way of others",
            given: .municipality + [
                on("2015-01-01", .dissolve("SN", into: "BUN")),
                on("2016-01-01", .dissolve("BUN", into: "KS")),
            ],
            when: on("2014-01-01", .dissolve("KS", into: "SN")),
            then: .successorIsItself("KS")),
    ]

    static let plans: [Refusal] = [
        Refusal(
            "No action is decided in a plan that was never adopted",
            given: .municipality,
            when: on("2014-01-01", .decide(.action("Praktik", by: ["KS"]), in: "folkhalsa")),
            then: .unknownDocument("folkhalsa", .plan)),
        Refusal(
            "A plan whose adoption was corrected is unknown",
            given: .municipality + [on("2014-01-01", .correct(4))],
            when: on("2014-01-01", .decide(.action("Praktik", by: ["KS"]))),
            then: .unknownDocument("integration", .plan)),
        Refusal(
            "No action is decided in a plan before it is adopted",
            given: .municipality,
            when: on("2012-12-31", .decide(.action("Praktik", by: ["KS"]))),
            then: .documentNotYetAdopted("integration", from: "2013-01-01")),
        Refusal(
            "Two plans do not share a name",
            given: .municipality,
            when: on("2014-01-01", .adopt("integration")),
            then: .slugTaken("integration")),
    ]
}
