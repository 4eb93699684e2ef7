package import Coordinates

/// What a command leads to.
package struct Decision: Hashable, Sendable {
    /// Nil where all that was asked for holds already: then there is nothing to record.
    package let act: Act?
    package let warnings: [Warning]
}

/// Judges a command: the act that is to be recorded, or the rule that forbids it.
///
/// Pure and total. The rules look at what is known by now to hold on the effective day: a status
/// from last spring is judged by who was responsible last spring.
package func decide(
    _ command: Command, effective: CalendarDate, reference: Reference, in situation: Situation
) throws(Rejection) -> Decision {
    var decider = Decider(effective, situation)
    try decider.checkReference(reference)
    let events = try decider.events(for: command)
    if events.isEmpty { return Decision(act: nil, warnings: decider.warnings) }
    decider.warnAboutDates()
    let act = Act(effective: effective, reference: reference, events: events)
    let ofAct = act.referenceWarnings + act.texts.flatMap(\.personalData)
    for warning in ofAct where !decider.warnings.contains(warning) {
        decider.warnings.append(warning)
    }
    return Decision(act: act, warnings: decider.warnings)
}

/// One judgement under way: the moment judged at, and the warnings gathered so far.
struct Decider {
    let effective: CalendarDate
    let situation: Situation
    let moment: Moment
    let register: CommitteeRegister
    var warnings: [Warning] = []

    init(_ effective: CalendarDate, _ situation: Situation) {
        self.effective = effective
        self.situation = situation
        moment = Moment(effective: effective, known: situation.known)
        register = CommitteeRegister(situation.committees, at: moment)
    }

    mutating func warnAboutDates() {
        let farthestDays = 366
        let distance = Int(effective.daysSinceEpoch) - Int(situation.today.daysSinceEpoch)
        if abs(distance) > farthestDays {
            warnings.append(.effectiveFarFromToday(effective))
        }
    }
}
