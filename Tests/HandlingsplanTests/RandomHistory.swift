import Coordinates
import Handlingsplan
import TestSupport

/// Commands of every kind drawn at random, about few things and few days, so that they often
/// meet. Many are refused: those that are not make a history.
struct RandomHistory {
    var generator: SeededGenerator

    static let firstDay: CalendarDate = "2014-01-01"
    static let lengthDays = 60

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// - Throws: what is neither recorded nor refused.
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
        Self.firstDay.advanced(byDays: number(below: Self.lengthDays))!
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements.randomElement(using: &generator)!
    }

    mutating func number(below count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    /// Nil now and then.
    mutating func perhaps<Value>(_ value: Value) -> Value? { number(below: 3) == 0 ? nil : value }

    private mutating func command(after size: TreeSize) -> Command {
        switch number(below: 12) {
        case 0: committeeCommand()
        case 1: documentCommand()
        case 2: followUpCommand()
        case 3: figureCommand()
        case 4...6: actionCommand()
        case 7, 8: responsibilityCommand()
        case 9: bearerCommand()
        case 10: settingCommand(after: size)
        default: turningCommand(after: size)
        }
    }

    private mutating func turningCommand(after size: TreeSize) -> Command {
        // One past the last entry is drawn, too.
        let position = Position(UInt64.random(in: 0...size.count, using: &generator))
        return number(below: 4) == 0 ? .annul(position) : .correct(position)
    }

    private mutating func settingCommand(after size: TreeSize) -> Command {
        switch number(below: 6) {
        case 0: .change(.before(one(of: ReadingRules.Before.allCases)))
        case 1: .change(.cutOffs(CutOffs([one(of: ["07-31", "08-31"])])!))
        case 2: .change(.seasons(.standard))
        default:
            .tell(
                code(), from: perhaps(Position(UInt64(number(below: Int(size.count) + 1)))), scope()
            )
        }
    }
}
