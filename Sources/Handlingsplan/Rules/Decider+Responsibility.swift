import Coordinates

// The rules on who answers for an action, and on who reports.

extension Decider {
    func responsible(_ assignees: Assignees) throws(Rejection) -> Responsible {
        switch assignees {
        case .all:
            return .all
        case .committees(let codes):
            var numbers: [CommitteeNumber] = []
            for code in codes { numbers.append(try committeeInForce(code)) }
            return .these(numbers)
        }
    }

    mutating func assign(
        _ number: ActionNumber, _ assignees: Assignees
    ) throws(Rejection) -> [Event] {
        _ = try openAction(number)
        let responsible = try responsible(assignees)
        if responsible == .committees([]) { warnings.append(.noResponsible(number)) }
        return [.responsibilityAssigned(number, responsible)]
    }

    func transfer(
        _ number: ActionNumber, _ fromCode: CommitteeCode?, _ toCodes: [CommitteeCode]
    ) throws(Rejection) -> [Event] {
        let story = try openAction(number)
        if toCodes.isEmpty { throw .noReceivingCommittee(number) }
        if story.responsible.value(at: moment) == .all { throw .laidOnAll(number) }
        let from = try answering(fromCode, for: story)
        var receiving: [CommitteeNumber] = []
        for code in toCodes { receiving.append(try committeeInForce(code)) }
        let staying = register.answering(story.responsible.value(at: moment)).filter { $0 != from }
        return [
            .responsibilityTransferred(number, from: from, now: .these(staying + receiving))
        ]
    }

    mutating func report(
        _ number: ActionNumber, _ status: Status, _ code: CommitteeCode?
    ) throws(Rejection) -> [Event] {
        let story = try openAction(number)
        let committee = try answering(code, for: story)
        try checkInForce(register[committee], register.code(of: committee))
        let before = story.share(of: committee, in: register).status
        if before == .completed && status != .completed {
            warnings.append(.unusualStep(number, from: before, to: status))
        }
        return [.statusReported(number, committee, status)]
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
