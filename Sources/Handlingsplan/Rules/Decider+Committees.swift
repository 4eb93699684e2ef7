import Coordinates

// The rules on committees.

extension Decider {
    mutating func establish(_ naming: Naming) throws(Rejection) -> [Event] {
        try check(naming.name, .name)
        try checkFree(naming.code, for: nil)
        warnAboutMissingDecision()
        let number = CommitteeNumber(situation.counts.committees + 1)
        return [.committeeEstablished(number, naming)]
    }

    mutating func rename(
        _ code: CommitteeCode, to naming: Naming
    ) throws(Rejection) -> [Event] {
        try check(naming.name, .name)
        let committee = try committeeInForce(code)
        try checkFree(naming.code, for: committee)
        warnAboutMissingDecision()
        return [.committeeRenamed(committee, naming)]
    }

    mutating func dissolve(
        _ code: CommitteeCode, _ successorCode: CommitteeCode?
    ) throws(Rejection) -> [Event] {
        let committee = try committeeInForce(code)
        var successor: CommitteeNumber?
        if let successorCode {
            let next = try committeeInForce(successorCode)
            let end = Moment(effective: .endOfCalendar, known: moment.known)
            let last = CommitteeRegister(situation.committees, at: end).holder(of: next)
            if next == committee || last == committee { throw .successorIsItself(code) }
            successor = next
        } else {
            warnAboutActionsLeft(by: committee, code)
        }
        warnAboutMissingDecision()
        return [.committeeDissolved(committee, successor: successor)]
    }

    func committeeInForce(_ code: CommitteeCode) throws(Rejection) -> CommitteeNumber {
        guard let story = register.committee(code) else { throw .unknownCommittee(code) }
        try checkInForce(story, code)
        return story.number
    }

    func checkInForce(
        _ story: CommitteeStory, _ code: CommitteeCode
    ) throws(Rejection) {
        switch story.standing.value(at: moment) {
        case .established:
            return
        case .dissolved(let successor):
            throw .committeeDissolved(code, successor: successor.map(register.code(of:)))
        case nil:
            guard let first = story.standing.everKnown(at: moment.known).first else {
                throw .committeeCorrectedAway(code)
            }
            throw .committeeNotYetEstablished(code, from: first.stamp.effective)
        }
    }

    /// A code is free when no other committee that is not dissolved has it on the effective day
    /// or is to have it later.
    private func checkFree(
        _ code: CommitteeCode, for own: CommitteeNumber?
    ) throws(Rejection) {
        for story in situation.committees where story.number != own {
            if case .dissolved = story.standing.value(at: moment) { continue }
            let inForce = story.naming.value(at: moment).map { [$0] } ?? []
            let later = story.naming.everKnown(at: moment.known)
                .filter { $0.stamp.effective > moment.effective }.map(\.value)
            if let holder = (inForce + later).first(where: { $0.code == code }) {
                throw .codeTaken(code, name: holder.name)
            }
        }
    }

    private mutating func warnAboutActionsLeft(
        by committee: CommitteeNumber, _ code: CommitteeCode
    ) {
        let left = situation.actions.values.filter {
            let responsible = $0.responsible.value(at: moment)
            return $0.standing(at: moment) == .open && responsible != .all
                && register.answering(responsible).contains(committee)
        }
        if !left.isEmpty {
            warnings.append(.actionsLeft(code, left.map(\.number).sorted()))
        }
    }
}
