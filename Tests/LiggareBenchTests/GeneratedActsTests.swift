import Coordinates
import Handlingsplan
import Testing

@testable import LiggareBench

@Suite("Generated acts")
struct GeneratedActsTests {
    private struct Generated: Equatable {
        let recorded: CalendarDate
        let act: Act
    }

    private func generate(_ events: Int, seed: UInt64 = 1) -> [Generated] {
        var acts = GeneratedActs(events: events, seed: seed)
        var generated: [Generated] = []
        while acts.eventCount < events {
            let milliseconds = acts.recordedAt.milliseconds
            let day = CalendarDate(daysSinceEpoch: milliseconds / 86_400_000)!
            generated.append(Generated(recorded: day, act: acts.next()))
        }
        return generated
    }

    @Test("The same seed makes the same acts, and another one others")
    func seeds() {
        let acts = generate(3000)
        #expect(acts == generate(3000))
        #expect(acts != generate(3000, seed: 2))
    }

    @Test("About one event in five holds from before the day on which it was recorded")
    func datedBack() {
        let acts = generate(20_000)
        let events = acts.reduce(0) { $0 + $1.act.events.count }
        let back = acts.filter { $0.act.effective < $0.recorded }
            .reduce(0) { $0 + $1.act.events.count }
        #expect((0.18...0.27).contains(Double(back) / Double(events)))
        #expect(!acts.contains { $0.act.effective > $0.recorded })
    }

    @Test("There are entries of one event and of twenty, and all that happens to committees")
    func kinds() {
        let acts = generate(100_000).map(\.act)
        let sizes = Set(acts.map(\.events.count))
        #expect(sizes.isSuperset(of: [1, 20]))
        let kinds = acts.flatMap(\.events).reduce(into: [:]) { $0[Kind($1), default: 0] += 1 }
        for kind in Kind.allCases { #expect(kinds[kind, default: 0] > 2, "\(kind)") }
    }
}

/// What happens seldom enough to be missed.
private enum Kind: CaseIterable {
    case merger, split, correction, transfer, reportBack, closing, other

    init(_ event: Event) {
        switch event {
        case .committeesMerged: self = .merger
        case .committeeSplit: self = .split
        case .entryCorrected: self = .correction
        case .responsibilityTransferred: self = .transfer
        case .reportedBack: self = .reportBack
        case .actionClosed: self = .closing
        default: self = .other
        }
    }
}
