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

    /// A committee's own reports count, and those of the committees it succeeded. Until it has
    /// reported itself, its status is made of theirs, as that of the whole is made of all. One
    /// that took the action over goes on from what those reported who no longer answer for it,
    /// unless it answered beside them even then. What is laid on all is handed over by nobody.
    package func share(of committee: CommitteeNumber, in register: CommitteeRegister) -> Share {
        func counts(_ speaker: CommitteeNumber, _ stamp: Stamp) -> Bool {
            self.counts(speaker, on: stamp.effective, for: committee, in: register)
        }
        // Lazily: of what can be many, the latest few say all.
        let spoken = self.reports.latestFirst(at: register.moment)
        let reports = spoken.lazy.filter { counts($0.value.committee, $0.stamp) }
        let outcome = spoken.first {
            $0.value.report.period != nil && counts($0.value.committee, $0.stamp)
        }
        let forecast = forecasts.latestFirst(at: register.moment)
            .first { counts($0.value.committee, $0.stamp) }
        let latest = reports.first
        let (status, day) = status(of: committee, in: register)
        let run = reports.prefix { $0.value.status == status }
        return Share(
            committee: committee, code: register.code(of: committee), status: status,
            since: day ?? run.reduce(nil) { $1.stamp.effective },
            latest: latest?.value.report, reported: latest?.stamp.effective,
            outcome: outcome?.value.report,
            forecast: forecast?.value.forecast, forecastGiven: forecast?.stamp.effective)
    }

    /// How far a committee has come with its share; and where that is what it got from others, since
    /// when. Looks at the latest reports only, however many there are.
    func status(
        of committee: CommitteeNumber, in register: CommitteeRegister
    ) -> (Status, inherited: CalendarDate?) {
        let reports = reports.latestFirst(at: register.moment).lazy.filter {
            counts($0.value.committee, on: $0.stamp.effective, for: committee, in: register)
        }
        let reported = reports.first?.value.status ?? .notStarted
        if let (inherited, day) = inherited(by: committee, in: register), inherited != reported,
            reports.first(where: { $0.value.committee == committee })
                .map({ $0.stamp.effective < day }) ?? true
        {
            return (inherited, day)
        }
        return (reported, nil)
    }

    /// What a committee got from those that it succeeded, with what it had come to itself before
    /// the last of them ended; nil where it succeeded none that answered for the action.
    private func inherited(
        by committee: CommitteeNumber, in register: CommitteeRegister
    ) -> (Status, CalendarDate)? {
        let ends = register.predecessors(of: committee).compactMap { number in
            register[number].dissolved(at: register.moment).map { (number, day: $0) }
        }
        guard let last = ends.map(\.day).max(),
            let before = last.advanced(byDays: -1).map({ register.on($0) })
        else { return nil }
        // What ended earlier is in what the committee had come to itself by then.
        let ended = ends.filter { $0.day == last }.map(\.0)
        let responsible = responsible.value(at: before.moment)
        func answered(_ number: CommitteeNumber) -> Bool {
            before.answers(number, for: responsible)
        }
        guard ended.contains(where: answered) else { return nil }
        let statuses = (ended + [committee]).filter(answered)
            .map { status(of: $0, in: before).0 }
        return (Consolidation(of: statuses).status, last)
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
        let responsibleThen = responsible.value(
            at: Moment(effective: day, known: moment.known))
        return !register.answers(speaker, for: responsibleNow)
            && !register.answers(committee, for: responsibleThen)
    }
}
