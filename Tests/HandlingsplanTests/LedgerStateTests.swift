import Coordinates
import Handlingsplan
import Testing

@Suite("The fold")
struct LedgerStateTests {
    static let council = Naming(code: "KS", name: "Kommunstyrelsen")

    @Test(
        "refuses what no history can hold at its place",
        arguments: [
            // A number that was skipped, or is none.
            .committeeEstablished(5, council),
            .planAdopted(3, Adoption(slug: "folkhalsa", title: "Folkhälsoplan")),
            .actionDecided(3, DecidedAction(document: 1, title: "Praktik")),
            .committeeEstablished(0, council),
            // A thing that begins twice.
            .committeeEstablished(1, council),
            .planAdopted(1, Adoption(slug: "integration", title: "Integrationsplan")),
            .actionDecided(1, DecidedAction(document: 1, title: "Läxhjälp")),
            // A story that does not start with its beginning.
            .committeeRenamed(4, council),
            .committeeDissolved(4, successor: nil),
            .actionAmended(2, .title("Praktik")),
            .actionClosed(2),
            .statusReported(2, 1, StatusReport(.ongoing)),
        ] as [Event])
    func impossible(_ event: Event) throws {
        var state = try Scenario(given: .municipality).state
        let recorded = Self.recorded(event, at: state.size.end)
        #expect(throws: ImpossibleEvent(event)) { try state.evolve(recorded) }
    }

    @Test("of one story refuses the events of another")
    func foreign() throws {
        let state = try Scenario(given: .municipality).state
        let stamp = Stamp(effective: "2014-01-01", position: 5)
        var committee = state.committees()[0]
        var plan = state.documents()[0]
        var action = try #require(state.action(1))
        let foreign: [Event] = [
            .committeeRenamed(2, Self.council), .actionClosed(2), .entryCorrected(4, reason: "fel"),
        ]
        for event in foreign {
            #expect(throws: ImpossibleEvent(event)) { try committee.evolve(event, at: stamp) }
            #expect(throws: ImpossibleEvent(event)) { try plan.evolve(event, at: stamp) }
            #expect(throws: ImpossibleEvent(event)) { try action.evolve(event, at: stamp) }
        }
    }

    @Test("of one story begins with the event that can, and goes on with the others")
    func story() throws {
        let stamp = Stamp(effective: "2014-01-01", position: 1)
        let close = Event.actionClosed(1)
        #expect(throws: ImpossibleEvent(close)) { try ActionStory(close, at: stamp) }
        let decided = DecidedAction(document: 1, title: "Läxhjälp")
        var story = try ActionStory(.actionDecided(1, decided), at: stamp)
        try story.evolve(close, at: stamp)
        let moment = Moment(effective: "2014-01-01", known: 1)
        #expect(story.standing(at: moment) == .closed)
    }

    @Test("takes acts in order and without gaps, and stops the process otherwise")
    func order() async {
        await #expect(processExitsWith: .failure) {
            var state = LedgerState()
            try state.evolve(LedgerStateTests.recorded(.actionClosed(1), at: 2))
        }
    }

    @Test("begins with a ledger that has been founded")
    func founded() {
        let state = LedgerState()
        #expect(state.size == 1)
        #expect(state.committees().isEmpty)
        #expect(state.documents().isEmpty)
        #expect(state.counts().actions == 0)
        #expect(state.action(0) == nil)
        #expect(state.action(1) == nil)
    }

    @Test("lists every action under all who were ever responsible, and each turn of an entry")
    func lists() throws {
        let state = try Scenario(
            given: .municipality + [
                on("2014-01-01", .decide(.action("Praktik", by: .all))),
                on("2014-02-01", .transfer(1, "SN")),
                on("2014-03-01", .correct(6)),
                on("2014-03-01", .correct(7)),
            ]
        ).state
        #expect(state.actions(everOn: .committee(2)) == [1])
        #expect(state.actions(everOn: .committee(3)) == [1])
        #expect(state.actions(everOn: .allCommittees) == [2])
        #expect(state.corrections(of: 6).turns == [7, 8])
        #expect(state.corrections(of: 7).turns == [8])
        #expect(state.corrections(of: 8).turns == [])
    }

    private static func recorded(_ event: Event, at position: Position) -> RecordedAct {
        RecordedAct(
            position: position, recordedAt: Timestamp(milliseconds: 0),
            act: Act(effective: "2014-01-01", events: [event]))
    }
}
