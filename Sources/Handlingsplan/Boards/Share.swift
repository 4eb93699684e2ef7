package import Coordinates

/// How far one committee has come with its share of an action, and how far it expects to come.
package struct Share: Hashable, Sendable {
    package let committee: CommitteeNumber
    /// Its code on that day.
    package let code: CommitteeCode
    package let status: Status
    /// The day from which it has had this status; nil while nothing has been reported.
    package let since: CalendarDate?
    /// The latest report, and its day.
    package let latest: StatusReport?
    package let reported: CalendarDate?
    /// The latest report that was for a period that is over.
    package let outcome: StatusReport?
    package let forecast: Forecast?
    /// The day on which the forecast was given.
    package let forecastGiven: CalendarDate?
}

extension ActionStory {
    /// The shares of all committees that answer for the action, in the order of their numbers.
    package func shares(in register: CommitteeRegister) -> [Share] {
        register.answering(responsible.value(at: register.moment))
            .map { share(of: $0, in: register) }
    }

    /// A committee's own reports count, and those of the committees it succeeded. One that took
    /// the action over goes on from what those reported who no longer answer for it, unless it
    /// answered beside them even then. What is laid on all is handed over by nobody.
    package func share(of committee: CommitteeNumber, in register: CommitteeRegister) -> Share {
        let reports = reports.latestFirst(at: register.moment).lazy.filter {
            counts($0.value.committee, on: $0.stamp.effective, for: committee, in: register)
        }
        let forecast = forecasts.latestFirst(at: register.moment).first {
            counts($0.value.committee, on: $0.stamp.effective, for: committee, in: register)
        }
        let latest = reports.first
        let status = latest?.value.status ?? .notStarted
        return Share(
            committee: committee, code: register.code(of: committee), status: status,
            since: reports.prefix { $0.value.status == status }.last?.stamp.effective,
            latest: latest?.value.report, reported: latest?.stamp.effective,
            outcome: reports.first { $0.value.report.period != nil }?.value.report,
            forecast: forecast?.value.forecast, forecastGiven: forecast?.stamp.effective)
    }

    /// What a committee and those before it reported, in the order of the days.
    package func reports(
        of committee: CommitteeNumber, in register: CommitteeRegister
    ) -> [Timeline<Report>.Item] {
        reports.visible(at: register.moment).filter {
            counts($0.value.committee, on: $0.stamp.effective, for: committee, in: register)
        }
    }

    /// Whether what one committee said on a day counts for another, or for itself.
    private func counts(
        _ speaker: CommitteeNumber, on day: CalendarDate, for committee: CommitteeNumber,
        in register: CommitteeRegister
    ) -> Bool {
        let moment = register.moment
        let speaker = register.holder(of: speaker)
        if speaker == committee { return true }
        let responsibleNow = responsible.value(at: moment)
        if responsibleNow?.isCollective ?? true { return false }
        let then = Moment(effective: day, known: moment.known)
        let answeringThen = register.answering(responsible.value(at: then))
        return !register.answering(responsibleNow).contains(speaker)
            && !answeringThen.contains(committee)
    }
}
