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
    var chance: Chance
    var municipalities: [Municipality]
    var position = Position(1)
    var numbers = LedgerNumbers()
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

    var today: CalendarDate { schedule.day(afterEvents: eventCount) }

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
    static let foundingEvents = 9

    mutating func act(of municipality: inout Municipality) -> Act {
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
    static let runningActions = 250
}

/// The next number of each kind.
struct LedgerNumbers {
    private var last: [ObjectIdentifier: UInt32] = [:]

    mutating func next<Number: DenseNumber>(_ kind: Number.Type) -> Number {
        last[ObjectIdentifier(kind), default: 0] += 1
        return Number(last[ObjectIdentifier(kind)]!)
    }
}
