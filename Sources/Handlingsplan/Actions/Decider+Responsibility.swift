import Coordinates

// The rules on who answers for an action, and on who reports.

extension Decider {
    func responsible(_ assignees: Assignees) throws(Rejection) -> Responsible {
        let who: Responsible.Who
        switch assignees.who {
        case .all: who = .all
        case .allNow: who = .allAsOf(effective)
        case .committees(let codes):
            var numbers: Set<CommitteeNumber> = []
            for code in codes { numbers.insert(try committeeInForce(code)) }
            who = .committees(numbers.sorted())
        }
        guard let code = assignees.lead else { return Responsible(who) }
        let lead = try committeeInForce(code)
        guard register.answering(Responsible(who)).contains(lead) else {
            throw .leadNotResponsible(code)
        }
        return Responsible(who, lead: lead)
    }

    mutating func assign(
        _ number: ActionNumber, _ assignees: Assignees
    ) throws(Rejection) -> [Event] {
        _ = try openAction(number)
        let responsible = try responsible(assignees)
        warn(about: responsible, of: number)
        return [.responsibilityAssigned(number, responsible)]
    }

    mutating func warn(about responsible: Responsible, of number: ActionNumber) {
        warnings += responsible.warnings(of: number, in: register)
    }

    mutating func transfer(
        _ number: ActionNumber, _ fromCode: CommitteeCode?, _ toCodes: [CommitteeCode]
    ) throws(Rejection) -> [Event] {
        let story = try openAction(number)
        if toCodes.isEmpty { throw .noReceivingCommittee(number) }
        let responsible = story.responsible.value(at: moment)
        if responsible?.who == .all { throw .laidOnAll(number) }
        let from = try answering(fromCode, for: story)
        var receiving: [CommitteeNumber] = []
        for code in toCodes { receiving.append(try committeeInForce(code)) }
        let staying = register.answering(responsible).filter { $0 != from }
        // Who takes over from the lead alone takes the lead over, too.
        var lead = (responsible?.lead).map { register.holder(of: $0) }
        if lead == from { lead = receiving.count == 1 ? receiving[0] : nil }
        let now = Responsible.these(staying + receiving, lead: lead)
        warn(about: now, of: number)
        return [.responsibilityTransferred(number, from: from, now: now)]
    }

    mutating func report(
        _ number: ActionNumber, _ report: StatusReport, _ code: CommitteeCode?
    ) throws(Rejection) -> [Event] {
        if let comment = report.comment { try check(comment, .comment) }
        if let period = report.period, period.last > effective {
            throw .outcomeOfTheFuture(period)
        }
        let story = try openAction(number)
        let committee = try reporting(code, for: story)
        warnAboutStep(of: committee, to: report.status, in: story)
        return [.statusReported(number, committee, report)]
    }

    /// What recurs begins again each time; else what is completed stays so.
    mutating func warnAboutStep(
        of committee: CommitteeNumber, to status: Status, in story: ActionStory
    ) {
        let before = story.status(of: committee, in: register).0
        let recurs = story.deadline.value(at: moment)?.reading?.recurrence != nil
        if before == .completed, status != .completed, !recurs {
            warnings.append(.unusualStep(story.number, from: before, to: status))
        }
    }

    func forecast(
        _ number: ActionNumber, _ forecast: Forecast, _ code: CommitteeCode?
    ) throws(Rejection) -> [Event] {
        if let comment = forecast.comment { try check(comment, .comment) }
        if forecast.period.last <= effective { throw .forecastOfThePast(forecast.period) }
        let story = try openAction(number)
        return [.forecastGiven(number, try reporting(code, for: story), forecast)]
    }

    /// The committee that reports. One that has ended hands over, and reports no more.
    private func reporting(
        _ code: CommitteeCode?, for story: ActionStory
    ) throws(Rejection) -> CommitteeNumber {
        let committee = try answering(code, for: story)
        try checkInForce(register[committee], register.code(of: committee))
        return committee
    }

    /// The committee meant, which must answer for the action on the effective day. It may be one
    /// that was dissolved without a successor: what it left behind is still to be transferred.
    func answering(
        _ code: CommitteeCode?, for story: ActionStory
    ) throws(Rejection) -> CommitteeNumber {
        let answering = register.answering(story.responsible.value(at: moment))
        if let code {
            let named = answering.first { number in
                register.code(of: number) == code
                    && register[number].standing.value(at: moment) != nil
            }
            if let named { return named }
            let committee = try committeeInForce(code)
            guard answering.contains(committee) else {
                throw .notResponsible(
                    story.number, code, responsible: answering.map(register.code(of:)))
            }
            return committee
        }
        guard let only = answering.first else { throw .nobodyResponsible(story.number) }
        guard answering.count == 1 else {
            throw .severalResponsible(story.number, answering.map(register.code(of:)))
        }
        return only
    }
}
