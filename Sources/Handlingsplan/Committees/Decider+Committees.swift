import Coordinates

// The rules on committees.

extension Decider {
    mutating func establish(
        _ naming: Naming, _ kind: CommitteeKind
    ) throws(Rejection) -> [Event] {
        try check(naming.name, .name)
        try checkFree(naming.code, besides: [])
        warnAboutKind(naming, kind)
        let number = CommitteeNumber(situation.counts.committees + 1)
        return [.committeeEstablished(number, naming, kind)]
    }

    mutating func rename(
        _ code: CommitteeCode, to naming: Naming
    ) throws(Rejection) -> [Event] {
        try check(naming.name, .name)
        let committee = try committeeInForce(code)
        try checkFree(naming.code, besides: [committee])
        return [.committeeRenamed(committee, naming)]
    }

    mutating func dissolve(
        _ code: CommitteeCode, _ successorCode: CommitteeCode?
    ) throws(Rejection) -> [Event] {
        let committee = try ending(code)
        var successor: CommitteeNumber?
        if let successorCode {
            successor = try self.successor(successorCode, of: committee, code)
        } else {
            warnAboutActionsLeft(by: committee, code)
        }
        return [.committeeDissolved(committee, successor: successor)]
    }

    mutating func merge(
        _ codes: [CommitteeCode], into destination: Destination
    ) throws(Rejection) -> [Event] {
        if codes.isEmpty { throw .nothingToMerge }
        var merging: [CommitteeNumber: CommitteeCode] = [:]
        for code in codes { merging[try ending(code)] = code }
        let numbers = Set(merging.keys)
        switch destination {
        case .existing(let code):
            for number in numbers.sorted() {
                _ = try successor(code, of: number, merging[number] ?? code)
            }
            return [.committeesMerged(numbers.sorted(), into: try committeeInForce(code))]
        case .new(let naming):
            let kinds = Set(numbers.map { register[$0].kind })
            let kind = kinds.count == 1 ? kinds.first ?? .committee : .committee
            let (number, event) = try new(naming, kind, 0, besides: numbers)
            return [event, .committeesMerged(numbers.sorted(), into: number)]
        }
    }

    mutating func split(
        _ code: CommitteeCode, into destinations: [Destination]
    ) throws(Rejection) -> [Event] {
        let committee = try ending(code)
        var parts: Set<CommitteeNumber> = []
        var namings: [Naming] = []
        var events: [Event] = []
        for destination in destinations {
            switch destination {
            case .existing(let code):
                let part = try committeeInForce(code)
                if part == committee { throw .successorIsItself(code) }
                parts.insert(part)
            case .new(let naming):
                if let other = namings.first(where: { $0.code == naming.code }) {
                    throw .codeTaken(naming.code, name: other.name)
                }
                let (number, event) = try new(
                    naming, register[committee].kind, events.count, besides: [committee])
                namings.append(naming)
                parts.insert(number)
                events.append(event)
            }
        }
        if parts.count < 2 { throw .splitIntoOne(code) }
        warnAboutActionsLeft(by: committee, code)
        return events + [.committeeSplit(committee, into: parts.sorted())]
    }

    /// A committee that is established together with the end of those before it, whose codes it
    /// may therefore have, and of whose kind it is.
    private mutating func new(
        _ naming: Naming, _ kind: CommitteeKind, _ offset: Int, besides ending: Set<CommitteeNumber>
    ) throws(Rejection) -> (CommitteeNumber, Event) {
        try check(naming.name, .name)
        try checkFree(naming.code, besides: ending)
        warnAboutKind(naming, kind)
        let number = CommitteeNumber(situation.counts.committees + UInt32(offset) + 1)
        return (number, .committeeEstablished(number, naming, kind))
    }

    /// Nobody succeeds itself, be it by way of others.
    private func successor(
        _ successorCode: CommitteeCode, of committee: CommitteeNumber, _ code: CommitteeCode
    ) throws(Rejection) -> CommitteeNumber {
        let successor = try committeeInForce(successorCode)
        let end = Moment(effective: .endOfCalendar, known: moment.known)
        let last = register.at(end).holder(of: successor)
        if successor == committee || last == committee { throw .successorIsItself(code) }
        return successor
    }

    /// A committee in force that is to end. Nothing ends twice, be it later.
    private func ending(_ code: CommitteeCode) throws(Rejection) -> CommitteeNumber {
        let committee = try committeeInForce(code)
        let end = Moment(effective: .endOfCalendar, known: moment.known)
        if let day = register[committee].dissolved(at: end) {
            throw .committeeEndsLater(code, from: day)
        }
        return committee
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
        case .split(let parts):
            throw .committeeSplit(code, into: parts.map(register.code(of:)))
        case nil:
            guard let first = story.standing.everKnown(at: moment.known).first else {
                throw .committeeCorrectedAway(code)
            }
            throw .committeeNotYetEstablished(code, from: first.stamp.effective)
        }
    }

    /// A code is free when no other committee that has not ended has it on the effective day or is
    /// to have it later.
    func checkFree(
        _ code: CommitteeCode, besides own: Set<CommitteeNumber>
    ) throws(Rejection) {
        let others = situation.committees.filter { !own.contains($0.number) }
        try others.checkFree(code, from: moment)
    }

    private mutating func warnAboutKind(_ naming: Naming, _ kind: CommitteeKind) {
        if let likely = naming.likelyKind, kind.carriesOut {
            warnings.append(.kindSuggested(naming.code, likely))
        }
    }

    private mutating func warnAboutActionsLeft(
        by committee: CommitteeNumber, _ code: CommitteeCode
    ) {
        let left = situation.actions.values.filter { $0.isLeft(by: committee, in: register) }
        if !left.isEmpty {
            warnings.append(.actionsLeft(code, left.map(\.number).sorted()))
        }
    }
}

extension [CommitteeStory] {
    func checkFree(_ code: CommitteeCode, from moment: Moment) throws(Rejection) {
        for naming in flatMap({ $0.namings(from: moment) }) where naming.code == code {
            throw .codeTaken(code, name: naming.name)
        }
    }
}

extension CommitteeStory {
    /// The names that it has on a day and is to have later, as far as is known; none once it has
    /// ended.
    func namings(from moment: Moment) -> [Naming] {
        if dissolved(at: moment) != nil { return [] }
        let inForce = naming.value(at: moment).map { [$0] } ?? []
        return inForce
            + naming.everKnown(at: moment.known)
            .filter { $0.stamp.effective > moment.effective }.map(\.value)
    }
}
