import EntryLog
import Handlingsplan
import LogSupport
import PlanLog
import TestSupport
import Testing

@Suite struct LongActTests {
    private static let long = Act(
        effective: day("2014-05-20"), reference: Reference(note: "Budget"),
        events: (1...500).map {
            .actionAmended(
                ActionNumber($0), .title(String(repeating: "å", count: Int($0 * 7 % 100))))
        })

    @Test(
        "A long act becomes parts within the limit, which together hold its events in order",
        arguments: [300, 1000, 1023, 10_000, SealedBatch.contentByteLimit, .max])
    func parts(contentByteLimit: Int) throws {
        let parts = Self.long.parts(contentByteLimit: contentByteLimit)
        var events: [Event] = []
        for part in parts {
            #expect(part.content.count <= contentByteLimit)
            let act = try Act(decoding: part.content.span.bytes)
            #expect(act == part.act)
            #expect(act.effective == Self.long.effective)
            #expect(act.reference == Self.long.reference)
            events += act.events
        }
        #expect(events == Self.long.events)
    }

    @Test("An act that just fits is one part, and with one byte less it is two")
    func limit() {
        let byteCount = Self.long.encoded.count
        #expect(Self.long.parts(contentByteLimit: byteCount).count == 1)
        #expect(Self.long.parts(contentByteLimit: byteCount - 1).count == 2)
    }

    @Test("A long act is recorded as one command and replayed in order")
    func recorded() throws {
        try withLog { bench in
            let long = Act(
                effective: day("2014-05-20"),
                events: (1...200).map {
                    .actionAmended(ActionNumber($0), .title(String(repeating: "x", count: 1000)))
                })
            let parts = long.parts(contentByteLimit: SealedBatch.contentByteLimit)
            #expect(parts.count > 3)
            let receipt = try bench.append(parts.map(\.content))
            let replayed = try bench.replayed(receipt.positions)
            #expect(replayed.flatMap(\.act.events) == long.events)
        }
    }
}
