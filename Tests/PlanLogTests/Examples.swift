import CBOR
import Coordinates
import Handlingsplan
import PlanLog

extension Event {
    /// Every kind, in the order of their numbers, with every form that its fields can have.
    static let examples =
        committees + documents + actions + responsibilities + deadlines + reports + corrections
        + ofLog + followUps + figures + partnersAndAnnexes + settings + rights + remarks

    private static let committees: [Event] = [
        .committeeEstablished(CommitteeNumber(1), .example("KS", "Kommunstyrelsen")),
        .committeeEstablished(
            CommitteeNumber(2), .example("KF", "Kommunfullmäktige"), .council),
        .committeeRenamed(CommitteeNumber(2), .example("BUN", "Barn- och ungdomsnämnden")),
        .committeeDissolved(CommitteeNumber(3), successor: nil),
        .committeeDissolved(CommitteeNumber(3), successor: CommitteeNumber(2)),
        .committeesMerged([CommitteeNumber(4)], into: CommitteeNumber(6)),
        .committeesMerged([CommitteeNumber(4), CommitteeNumber(300)], into: CommitteeNumber(6)),
        .committeeSplit(CommitteeNumber(6), into: [CommitteeNumber(7), CommitteeNumber(8)]),
    ]

    private static let documents: [Event] = [
        .policyAdopted(
            DocumentNumber(1), Adoption(slug: .example("integration"), title: "Integrationspolicy")),
        .planAdopted(
            DocumentNumber(2),
            Adoption(slug: .example("integration-2013"), title: "Handlingsplan 2013–2017")),
        .planAdopted(
            DocumentNumber(3),
            Adoption(
                slug: .example("integration-2018"), title: "Handlingsplan 2018–2022",
                policy: DocumentNumber(1), lastDay: day("2022-12-31"))),
        .documentRevised(DocumentNumber(2), summary: "Ny inledning", title: nil),
        .documentRevised(
            DocumentNumber(2), summary: "Nytt namn", title: "Handlingsplan för integration"),
        .documentProlonged(DocumentNumber(2), lastDay: day("2019-12-31")),
        .documentRepealed(DocumentNumber(2), successor: nil),
        .documentRepealed(DocumentNumber(2), successor: DocumentNumber(3)),
        .areaDefined(AreaNumber(1), DocumentNumber(1), title: "Arbete"),
        .goalSet(GoalNumber(1), Goal(document: DocumentNumber(1), title: "Alla har arbete")),
        .goalSet(
            GoalNumber(2),
            Goal(
                document: DocumentNumber(1), area: AreaNumber(1), title: "Alla kan svenska",
                deadline: Deadline(text: "snarast", reading: nil))),
    ]

    private static let actions: [Event] =
        [
            .actionDecided(
                ActionNumber(1),
                DecidedAction(document: DocumentNumber(2), title: "Öppna ett språkkafé")),
            .actionDecided(
                ActionNumber(2),
                DecidedAction(
                    document: DocumentNumber(2), title: "Anställ en samordnare",
                    localNumber: "A21. 2.2. 10", areas: [AreaNumber(1), AreaNumber(24)],
                    goals: [GoalNumber(1), GoalNumber(2)])),
        ]
        + [
            .title("Ny titel"), .localNumber("B 7"), .document(DocumentNumber(3)), .areas([]),
            .areas([AreaNumber(1), AreaNumber(2)]), .goals([]), .goals([GoalNumber(2)]),
            .comment("Väntar på\nstatsbidrag"),
        ].map { .actionAmended(ActionNumber(24), $0) }
        + [
            .actionClosed(ActionNumber(256)),
            .actionReopened(ActionNumber(.max), reason: "Fel nummer\ni protokollet"),
            .actionWrittenOff(ActionNumber(1), reason: "Lagen ändrades"),
            .actionSuperseded(ActionNumber(1), by: ActionNumber(2)),
        ]

    private static let responsibilities: [Event] =
        [
            .all, .committees([]), .these([9, 1, 300].map(CommitteeNumber.init)),
            .these([CommitteeNumber(1), CommitteeNumber(9)], lead: CommitteeNumber(9)),
            Responsible(.all, lead: CommitteeNumber(1)), Responsible(.allAsOf(day("2014-05-20"))),
            Responsible(.allAsOf(day("2014-05-20")), lead: CommitteeNumber(1)),
        ].map { .responsibilityAssigned(ActionNumber(1), $0) }
        + [
            .responsibilityTransferred(
                ActionNumber(1), from: CommitteeNumber(2), now: .these([CommitteeNumber(1)]))
        ]

    private static let deadlines: [Event] =
        [
            Deadline(text: "snarast", reading: nil),
            Deadline(
                text: "under mars 2014",
                reading: DeadlineReading(
                    mode: .during, precision: .month, earliest: day("2014-03-01"),
                    latest: day("2014-03-31"))),
            Deadline(
                text: "redovisas till KS den 28 februari vart tredje år tills planen ersätts",
                reading: DeadlineReading(
                    mode: .by,
                    recurrence: Recurrence(
                        every: .year, interval: 3, on: [Occasion("02-28")!],
                        until: "tills planen ersätts"),
                    relation: "efter beslut", receiver: "KS",
                    assumptions: Assumption.allCases)),
        ].map { .deadlineSet(ActionNumber(1), $0) }
        + DeadlineReading.Mode.allCases.map { read(DeadlineReading(mode: $0)) }
        + DeadlineReading.Precision.allCases.map {
            read(DeadlineReading(mode: .by, precision: $0, latest: day("2014-12-31")))
        }
        + Recurrence.Unit.allCases.map {
            read(DeadlineReading(mode: .during, recurrence: Recurrence(every: $0)))
        }
}

extension Act {
    static let everyEvent = Act(
        effective: day("2014-05-20"),
        reference: Reference(
            decision: "KS 2014-05-20 § 45", dnr: "12/123 130", note: "Ärendet bordlades"),
        events: Event.examples)

    /// The act as one content.
    var encoded: [UInt8] {
        let parts = parts(contentByteLimit: .max)
        precondition(parts.count == 1)
        return parts[0].content
    }
}

extension Naming {
    static func example(_ code: String, _ name: String) -> Naming {
        Naming(code: CommitteeCode(code)!, name: name)
    }
}

extension DocumentSlug {
    static func example(_ text: String) -> DocumentSlug { DocumentSlug(text)! }
}

func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

private func read(_ reading: DeadlineReading) -> Event {
    .deadlineSet(ActionNumber(1), Deadline(text: "läst", reading: reading))
}
