import Coordinates
import Handlingsplan
import LedgerSupport
import Testing

@testable import Views

@Suite("An event that cannot follow")
struct ImpossibleEventTests {
    private static let one = CommitteeNumber(1)
    private static let nine = CommitteeNumber(9)

    @Test(
        "It is refused by the rows as by the fold in memory",
        arguments: [
            .committeeEstablished(CommitteeNumber(0), Naming(code: code("XN"), name: "X")),
            .committeeEstablished(one, Naming(code: code("XN"), name: "X")),
            .committeeEstablished(CommitteeNumber(3), Naming(code: code("XN"), name: "X")),
            .committeeRenamed(nine, Naming(code: code("XN"), name: "X")),
            .committeeDissolved(one, successor: nine),
            .planAdopted(DocumentNumber(3), slug("x"), title: "X"),
            .actionDecided(ActionNumber(3), DocumentNumber(1), title: "X"),
            .actionDecided(ActionNumber(2), DocumentNumber(2), title: "X"),
            .actionClosed(ActionNumber(2)),
            .responsibilityAssigned(ActionNumber(1), .committees([one, nine])),
            .responsibilityTransferred(ActionNumber(1), from: nine, now: .committees([one])),
            .responsibilityTransferred(ActionNumber(1), from: one, now: .committees([nine])),
            .statusReported(ActionNumber(1), nine, .ongoing),
        ] as [Event])
    func refused(event: Event) throws {
        let opening: [Event] = [
            .committeeEstablished(Self.one, Naming(code: code("KS"), name: "Styrelsen")),
            .planAdopted(DocumentNumber(1), slug("plan"), title: "Plan"),
            .actionDecided(ActionNumber(1), DocumentNumber(1), title: "Åtgärd"),
        ]
        var views = try ViewSet(over: nil)
        var state = LedgerState()
        let first = recorded(opening, at: 1)
        try views.apply(first)
        try state.evolve(first)
        let second = recorded([event], at: 2)
        #expect(throws: ImpossibleEvent(event)) { try views.apply(second) }
        #expect(throws: ImpossibleEvent(event)) { try state.evolve(second) }
    }

    private func recorded(_ events: [Event], at position: UInt64) -> RecordedAct {
        RecordedAct(
            position: Position(position), recordedAt: Timestamp(milliseconds: 0),
            act: Act(effective: day("2014-01-01"), events: events))
    }
}
