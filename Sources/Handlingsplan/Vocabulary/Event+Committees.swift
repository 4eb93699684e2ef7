extension Event {
    /// The committees that the event names, whatever it says of them.
    package var committees: [CommitteeNumber] {
        switch self {
        case .committeeEstablished(let number, _), .committeeRenamed(let number, _): [number]
        case .committeeDissolved(let number, let successor):
            [number] + (successor.map { [$0] } ?? [])
        case .committeesMerged(let numbers, let successor): numbers + [successor]
        case .committeeSplit(let number, let parts): [number] + parts
        case .followUpCycleSet(_, let cycle): [cycle.committee]
        case .followUpHeld(_, let followUp): [followUp.committee]
        case .guidelineIssued(_, let guideline): [guideline.issuer] + guideline.addressees
        case .guidelineAnswered(_, let answer): [answer.committee]
        case .responsibilityAssigned(_, let responsible): responsible.committees
        case .responsibilityTransferred(_, let from, let now): [from] + now.committees
        case .statusReported(_, let number, _), .forecastGiven(_, let number, _),
            .reportedBack(let number, _), .partnerLinked(.committee(let number), _),
            .partnerUnlinked(.committee(let number), _), .annexAttached(.committee(let number), _):
            [number]
        case .keyGranted(_, let right):
            if case .registrar(let numbers) = right.role { numbers } else { [] }
        default: []
        }
    }
}

extension Responsible {
    /// Those named one by one.
    var committees: [CommitteeNumber] {
        if case .committees(let numbers) = who { numbers } else { [] }
    }
}
