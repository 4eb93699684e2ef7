import Coordinates
import Handlingsplan
import TestSupport

/// Commands drawn at random, about few things and few days, so that they often meet. Many are
/// refused: those that are not make a history.
struct RandomHistory {
    private var generator: SeededGenerator

    static let firstDay: CalendarDate = "2014-01-01"
    static let lengthDays = 60

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func scenario(attempts: Int) throws -> Scenario {
        var scenario = try Scenario(given: .municipality)
        for _ in 0..<attempts {
            let proposal = on(day(), command(after: scenario.state.size))
            do {
                try scenario.record(proposal)
            } catch is Rejection {
                continue
            }
        }
        return scenario
    }

    mutating func day() -> CalendarDate {
        Self.firstDay.advanced(byDays: Int.random(in: 0..<Self.lengthDays, using: &generator))!
    }

    private mutating func command(after size: TreeSize) -> Command {
        switch Int.random(in: 0..<16, using: &generator) {
        case 0: .establish(code())
        case 1: .rename(code(), to: code())
        case 2: .dissolve(code())
        case 3: .dissolve(code(), into: code())
        case 4, 5: .decide(.action("Åtgärd", by: assignees()))
        case 6: .amend(action(), "Ändrad åtgärd")
        case 7: .close(action())
        case 8: .reopen(action())
        case 9: .assign(action(), assignees())
        case 10: .transfer(action(), from: code(), code())
        case 11: .deadline(action(), "senast \(day())")
        case 12, 13:
            .report(action(), Status.allCases.randomElement(using: &generator)!, by: code())
        default: .correct(Position(UInt64.random(in: 0..<size.count, using: &generator)))
        }
    }

    private mutating func code() -> CommitteeCode {
        ["KS", "BUN", "SN", "AN", "VN"].randomElement(using: &generator)!
    }

    private mutating func assignees() -> Assignees {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: .all
        case 1: .committees([])
        case 2: .committees([code(), code()])
        default: .committees([code()])
        }
    }

    private mutating func action() -> ActionNumber {
        ActionNumber(UInt32.random(in: 1...4, using: &generator))
    }
}
