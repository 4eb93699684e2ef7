package import Coordinates
package import Handlingsplan
import TestSupport

/// Draws commands over the whole vocabulary. Many are refused by a rule, as many as are useful.
package struct RandomHistory {
    package enum Kind: String, CaseIterable, Sendable {
        case establish, rename, dissolve, dissolveIntoSuccessor, adopt, decide, amend, close, reopen
        case assign, assignAll, transfer, deadline, unreadDeadline, status, correct
        case correctCorrection
    }

    private var generator: SeededGenerator
    /// The positions of the corrections recorded so far.
    private var corrections: [Position] = []

    package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// The first commands of a history: somebody to act, and something to do.
    package static let opening: [Command] = [
        .establish("KS"), .establish("BUN"), .establish("SN"),
        .adopt("plan-0", actions: 3, by: "BUN", deadline: "senast i maj 2014"),
    ]

    /// Kinds that are refused so often that they must be tried oftener.
    private static let oftener: [Kind] = [
        .establish, .establish, .rename, .dissolveIntoSuccessor, .decide, .transfer, .transfer,
        .status, .status,
    ]

    package mutating func note(_ event: Event, at position: Position) {
        if case .entryCorrected = event { corrections.append(position) }
    }

    /// The next command, and the day that it is to hold from: mostly by default, else up to 200
    /// days away.
    package mutating func next(
        actionCount: UInt32, size: TreeSize, today: CalendarDate
    ) -> (kind: Kind, command: Command, effective: CalendarDate?) {
        let kind = pick(Kind.allCases + Self.oftener)
        let isMoved = pick([true, false, false])
        let effective = isMoved ? today.advanced(byDays: pick(-200...200)) : nil
        return (kind, command(kind, action(of: actionCount), size), effective)
    }

    /// Some days around those that the history is about.
    package mutating func days(_ count: Int, around today: CalendarDate) -> [CalendarDate] {
        (0..<count).compactMap { _ in today.advanced(byDays: pick(-400...400)) }
    }

    package mutating func chance(_ oneIn: Int) -> Bool { pick(1...oneIn) == 1 }
}

extension RandomHistory {
    private mutating func command(
        _ kind: Kind, _ action: ActionNumber, _ size: TreeSize
    ) -> Command {
        switch kind {
        case .establish: .establishCommittee(naming())
        case .rename: .renameCommittee(committee(), to: naming())
        case .dissolve: .dissolveCommittee(committee(), successor: nil)
        case .dissolveIntoSuccessor: .dissolveCommittee(committee(), successor: committee())
        case .adopt:
            .adoptPlan(
                slug("plan-\(pick(1...9))"), title: title(),
                actions: (0..<pick(0...3)).map { _ in newAction() })
        case .decide: .decideAction(slug("plan-\(pick(0...3))"), newAction())
        case .amend: .amendAction(action, title: title())
        case .close: .closeAction(action)
        case .reopen: .reopenAction(action, reason: title())
        case .assign: .assign(action, .committees((0..<pick(0...2)).map { _ in committee() }))
        case .assignAll: .assign(action, .all)
        case .transfer: .transfer(action, from: nil, to: [committee()])
        case .deadline: .setDeadline(action, text: "innan \(pick(months)) 2014")
        case .unreadDeadline: .setDeadline(action, text: "löpande, \(title())")
        case .status:
            .reportStatus(action, pick(Status.allCases), by: chance(2) ? committee() : nil)
        case .correct: .correct(Position(UInt64(pick(1...Int(size.count)))), reason: title())
        case .correctCorrection:
            .correct(corrections.randomElement(using: &generator) ?? Position(1), reason: title())
        }
    }

    private var months: [String] { ["januari", "mars", "maj", "augusti", "december"] }

    private mutating func committee() -> CommitteeCode {
        code(pick(["KS", "KS", "BUN", "BUN", "SN", "SN", "MN", "TN", "XN"]))
    }

    private mutating func naming() -> Naming {
        Naming(code: code(pick(["KS", "BUN", "SN", "MN", "TN", "KFN", "VN"])), name: title())
    }

    /// Now and then one that there is not.
    private mutating func action(of count: UInt32) -> ActionNumber {
        ActionNumber(pick(1...count + (chance(10) ? 1 : 0)))
    }

    private mutating func newAction() -> NewAction {
        NewAction(
            title: title(), responsible: chance(4) ? .all : .committees([committee()]),
            deadline: chance(2) ? "senast i \(pick(months)) 2014" : nil)
    }

    private mutating func title() -> String { "Text \(pick(1...1000))" }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &generator)]
    }

    private mutating func pick<Number: FixedWidthInteger>(
        _ range: ClosedRange<Number>
    ) -> Number {
        Number.random(in: range, using: &generator)
    }
}
