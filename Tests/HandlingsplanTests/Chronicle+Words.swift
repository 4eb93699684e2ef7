import Coordinates
import Handlingsplan

// A municipality that follows up, in few words.

extension [Act] {
    /// Three committees and a plan, and nothing in it: entries 1 and 2.
    static let municipality: [Act] = [
        .on(
            "2013-01-01",
            .committeeEstablished(1, Naming(code: "KS", name: "Kommunstyrelsen")),
            .committeeEstablished(2, Naming(code: "BUN", name: "Barn- och utbildningsnämnden")),
            .committeeEstablished(3, Naming(code: "SN", name: "Socialnämnden"))),
        .on("2013-01-01", .plan(1, "integration", lastDay: "2030-12-31")),
    ]
}

extension Event {
    static func plan(
        _ number: DocumentNumber, _ slug: DocumentSlug, lastDay: CalendarDate? = nil
    ) -> Event {
        .planAdopted(
            number, Adoption(slug: slug, title: slug.description.uppercased(), lastDay: lastDay))
    }

    /// A deadline as it is read on the first day of 2013.
    static func due(_ number: ActionNumber, _ text: String) -> Event {
        .deadlineSet(number, .read(text))
    }

    static func report(
        _ number: ActionNumber, _ committee: CommitteeNumber, _ status: Status,
        about period: Period? = nil
    ) -> Event {
        .statusReported(number, committee, StatusReport(status, period: period))
    }

    static func cycle(
        of document: DocumentNumber, by committee: CommitteeNumber, _ text: String
    ) -> Event {
        .followUpCycleSet(document, FollowUpCycle(committee: committee, deadline: .read(text)))
    }

    static func held(
        _ document: DocumentNumber, by committee: CommitteeNumber, about period: Period
    ) -> Event {
        .followUpHeld(document, FollowUp(committee: committee, period: period))
    }

    static func guideline(
        _ number: GuidelineNumber, to addressees: [CommitteeNumber], by deadline: String? = nil
    ) -> Event {
        .guidelineIssued(
            number,
            Guideline(
                document: 1, issuer: 1, addressees: addressees, text: "Fler praktikplatser",
                deadline: deadline.map { .read($0) }))
    }

    static func answer(_ number: GuidelineNumber, by committee: CommitteeNumber) -> Event {
        .guidelineAnswered(number, GuidelineAnswer(committee: committee, text: "Görs"))
    }
}

extension [Event] {
    /// All that an action begins with.
    static func action(
        _ number: ActionNumber, in document: DocumentNumber = 1, by committees: [CommitteeNumber],
        lead: CommitteeNumber? = nil, _ deadline: String? = "senast 2014-12-31"
    ) -> [Event] {
        [
            .actionDecided(number, DecidedAction(document: document, title: "Åtgärd \(number)")),
            .responsibilityAssigned(number, .these(committees, lead: lead)),
        ] + (deadline.map { [.due(number, $0)] } ?? [])
    }
}

extension Deadline {
    static func read(_ text: String) -> Deadline {
        Deadline(text: text, reading: readDeadline(text, given: "2013-01-01"))
    }
}
