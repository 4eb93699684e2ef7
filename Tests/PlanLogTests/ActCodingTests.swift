import CBOR
import Coordinates
import Handlingsplan
import PlanLog
import TestSupport
import Testing

@Suite struct ActCodingTests {
    @Test("Every event comes back as it was recorded", arguments: Event.examples)
    func event(_ event: Event) throws {
        let act = Act(effective: day("2014-05-20"), events: [event])
        #expect(try Act(decoding: act.encoded.span.bytes) == act)
    }

    @Test(
        "A reference comes back with the parts that it had",
        arguments: [nil, "", "KS § 45"], [nil, "12/123 130"])
    func reference(decision: String?, dnr: String?) throws {
        for note in [nil, "Ärendet bordlades"] {
            let act = Act(
                effective: day("2014-05-20"),
                reference: Reference(decision: decision, dnr: dnr, note: note),
                events: [.actionClosed(ActionNumber(1))])
            #expect(try Act(decoding: act.encoded.span.bytes) == act)
        }
    }

    @Test(
        "Every day of the calendar can be recorded",
        arguments: ["0001-01-01", "1969-12-31", "1970-01-01", "2014-05-20", "9999-12-31"])
    func days(text: String) throws {
        let act = Act(effective: day(text), events: [.actionClosed(ActionNumber(1))])
        #expect(try Act(decoding: act.encoded.span.bytes) == act)
    }
}

/// `Fixtures/acts` says how these bytes read.
@Suite struct GoldenActTests {
    @Test("An act with every event has the bytes that were released")
    func written() throws {
        let bytes = Act.everyEvent.encoded
        #expect(try bytes == goldenBytes("acts/every-event"), "\(bytes.hex)")
    }

    @Test("The act that was released reads as it did")
    func decoded() throws {
        let bytes = try goldenBytes("acts/every-event")
        #expect(try Act(decoding: bytes.span.bytes) == .everyEvent)
    }

    @Test("The act that was released holds every kind of event, in its first version")
    func everyKind() throws {
        let bytes = try goldenBytes("acts/every-event")
        var kinds: [UInt64] = []
        var reader = Reader(bytes.span.bytes)
        try reader.map { key, reader throws(CBORError) in
            guard key == 5 else {
                _ = try reader.skip()
                return
            }
            try reader.array { reader throws(CBORError) in
                #expect(try reader.array() == 3)
                kinds.append(try reader.unsigned())
                #expect(try reader.unsigned() == 1)
                _ = try reader.skip()
            }
        }
        #expect(kinds == kinds.sorted())
        let known =
            [
                1...5, 10...16, 20...25, 30...31, 40...40, 50...52, 60...64, 70...73, 80...82,
                90...92,
                100...100, 110...111, 1000...1000, 1999...1999,
            ] as [ClosedRange<UInt64>]
        #expect(Set(kinds) == Set(known.joined()))
    }
}
