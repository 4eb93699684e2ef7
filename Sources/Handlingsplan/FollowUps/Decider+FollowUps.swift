import Coordinates

// The rules on follow-ups, guidelines and reports back.

extension Decider {
    mutating func setCycle(
        _ slug: DocumentSlug, _ code: CommitteeCode, _ text: String
    ) throws(Rejection) -> [Event] {
        let document = try document(slug)
        let committee = try committeeInForce(code)
        return [
            .followUpCycleSet(
                document.number,
                FollowUpCycle(committee: committee, deadline: try deadline(text)))
        ]
    }

    mutating func holdFollowUp(
        _ slug: DocumentSlug, _ code: CommitteeCode?, _ period: Period, _ summary: String?
    ) throws(Rejection) -> [Event] {
        if let summary { try check(summary, .summary) }
        let document = try adopted(slug)
        let committee = try followingUp(document, code)
        try checkBegun(period)
        for story in situation.actions.values.sorted(by: { $0.number < $1.number })
        where follows(story, document) {
            warnings += story.staleShares(since: period.first, in: register)
        }
        return [
            .followUpHeld(
                document.number,
                FollowUp(committee: committee, period: period, summary: summary))
        ]
    }

    mutating func issue(_ guideline: NewGuideline) throws(Rejection) -> [Event] {
        try check(guideline.text, .text)
        let document = try document(guideline.document)
        let issuer = try followingUp(document, guideline.issuer)
        if guideline.addressees.isEmpty { throw .noAddressee }
        var addressees: Set<CommitteeNumber> = []
        for code in guideline.addressees { addressees.insert(try committeeInForce(code)) }
        if let period = guideline.period {
            let isHeld = document.followUps.visible(at: moment).contains {
                $0.value.period == period
            }
            if !isHeld { warnings.append(.guidelineWithoutFollowUp(document.slug, period)) }
        }
        let deadline = try guideline.deadline.map { text throws(Rejection) in
            try self.deadline(text)
        }
        return [
            .guidelineIssued(
                GuidelineNumber(situation.counts.guidelines + 1),
                Guideline(
                    document: document.number, issuer: issuer, addressees: addressees.sorted(),
                    text: guideline.text, period: guideline.period, deadline: deadline))
        ]
    }

    func answer(
        _ number: GuidelineNumber, _ code: CommitteeCode?, _ text: String
    ) throws(Rejection) -> [Event] {
        try check(text, .text)
        let story = situation.guidelines.first { $0.number == number }
        guard let guideline = story?.guideline.value(at: moment) else {
            throw .unknownGuideline(number, count: situation.counts.guidelines)
        }
        let addressees = register.answering(.these(guideline.addressees))
        let committee: CommitteeNumber
        if let code {
            committee = try committeeInForce(code)
            guard addressees.contains(committee) else {
                throw .notAddressed(number, code, addressees: addressees.map(register.code(of:)))
            }
        } else {
            guard addressees.count == 1 else {
                throw .severalAddressed(number, addressees.map(register.code(of:)))
            }
            committee = addressees[0]
            try checkInForce(register[committee], register.code(of: committee))
        }
        return [.guidelineAnswered(number, GuidelineAnswer(committee: committee, text: text))]
    }

    mutating func reportBack(
        _ code: CommitteeCode, _ from: Position?, _ scope: NewScope
    ) throws(Rejection) -> [Event] {
        let committee = try committeeInForce(code)
        let from = from ?? situation.lastThen
        guard from < situation.size.end else { throw .unknownEntry(from, size: situation.size) }
        guard from <= situation.lastThen else {
            throw .reportFromLater(from, lastThen: situation.lastThen)
        }
        let told = Moment(effective: effective, known: from)
        let reported: ReportBack.Scope
        switch scope {
        case .everything: reported = .everything
        // A policy has no actions of its own, so nobody would be told anything.
        case .document(let slug): reported = .document(try adopted(slug, .plan).number)
        case .actions(let numbers):
            if numbers.isEmpty { throw .noActionsToReport }
            for number in numbers where try standing(of: number).story.standing(at: told) == nil {
                throw .actionNotInReport(number, from: from)
            }
            reported = .actions(Set(numbers).sorted())
        }
        let then = register.at(told)
        for story in situation.actions.values.sorted(by: { $0.number < $1.number })
        where story.isCovered(by: reported, at: told) && story.isCompletedAndOpen(in: then) {
            warnings.append(.reportedBackNotClosed(story.number))
        }
        return [.reportedBack(committee, ReportBack(from: from, scope: reported))]
    }

    /// Whether an action is in a plan that is followed up, or under a policy that is.
    private func follows(_ story: ActionStory, _ document: DocumentStory) -> Bool {
        guard let number = story.document.value(at: moment) else { return false }
        return number == document.number
            || situation.documents[Int(number.value) - 1].policy == document.number
    }

    /// Who follows a document up: the committee named, or that of the document's cycle.
    private func followingUp(
        _ document: DocumentStory, _ code: CommitteeCode?
    ) throws(Rejection) -> CommitteeNumber {
        if let code { return try committeeInForce(code) }
        guard let cycle = document.cycle.value(at: moment) else {
            throw .noFollowUpCommittee(document.slug)
        }
        let committee = register.holder(of: cycle.committee)
        try checkInForce(register[committee], register.code(of: committee))
        return committee
    }
}
