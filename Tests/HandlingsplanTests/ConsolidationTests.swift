import Handlingsplan
import Testing

/// The statuses of several committees, and the one that they are shown as.
struct ConsolidationExample: CustomTestStringConvertible, Sendable {
    let statuses: [Status]
    let status: Status
    let basis: Consolidation.Basis

    init(_ statuses: [Status], _ status: Status, _ basis: Consolidation.Basis) {
        (self.statuses, self.status, self.basis) = (statuses, status, basis)
    }

    var testDescription: String { "\(statuses.map(\.rawValue)) is \(status.rawValue)" }
}

@Suite("One status made of several")
struct ConsolidationTests {
    @Test("says how it was made", arguments: examples)
    func consolidated(_ example: ConsolidationExample) {
        let consolidation = Consolidation(of: example.statuses)
        #expect(consolidation.status == example.status)
        #expect(consolidation.basis == example.basis)
        let reversed = Consolidation(of: example.statuses.reversed())
        #expect(reversed == consolidation, "the order makes no difference")
    }

    static let examples: [ConsolidationExample] = [
        ConsolidationExample([], .notStarted, .nobody),
        ConsolidationExample([.delayed], .delayed, .single),
        ConsolidationExample([.completed], .completed, .single),
        ConsolidationExample([.notStarted, .notStarted], .notStarted, .unanimous),
        ConsolidationExample([.completed, .completed], .completed, .unanimous),
        ConsolidationExample([.delayed, .delayed], .delayed, .unanimous),
        ConsolidationExample([.completed, .delayed], .delayed, .someDelayed),
        ConsolidationExample([.paused, .delayed, .ongoing], .delayed, .someDelayed),
        ConsolidationExample([.completed, .paused], .paused, .restPaused),
        ConsolidationExample([.paused, .notStarted], .ongoing, .mixed),
        ConsolidationExample([.completed, .notStarted], .ongoing, .mixed),
        ConsolidationExample([.completed, .ongoing], .ongoing, .mixed),
        ConsolidationExample([.notStarted, .ongoing], .ongoing, .mixed),
        ConsolidationExample([.completed, .paused, .ongoing], .ongoing, .mixed),
    ]

    @Test("counts the committees of each status, in the order of the statuses")
    func counts() {
        let counts = Consolidation(of: [.completed, .ongoing, .completed]).counts
        #expect(counts.map(\.status) == [.ongoing, .completed])
        #expect(counts.map(\.committees) == [1, 2])
    }
}
