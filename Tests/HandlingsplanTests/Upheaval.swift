import Coordinates
import Handlingsplan
import TestSupport

/// Committees that end, merge and split at random, in circles too, and are then said not to have,
/// while actions are laid on them and reported to them. No rule judges any of it.
struct Upheaval {
    private var generator: SeededGenerator
    /// In every other history, actions are laid on all committees, too.
    private let laysOnAll: Bool

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        laysOnAll = Bool.random(using: &generator)
    }

    /// Ten committees and eight actions, entries 1 to 6, and so many events.
    mutating func chronicle(of count: Int) throws -> Chronicle {
        var chronicle = try Chronicle.municipality().with(
            .on(
                "2018-01-01",
                (4...10).map { .establish(CommitteeNumber($0), CommitteeCode("N\($0)")!) }),
            .on("2018-01-01", (1...8).map { .decide(ActionNumber($0)) }))
        var correctable: [Position] = []
        for _ in 0..<count {
            if number(below: 6) == 0, !correctable.isEmpty {
                let entry = correctable.remove(at: number(below: correctable.count))
                try chronicle.record(.on(day(), .correct(entry)))
            } else {
                let event = event(after: chronicle.last)
                try chronicle.record(.on(day(), event))
                correctable.append(chronicle.last)
            }
        }
        return chronicle
    }

    private mutating func event(after last: Position) -> Event {
        switch number(below: 14) {
        case 0, 1: .committeeDissolved(committee(), successor: committee())
        case 2: .committeesMerged([committee(), committee()], into: committee())
        case 3: .committeeSplit(committee(), into: [committee(), committee()])
        case 4...6: .responsibilityAssigned(action(), .these([committee(), committee()]))
        case 7 where laysOnAll: .responsibilityAssigned(action(), .all)
        case 8 where laysOnAll: .responsibilityAssigned(action(), Responsible(.allAsOf(day())))
        case 7, 8: .responsibilityAssigned(action(), .these([committee()]))
        case 9...11:
            .report(action(), Status.allCases.randomElement(using: &generator)!, by: committee())
        case 12: .forecast(action(), .expected, "2018", by: committee())
        default: .tell(committee(), .everything, from: entry(before: last))
        }
    }

    mutating func day() -> CalendarDate {
        ("2018-01-01" as CalendarDate).advanced(byDays: number(below: 60))!
    }

    mutating func committee() -> CommitteeNumber { CommitteeNumber(UInt32(number(below: 10) + 1)) }

    mutating func entry(before end: Position) -> Position {
        Position(UInt64.random(in: 0..<end.index, using: &generator))
    }

    private mutating func action() -> ActionNumber { ActionNumber(UInt32(number(below: 8) + 1)) }

    private mutating func number(below count: Int) -> Int {
        Int.random(in: 0..<count, using: &generator)
    }
}
