package import Coordinates
package import Handlingsplan
import Registry
import TestSupport

/// Draws commands over the whole vocabulary, mostly such as the ledger's state lets through. Some
/// are refused by a rule, as many as are useful.
package struct RandomHistory {
    /// A form of a command, and how it is drawn.
    package struct Kind: Sendable {
        package let name: String
        /// How often it is drawn: more than once for what is often refused, or much needed.
        let weight: Int
        let draw: @Sendable (inout RandomHistory) -> Command

        init(
            _ name: String, weight: Int = 1,
            _ draw: @escaping @Sendable (inout RandomHistory) -> Command
        ) {
            self.name = name
            self.weight = weight
            self.draw = draw
        }
    }

    package static let kinds = committees + documents + followUps + figures + actions + others
    private static let weighted = kinds.flatMap { Array(repeating: $0, count: $0.weight) }

    var generator: SeededGenerator
    /// The ledger as it is when a command is drawn.
    var state = LedgerState()
    var moment = Moment(effective: .endOfCalendar, known: Position(0))
    /// The plan that was last drawn to be imported.
    var imported: PlanImport?

    package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// The first commands of a history: somebody to act, and something to do.
    package static let opening: [Command] = [
        .establish("KS"), .establish("BUN"), .establish("SN"),
        .adopt(NewDocument(.policy, slug("policy-0"), title: "Policy")),
        .adopt("plan-0", actions: 3, by: "BUN", deadline: "senast i maj 2014"),
    ]

    /// The next command: mostly for the day on which it is recorded, else for one up to 200 days
    /// away.
    package mutating func next(
        in state: LedgerState, today: CalendarDate
    ) -> (kind: Kind, item: Proposal) {
        self.state = state
        moment = state.moment(on: today)
        let kind = pick(Self.weighted)
        let command = kind.draw(&self)
        let effective = chance(4) ? today.advanced(byDays: pick(-200...200)) : nil
        return (kind, Proposal(command, effective: effective, reference: reference()))
    }

    /// Some days around those that the history is about.
    package mutating func days(_ count: Int, around today: CalendarDate) -> [CalendarDate] {
        (0..<count).compactMap { _ in today.advanced(byDays: pick(-400...400)) }
    }

    /// How many commands are sent as one.
    package mutating func batchCount() -> Int { chance(8) ? pick(2...4) : 1 }

    package mutating func chance(_ oneIn: Int) -> Bool { pick(1...oneIn) == 1 }

    package mutating func pick<Number: FixedWidthInteger>(
        _ range: ClosedRange<Number>
    ) -> Number {
        Number.random(in: range, using: &generator)
    }
}
