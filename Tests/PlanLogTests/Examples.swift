import CBOR
import Coordinates
import Handlingsplan
import PlanLog

extension Event {
    /// Every kind, in the order of their numbers, with every form that its fields can have.
    static let examples: [Event] =
        [
            .committeeEstablished(CommitteeNumber(1), .example("KS", "Kommunstyrelsen")),
            .committeeRenamed(CommitteeNumber(2), .example("BUN", "Barn- och ungdomsnämnden")),
            .committeeDissolved(CommitteeNumber(3), successor: nil),
            .committeeDissolved(CommitteeNumber(3), successor: CommitteeNumber(2)),
            .planAdopted(
                DocumentNumber(1), DocumentSlug("integration-2013")!, title: "Handlingsplan 2013–2017"),
            .actionDecided(ActionNumber(1), DocumentNumber(1), title: "Öppna ett språkkafé"),
            .actionAmended(ActionNumber(24), title: ""),
            .actionClosed(ActionNumber(256)),
            .actionReopened(ActionNumber(.max), reason: "Fel nummer\ni protokollet"),
            .responsibilityAssigned(ActionNumber(1), .all),
            .responsibilityAssigned(ActionNumber(1), .committees([])),
            .responsibilityAssigned(
                ActionNumber(1), .these([9, 1, 300].map(CommitteeNumber.init))),
            .responsibilityTransferred(
                ActionNumber(1), from: CommitteeNumber(2), now: .these([CommitteeNumber(1)])),
            .deadlineSet(ActionNumber(1), Deadline(text: "snarast", reading: nil)),
            .deadlineSet(
                ActionNumber(1),
                Deadline(
                    text: "under mars 2014",
                    reading: DeadlineReading(
                        mode: .during, precision: .month, earliest: day("2014-03-01"),
                        latest: day("2014-03-31")))
            ),
            .deadlineSet(
                ActionNumber(1),
                Deadline(
                    text: "redovisas till KS den 28 februari vart tredje år tills planen ersätts",
                    reading: DeadlineReading(
                        mode: .by,
                        recurrence: Recurrence(
                            every: .year, interval: 3, on: [Occasion("02-28")!],
                            until: "tills planen ersätts"),
                        relation: "efter beslut", receiver: "KS",
                        assumptions: Assumption.released))),
        ]
        + DeadlineReading.Mode.allCases.map { read(DeadlineReading(mode: $0)) }
        + DeadlineReading.Precision.allCases.map {
            read(DeadlineReading(mode: .by, precision: $0, latest: day("2014-12-31")))
        }
        + Recurrence.Unit.allCases.map {
            read(DeadlineReading(mode: .during, recurrence: Recurrence(every: $0)))
        }
        + Status.allCases.map { .statusReported(ActionNumber(1), CommitteeNumber(1), $0) }
        + [.entryCorrected(Position(70_000), reason: "Skrivfel")]
}

extension Act {
    static let everyEvent = Act(
        effective: day("2014-05-20"),
        reference: Reference(
            decision: "KS 2014-05-20 § 45", dnr: "12/123 130", note: "Ärendet bordlades"),
        events: Event.examples)

    /// The act as one content.
    var encoded: [UInt8] {
        let parts = encoded(contentByteLimit: .max)
        precondition(parts.count == 1)
        return parts[0]
    }
}

extension Assumption {
    /// Those that the golden act holds; what came later has tests of its own.
    static let released = Array(allCases.prefix(13))
}

extension Naming {
    static func example(_ code: String, _ name: String) -> Naming {
        Naming(code: CommitteeCode(code)!, name: name)
    }
}

func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

private func read(_ reading: DeadlineReading) -> Event {
    .deadlineSet(ActionNumber(1), Deadline(text: "läst", reading: reading))
}
