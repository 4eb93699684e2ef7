import Coordinates
import Handlingsplan

// Committees come, merge, split, and adopt their plans.

extension GeneratedActs {
    mutating func founding(of municipality: inout Municipality) -> Act {
        var events = (0..<8).map { _ in establish(in: &municipality) }
        let plan = numbers.next(DocumentNumber.self)
        municipality.plan = plan
        let slug = DocumentSlug("plan-\(municipality.number)")!
        events.append(.planAdopted(plan, Adoption(slug: slug, title: "Handlingsplan")))
        return Act(effective: today, reference: decision(), events: events)
    }

    mutating func establish(in municipality: inout Municipality) -> Event {
        let number = numbers.next(CommitteeNumber.self)
        municipality.committees.append(number)
        municipality.committeesNamed += 1
        let code = CommitteeCode("N\(municipality.committeesNamed)-\(municipality.number)")!
        return .committeeEstablished(
            number, Naming(code: code, name: "Nämnden \(municipality.committeesNamed)"))
    }

    /// Two committees end and become a new one.
    mutating func merger(in municipality: inout Municipality) -> Act {
        guard municipality.committees.count > 6 else { return single(in: &municipality) }
        let ending = Array(municipality.committees.prefix(2))
        let establishment = establish(in: &municipality)
        let successor = municipality.committees.removeLast()
        municipality.committees = Array(municipality.committees.dropFirst(2)) + [successor]
        for index in municipality.actions.indices
        where ending.contains(municipality.actions[index].committee) {
            municipality.actions[index].committee = successor
        }
        return Act(
            effective: today, reference: decision(),
            events: [establishment, .committeesMerged(ending, into: successor)])
    }

    /// A committee ends and is followed by two, which its actions are handed to.
    mutating func split(in municipality: inout Municipality) -> Act {
        guard municipality.committees.count < 10 else { return single(in: &municipality) }
        let ending = municipality.committees.removeFirst()
        var events = [establish(in: &municipality), establish(in: &municipality)]
        let parts = Array(municipality.committees.suffix(2))
        events.append(.committeeSplit(ending, into: parts))
        for index in municipality.actions.indices
        where municipality.actions[index].committee == ending {
            let receiver = chance.choice(of: parts)
            municipality.actions[index].committee = receiver
            events.append(
                .responsibilityTransferred(
                    municipality.actions[index].number, from: ending, now: .committees([receiver])))
        }
        return Act(effective: today, reference: decision(), events: events)
    }

    /// Five actions with their committees, deadlines and first reports: twenty events.
    mutating func planImport(into municipality: inout Municipality) -> Act {
        let (plan, day) = (municipality.plan!, today)
        let events = (0..<5).flatMap { _ -> [Event] in
            let action = RunningAction(
                number: numbers.next(ActionNumber.self),
                committee: chance.choice(of: municipality.committees), decided: day)
            municipality.actions.append(action)
            return [
                .actionDecided(
                    action.number,
                    DecidedAction(
                        document: plan, title: chance.choice(of: Wording.titles),
                        localNumber: "\(action.number)")),
                .responsibilityAssigned(action.number, .committees([action.committee])),
                .deadlineSet(action.number, deadline()),
                .statusReported(action.number, action.committee, StatusReport(.notStarted)),
            ]
        }
        return Act(effective: day, reference: decision(), events: events)
    }
}
