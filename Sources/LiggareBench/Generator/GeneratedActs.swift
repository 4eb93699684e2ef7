import Coordinates
import Handlingsplan

/// The acts of a plausible ledger, one after the other, the same for the same seed.
///
/// Each municipality has eight committees and a plan. Actions are imported by entries of 20 events,
/// five actions a time; then single entries report, move deadlines, hand over, correct, amend and
/// close, and now and then committees merge or split. About one event in five is dated back. Nothing
/// is laid on all committees, which here would be those of the whole country.
struct GeneratedActs {
    /// How many municipalities share the ledger: one for each 34,500 events, so that 290 of them have
    /// ten million.
    static func municipalities(forEvents count: Int) -> Int { max(1, count / 34_500) }

    private(set) var eventCount = 0
    private var chance: Chance
    private var municipalities: [Municipality]
    private var position = Position(1)
    private var numbers = LedgerNumbers()
    private let schedule: Schedule

    /// - Parameter events: about how many there will be, spread over ten years.
    init(events: Int, seed: UInt64) {
        chance = Chance(seed: seed)
        municipalities = (1...Self.municipalities(forEvents: events))
            .map { Municipality(number: $0) }
        schedule = Schedule(events: events)
    }

    /// When the next act is recorded: ten years go by while all events come.
    var recordedAt: Timestamp { schedule.time(afterEvents: eventCount) }

    private var today: CalendarDate { schedule.day(afterEvents: eventCount) }

    mutating func next() -> Act {
        let index =
            eventCount < municipalities.count * Self.foundingEvents
            ? eventCount / Self.foundingEvents : chance.index(below: municipalities.count)
        // Taken out meanwhile, so that it can be changed in place.
        var municipality = Municipality(number: 0)
        swap(&municipality, &municipalities[index])
        let act = act(of: &municipality)
        swap(&municipality, &municipalities[index])
        position = position.treeSize.end
        eventCount += act.events.count
        return act
    }

    /// Eight committees and a plan.
    private static let foundingEvents = 9

    private mutating func act(of municipality: inout Municipality) -> Act {
        guard municipality.plan != nil else { return founding(of: &municipality) }
        // A plan grows until it has as many running actions as are closed again.
        if municipality.actions.isEmpty
            || municipality.actions.count < Self.runningActions && chance.isHit(outOf: 30)
        {
            return planImport(into: &municipality)
        }
        // Each municipality reorganises two or three times in its ten years.
        switch chance.index(below: 20_000) {
        case 0: return merger(in: &municipality)
        case 1: return split(in: &municipality)
        default: break
        }
        switch chance.index(below: 1000) {
        case 0..<12: return planImport(into: &municipality)
        case 12..<88: return closing(in: &municipality)
        case 88..<108: return correction(in: &municipality)
        case 108..<118: return reportBack(in: municipality)
        default: return single(in: &municipality)
        }
    }

    /// How many actions a municipality works on at a time.
    private static let runningActions = 250
}

// MARK: Committees and plans

extension GeneratedActs {
    private mutating func founding(of municipality: inout Municipality) -> Act {
        var events = (0..<8).map { _ in establish(in: &municipality) }
        let plan = numbers.next(DocumentNumber.self)
        municipality.plan = plan
        let slug = DocumentSlug("plan-\(municipality.number)")!
        events.append(.planAdopted(plan, Adoption(slug: slug, title: "Handlingsplan")))
        return Act(effective: today, reference: decision(), events: events)
    }

    private mutating func establish(in municipality: inout Municipality) -> Event {
        let number = numbers.next(CommitteeNumber.self)
        municipality.committees.append(number)
        municipality.committeesNamed += 1
        let code = CommitteeCode("N\(municipality.committeesNamed)-\(municipality.number)")!
        return .committeeEstablished(
            number, Naming(code: code, name: "Nämnden \(municipality.committeesNamed)"))
    }

