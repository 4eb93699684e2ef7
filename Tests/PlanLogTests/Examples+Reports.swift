import Coordinates
import Handlingsplan
import TestSupport

// The examples of the kinds from 50 on.

extension Event {
    static let reports: [Event] =
        Status.allCases.map { .example(StatusReport($0)) }
        + [
            .example(StatusReport(.completed, period: .example("2013-T3"))),
            .example(StatusReport(.delayed, comment: "Ingen lokal")),
        ]
        + Forecast.Expectation.allCases.map { .example(Forecast($0, period: .example("2014"))) }
        + [.example(Forecast(.uncertain, period: .example("2014-H2"), comment: "Beror på skolan"))]
        + [
            .everything, .document(DocumentNumber(2)),
            .actions([ActionNumber(1), ActionNumber(256)]),
        ].map { .reportedBack(CommitteeNumber(1), ReportBack(from: Position(70_000), scope: $0)) }

    static let corrections: [Event] = [
        .entryCorrected(Position(70_000), reason: "Skrivfel"),
        .decisionAnnulled(Position(24), reason: "Upphävt av förvaltningsrätten"),
    ]

    static let followUps: [Event] =
        [
            .followUpCycleSet(
                DocumentNumber(1),
                FollowUpCycle(
                    committee: CommitteeNumber(1),
                    deadline: Deadline(
                        text: "varje år",
                        reading: DeadlineReading(
                            mode: .during, recurrence: Recurrence(every: .year)))))
        ]
        + ["2013", "2013-H2", "2013-T3", "2013-Q4", "2013-12", "2013-12-31", "2011/2013"].map {
            .followUpHeld(
                DocumentNumber(1),
                FollowUp(committee: CommitteeNumber(1), period: .example($0)))
        }
        + [
            .followUpHeld(
                DocumentNumber(1),
                FollowUp(
                    committee: CommitteeNumber(1), period: .example("2013"),
                    summary: "Hälften är gjort")),
            .guidelineIssued(
                GuidelineNumber(1),
                Guideline(
                    document: DocumentNumber(1), issuer: CommitteeNumber(1),
                    addressees: [CommitteeNumber(2)], text: "Redovisa kostnaderna")),
            .guidelineIssued(
                GuidelineNumber(2),
                Guideline(
                    document: DocumentNumber(1), issuer: CommitteeNumber(1),
                    addressees: [CommitteeNumber(2), CommitteeNumber(9)], text: "Samarbeta",
                    period: .example("2013"),
                    deadline: Deadline(text: "snarast", reading: nil))),
            .guidelineAnswered(
                GuidelineNumber(1),
                GuidelineAnswer(committee: CommitteeNumber(2), text: "Se bilagan")),
        ]

    static let figures: [Event] =
        [
            .indicatorDefined(
                IndicatorNumber(1), Indicator(document: DocumentNumber(1), name: "Besökare")),
            .indicatorDefined(
                IndicatorNumber(2),
                Indicator(
                    document: DocumentNumber(1), goal: GoalNumber(1), action: ActionNumber(1),
                    name: "I arbete", unit: "%")),
        ]
        + Target.Bound.allCases.map {
            .targetSet(
                IndicatorNumber(1),
                Target(period: .example("2014"), bound: $0, value: .example("1171")))
        }
        + ["-3", "12.50", "0.000000001", "9223372036854775807", "-9223372036854775808"].map {
            .indicatorObserved(
                IndicatorNumber(1),
                Observation(period: .example("2013"), value: .example($0), source: "Kolada"))
        }
        + [
            .indicatorObserved(
                IndicatorNumber(1),
                Observation(
                    period: .example("2013"), value: .example("1200"), isApproximate: true,
                    source: "Besöksräknaren", sourceDate: day("2014-01-31")))
        ]

    static let partnersAndAnnexes: [Event] =
        [
            .partnerLinked(.document(DocumentNumber(1)), Partner(name: "Polisen")),
            .partnerLinked(
                .action(ActionNumber(1)), Partner(name: "Länsstyrelsen", role: "finansiär")),
            .partnerUnlinked(.action(ActionNumber(1)), name: "Länsstyrelsen"),
        ]
        + [
            .committee(CommitteeNumber(1)), .document(DocumentNumber(1)), .action(ActionNumber(1)),
        ].map { (bearer: Bearer) in
            .annexAttached(
                bearer,
                Annex(
                    name: "Protokoll.pdf", digest: Digest256(Array(0..<32))!,
                    byteCount: 4_294_967_296))
        }

    static let settings: [Event] =
        [
            .timeZone("Europe/Stockholm"), .cutOffs(.standard), .seasons(.standard),
        ].map(Event.settingChanged)
        + ReadingRules.Before.allCases.map { .settingChanged(.before($0)) }

    static let rights: [Event] = [
        .keyGranted(writer, Right(.steward)),
        .keyGranted(
            writer,
            Right(
                .registrar([CommitteeNumber(1), CommitteeNumber(3)]),
                until: Timestamp(milliseconds: 1_798_757_999_999), holder: "Nämndsekreteraren")),
        .keyRevoked(writer, reason: nil),
        .keyRevoked(writer, reason: "Slutat"),
    ]

    static let ofLog: [Event] = [
        .entriesDisregarded(
            VoidRun(first: Position(15), last: Position(16), root: Digest256(Array(1...32))!),
            reason: "Intrång i servern, anmält"),
        .clockDeclared(Position(12), reason: "Klockan gick 95 år före"),
        .formatRaised(2),
    ]

    /// Of kinds that nothing here knows: nobody need understand them.
    static let remarks: [Event] = [
        .remark(Remark(kind: 1000, version: 1, fields: [0xa0])),
        .remark(Remark(kind: 1999, version: 1, fields: [UInt8](hex: "a1 01 62 6869"))),
    ]

    private static let writer = Writer(bytes: Array(1...32))!

    private static func example(_ report: StatusReport) -> Event {
        .statusReported(ActionNumber(1), CommitteeNumber(1), report)
    }

    private static func example(_ forecast: Forecast) -> Event {
        .forecastGiven(ActionNumber(1), CommitteeNumber(1), forecast)
    }
}

extension Period {
    static func example(_ text: String) -> Period { Period(text)! }
}

extension Quantity {
    static func example(_ text: String) -> Quantity { Quantity(text)! }
}
