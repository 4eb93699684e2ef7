import Handlingsplan
import PlanLog
import TestSupport
import Testing

/// Acts of 2014-05-20 that this version would not have written.
@Suite struct RefusedActTests {
    static let day = "01 d864193f52"
    static let closed = "83 16 01 a1 01 01"

    @Test(
        "An act that is not of its form is refused",
        arguments: [
            ("no act", ""),
            ("no map", "80"),
            ("no events", "a2 \(day) 05 80"),
            ("the events are missing", "a1 \(day)"),
            ("the day is missing", "a1 05 81 \(closed)"),
            ("the day is no date", "a2 01 193f52 05 81 \(closed)"),
            ("the day is outside the calendar", "a2 01 d8641a7fffffff 05 81 \(closed)"),
            ("an unknown field", "a3 \(day) 05 81 \(closed) 06 00"),
            ("an unknown field before the events", "a3 00 00 \(day) 05 81 \(closed)"),
            ("fields out of order", "a2 05 81 \(closed) \(day)"),
            ("a field twice", "a3 \(day) \(day) 05 81 \(closed)"),
            ("bytes after it", "a2 \(day) 05 81 \(closed) 00"),
            ("a note that is no text", "a3 \(day) 04 41 61 05 81 \(closed)"),
            ("a note that is null", "a3 \(day) 04 f6 05 81 \(closed)"),
        ])
    func act(claim: String, hex: String) { expectMalformed([UInt8](hex: hex)) }

    @Test(
        "An event of an unknown kind or version is an error of its own, never skipped",
        arguments: [
            (0, 1, "00 01"), (6, 1, "06 01"), (65, 1, "1841 01"), (22, 0, "16 00"),
            (22, 2, "16 02"), (.max, 1, "1bffffffffffffffff 01"),
        ] as [(UInt64, UInt64, String)],
        ["a1 01 01", "a0", "f6", "82 01 02"])
    func unknown(event: (kind: UInt64, version: UInt64, hex: String), fields: String) {
        let item = "83 \(event.hex) \(fields)"
        for events in ["81 \(item)", "82 \(Self.closed) \(item)", "82 \(item) \(Self.closed)"] {
            let bytes = [UInt8](hex: "a2 \(Self.day) 05 \(events)")
            let error = #expect(throws: ActError.self) { try decode(bytes) }
            guard case .unknownEvent(let unknown) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(unknown.kind == event.kind)
            #expect(unknown.version == event.version)
        }
    }

    @Test("The act that the refused ones were made from is accepted")
    func accepted() throws {
        try decode([UInt8](hex: "a2 \(Self.day) 05 81 \(Self.closed)"))
    }

    @Test("An act cut short is refused")
    func cutShort() {
        let golden = Act.everyEvent.encoded
        for length in golden.indices { expectMalformed(Array(golden[..<length])) }
    }

    @Test("An act with one byte changed is refused, or encodes to itself")
    func hostile() throws {
        let acts = Event.examples.map {
            Act(effective: PlanLogTests.day("2014-05-20"), events: [$0]).encoded
        }
        var generator = SeededGenerator(announcing: "hostile acts")
        for round in 0..<50_000 {
            var changed = acts[Int.random(in: acts.indices, using: &generator)]
            let index = Int.random(in: changed.indices, using: &generator)
            changed[index] = UInt8.random(in: 0...255, using: &generator)
            if let act = try? Act(decoding: changed.span.bytes), act.encoded != changed {
                Issue.record("seed \(generator.seed), round \(round): \(changed.hex)")
            }
        }
    }

    private func expectMalformed(_ bytes: [UInt8]) {
        let error = #expect(throws: ActError.self) { try decode(bytes) }
        guard case .malformed = error else {
            Issue.record("\(String(describing: error)) for \(bytes.hex)")
            return
        }
    }
}

private func decode(_ bytes: [UInt8]) throws(ActError) {
    _ = try Act(decoding: bytes.span.bytes)
}
