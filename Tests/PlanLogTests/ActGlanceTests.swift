import CBOR
import Coordinates
import Handlingsplan
import PlanLog
import Testing

@Suite("A glance at an act's events")
struct ActGlanceTests {
    @Test("It finds each event, and for those about one action alone, which one")
    func events() throws {
        var seen: [Event] = []
        for event in Event.examples {
            let content = try #require(
                Act(effective: day("2014-05-20"), events: [event, event])
                    .parts(contentByteLimit: 65_000).first
            ).content
            try forEachEvent(glancingAt: content.span.bytes) { effective, glanced in
                #expect(effective == day("2014-05-20"))
                let (decoded, action) = (try Event(decoding: glanced.bytes), glanced.action)
                seen.append(decoded)
                if let action {
                    #expect(decoded.facts.about == [.action(action)])
                    #expect(decoded.facts.lists == [])
                }
            }
        }
        #expect(seen == Event.examples.flatMap { [$0, $0] })
    }

    @Test("What is no act, or an event of a newer program, is refused")
    func refused() throws {
        let act = Act(
            effective: day("2014-05-20"), events: [.actionClosed(ActionNumber(1))])
        let content = try #require(act.parts(contentByteLimit: 1000).first).content
        for length in content.indices {
            #expect(throws: ActError.self) {
                try glance(Array(content[..<length]))
            }
        }
        // The kind stands after the head of the event's array: 22, closed; 9 is no kind.
        let kind = try #require(content.firstIndex(of: 22))
        var unknown = content
        unknown[kind] = 9
        #expect(throws: ActError.unknownEvent(UnknownEvent(kind: 9, version: 1))) {
            try glance(unknown)
        }
    }

    private func glance(_ content: [UInt8]) throws {
        try forEachEvent(glancingAt: content.span.bytes) { _, _ in }
    }
}