    /// Two committees end and become a new one.
    private mutating func merger(in municipality: inout Municipality) -> Act {
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
    private mutating func split(in municipality: inout Municipality) -> Act {
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
    private mutating func planImport(into municipality: inout Municipality) -> Act {
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

// MARK: Actions

extension GeneratedActs {
    private mutating func single(in municipality: inout Municipality) -> Act {
        let index = chance.index(below: municipality.actions.count)
        let action = municipality.actions[index]
        let event: Event
        switch chance.index(below: 100) {
        case 0..<70: event = .statusReported(action.number, action.committee, report())
        case 70..<80: event = .deadlineSet(action.number, deadline())
        case 80..<90: event = .forecastGiven(action.number, action.committee, forecast())
        case 90..<94:
            event = .actionAmended(action.number, .comment(chance.choice(of: Wording.comments)))
        case 94..<96:
            event = .actionAmended(action.number, .title(chance.choice(of: Wording.titles)))
        default:
            let receiver = chance.choice(of: municipality.committees)
            event = .responsibilityTransferred(
                action.number, from: action.committee, now: .committees([receiver]))
            municipality.actions[index].committee = receiver
        }
        municipality.latest = position
        return Act(effective: effectiveDay(of: action), events: [event])
    }

    /// An action is closed, where there are enough; else one of them is reported on.
    private mutating func closing(in municipality: inout Municipality) -> Act {
        guard municipality.actions.count > Self.runningActions else {
            return single(in: &municipality)
        }
        let index = chance.index(below: municipality.actions.count)
        let action = municipality.actions.remove(at: index)
        return Act(effective: today, events: [.actionClosed(action.number)])
    }

    private mutating func correction(in municipality: inout Municipality) -> Act {
        guard let target = municipality.latest else { return single(in: &municipality) }
        municipality.latest = nil
        return Act(
            effective: today,
            events: [.entryCorrected(target, reason: chance.choice(of: Wording.reasons))])
    }

    private mutating func reportBack(in municipality: Municipality) -> Act {
        let committee = chance.choice(of: municipality.committees)
        let report = ReportBack(
            from: Position(position.index - 1), scope: .document(municipality.plan!))
        return Act(effective: today, events: [.reportedBack(committee, report)])
    }

    /// Today, or where the act is dated back, up to a year before, but not before the decision.
    private mutating func effectiveDay(of action: RunningAction) -> CalendarDate {
        let age = Int(today.daysSinceEpoch - action.decided.daysSinceEpoch)
        guard age > 0, chance.index(below: 100) < 27 else { return today }
        return today.advanced(byDays: -(1 + chance.index(below: min(age, 365))))!
    }

    private mutating func decision() -> Reference {
        Reference(decision: "KS \(today) § \(1 + chance.index(below: 150))")
    }

    private mutating func report() -> StatusReport {
        let comment = chance.isHit(outOf: 4) ? chance.choice(of: Wording.comments) : nil
        return StatusReport(chance.choice(of: Status.allCases), comment: comment)
    }

    private mutating func forecast() -> Forecast {
        let year = today.yearMonthDay.year
        return Forecast(
            chance.choice(of: Forecast.Expectation.allCases), period: Period("\(year)")!)
    }

    private mutating func deadline() -> Deadline {
        let month = 1 + chance.index(below: 12)
        let year = today.yearMonthDay.year + 1
        return Deadline(
            text: "Klart senast i \(Wording.months[month - 1]) \(year)",
            reading: DeadlineReading(
                mode: .by, precision: .month,
                latest: CalendarDate.last(ofMonth: month, year: year)))
    }
}

/// The next number of each kind.
private struct LedgerNumbers {
    private var last: [ObjectIdentifier: UInt32] = [:]

    mutating func next<Number: DenseNumber>(_ kind: Number.Type) -> Number {
        last[ObjectIdentifier(kind), default: 0] += 1
        return Number(last[ObjectIdentifier(kind)]!)
    }
}

/// How ten years go by.
private struct Schedule {
    let events: Int
    private static let start: Int64 = 1_420_200_000_000  // 2 January 2015, at noon UTC
    private static let length: Int64 = 3650 * 86_400_000

    func time(afterEvents count: Int) -> Timestamp {
        Timestamp(milliseconds: Self.start + Self.length / Int64(events) * Int64(count))
    }

    func day(afterEvents count: Int) -> CalendarDate {
        CalendarDate(daysSinceEpoch: time(afterEvents: count).milliseconds / 86_400_000)!
    }
}
