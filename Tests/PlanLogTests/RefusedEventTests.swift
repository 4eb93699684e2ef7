import CBOR
import Coordinates
import Handlingsplan
import PlanLog
import TestSupport
import Testing

/// A form of an event in which one place, `_`, is left open: what it takes there, and what, though
/// only that differs, it does not. Bytes are in hexadecimal, texts in quotes.
struct Form: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let event: String
    let accepts: [String]
    let refuses: [String]

    init(_ description: String, _ event: String, accepts: [String], refuses: [String]) {
        testDescription = description
        self.event = event
        self.accepts = accepts
        self.refuses = refuses
    }

    /// An act with the event as its only one.
    func act(with place: String) -> [UInt8] {
        "a2 01 d864193f52 05 81 \(event)".replacing("_", with: place).split(separator: " ")
            .flatMap { item in
                item.hasPrefix("'")
                    ? String(item.dropFirst().dropLast()).encoded : [UInt8](hex: String(item))
            }
    }
}

@Suite struct RefusedEventTests {
    @Test("An event is refused for one wrong item", arguments: Form.all)
    func oneItem(form: Form) throws {
        for place in form.accepts {
            let bytes = form.act(with: place)
            #expect(try Act(decoding: bytes.span.bytes).encoded == bytes, "\(place)")
        }
        for place in form.refuses {
            let error = #expect(throws: ActError.self, "\(place)") {
                try Act(decoding: form.act(with: place).span.bytes)
            }
            guard case .malformed = error else {
                Issue.record("\(String(describing: error)) for \(place)")
                continue
            }
        }
    }
}

extension Form {
    static let all = events + names + ofLog + lists + times + figures + bearers + settings + rights

    private static let events = [
        Form("an event", "_", accepts: ["83 16 01 a1 01 01"], refuses: ["82 16 a1 01 01", "f6"]),
        Form(
            "its fields", "83 16 01 _", accepts: ["a1 01 01"],
            refuses: ["a0", "81 01", "a2 01 01 02 00", "a1 02 01"]),
        Form(
            "a number", "83 16 01 a1 01 _", accepts: ["01", "1affffffff"],
            refuses: ["00", "1b0000000100000000", "20", "1801", "'1'"]),
        Form(
            "an amendment", "83 15 01 a2 01 01 02 _",
            accepts: ["a1 01 60", "a1 03 01", "a1 06 60"],
            refuses: ["a0", "a2 01 60 02 60", "a1 07 60", "a1 03 60"]),
        Form(
            "who answers", "83 181e 01 a2 01 01 02 _",
            accepts: ["a1 01 80", "a1 02 f5", "a1 03 d86400", "a2 02 f5 04 01"],
            refuses: ["a0", "a1 02 f4", "a1 04 01", "a2 01 81 01 02 f5", "a2 02 f5 03 d86400"]),
        Form(
            "a scope", "83 1834 01 a2 01 01 02 _",
            accepts: ["a1 01 01", "a2 01 01 02 01", "a2 01 01 03 81 01"],
            refuses: ["a0", "a2 01 01 03 80", "a3 01 01 02 01 03 81 01"]),
        Form(
            "a status", "83 1832 01 a3 01 01 02 01 03 a1 01 _", accepts: ["00", "04"],
            refuses: ["05", "20", "'ongoing'"]),
        Form(
            "an expectation", "83 1833 01 a3 01 01 02 01 03 a2 01 _ 02 '2014'",
            accepts: ["00", "02"], refuses: ["03"]),
    ]

    private static let names = [
        Form(
            "a naming", "83 02 01 a2 01 01 02 _", accepts: ["82 'KS' 60", "82 'B&U-1' 60"],
            refuses: [
                "82 'ks' 60", "82 60 60", "82 'ABCDEFGHIJKLM' 60", "83 'KS' 60 60", "81 'KS'",
            ]),
        Form(
            "a slug", "83 0b 01 a2 01 01 02 a2 01 _ 02 60", accepts: ["'a-1'"],
            refuses: ["'A'", "'-a'", "'a_b'", "60", "41 61"]),
    ]

    private static let ofLog = [
        Form(
            "a committee's kind", "83 01 01 a3 01 01 02 82 'KS' 60 03 _", accepts: ["00", "04"],
            refuses: ["05", "20", "'council'"]),
        Form(
            "a run", "83 183e 01 a4 01 _ 03 582000\(zeros) 04 60",
            accepts: ["01 02 01", "02 02 01"],
            refuses: ["00 02 01", "01 02 00", "01 02 20"]),
        Form(
            "a wrong clock's first entry", "83 183f 01 a2 01 _ 02 60", accepts: ["01"],
            refuses: ["00", "20", "'1'"]),
        Form(
            "a format", "83 1840 01 a1 01 _", accepts: ["02", "1affffffff"],
            refuses: ["00", "01", "1b0000000100000000"]),
        Form(
            "a remark", "83 _", accepts: ["1903e8 00 a0", "1907cf 1affffffff a1 1903e8 80"],
            refuses: ["1903e8 20 a0", "1903e8 00 80", "1903e8 00 a1 20 00"]),
    ]

    private static let lists =
        ascending("merged committees", "83 04 01 a2 01 _ 02 02")
        + ascending("a split's parts", "83 05 01 a2 01 01 02 _")
        + ascending("a new action's areas", "83 14 01 a2 01 01 02 a3 01 01 02 60 04 _")
        + ascending("a new action's goals", "83 14 01 a2 01 01 02 a3 01 01 02 60 05 _")
        + ascending("reported actions", "83 1834 01 a2 01 01 02 a2 01 01 03 _")
        + ascending("addressees", "83 1848 01 a2 01 01 02 a4 01 01 02 01 03 _ 04 60")
        + ascending("an action's areas", "83 15 01 a2 01 01 02 a1 04 _", orNone: true)
        + ascending("an action's goals", "83 15 01 a2 01 01 02 a1 05 _", orNone: true)
        + ascending("who answers", "83 181e 01 a2 01 01 02 a1 01 _", orNone: true)

    private static func ascending(
        _ description: String, _ event: String, orNone: Bool = false
    ) -> [Form] {
        [
            Form(
                description, event, accepts: ["81 01", "82 01 03"] + (orNone ? ["80"] : []),
                refuses: ["82 03 01", "82 01 01", "81 00", "01"] + (orNone ? [] : ["80"]))
        ]
    }

    private static let times = [
        Form(
            "a date", "83 0d 01 a2 01 01 02 _", accepts: ["d86400", "d86420"],
            refuses: ["00", "d86300", "d8641a7fffffff", "d86460", "d864f6", "'1970-01-01'"]),
        Form(
            "a period", "83 1847 01 a2 01 01 02 a2 01 01 02 _",
            accepts: ["'2014'", "'2014-H1'", "'2014-02-28'", "'2013/2014'"],
            refuses: [
                "'2014-h1'", "'2014-H3'", "'2014-02-30'", "'2014/2013'", "'2014/2014'", "'14'",
                "60", "00",
            ]),
        Form(
            "a deadline", "83 1828 01 a2 01 01 02 _",
            accepts: ["a1 01 60", "a2 01 60 02 a1 01 05"],
            refuses: ["a0", "a2 01 60 02 a1 01 06", "a2 01 60 02 a0", "a2 01 60 02 f6"]),
        Form(
            "assumptions", "83 1828 01 a2 01 01 02 a2 01 60 02 a2 01 00 08 _",
            accepts: ["81 0d", "82 00 01"], refuses: ["80", "82 01 00", "82 00 00", "81 0e"]),
        Form(
            "a recurrence", "83 1828 01 a2 01 01 02 a2 01 60 02 a2 01 00 05 _",
            accepts: ["a2 01 04 02 1903e8", "a3 01 04 02 01 03 81 '02-28'"],
            refuses: [
                "a2 01 07 02 01", "a2 01 04 02 00", "a2 01 04 02 1903e9", "a3 01 04 02 01 03 80",
                "a3 01 04 02 01 03 81 '02-30'",
            ]),
    ]

    private static let figures = [
        Form(
            "a quantity", "83 1852 01 a2 01 01 02 a4 01 '2014' 02 _ 03 f4 04 60",
            accepts: ["c4 82 00 01", "c4 82 28 20", "c4 82 00 3b7fffffffffffffff"],
            refuses: [
                "01", "c5 82 00 01", "c4 82 01 01", "c4 82 29 01", "c4 81 00", "c4 83 00 01 01",
                "c4 82 00 1b8000000000000000", "fb3ff8000000000000",
            ]),
        Form(
            "whether it is approximate",
            "83 1852 01 a2 01 01 02 a4 01 '2014' 02 c4 82 00 01 03 _ 04 60",
            accepts: ["f4", "f5"], refuses: ["f6", "00"]),
        Form(
            "a bound", "83 1851 01 a2 01 01 02 a3 01 '2014' 02 _ 03 c4 82 00 01",
            accepts: ["00", "02"], refuses: ["03"]),
    ]

    private static let zeros = String(repeating: "00", count: 31)

    private static let bearers = [
        Form(
            "a bearer", "83 185b 01 a2 01 _ 02 60", accepts: ["a1 02 01", "a1 03 01"],
            refuses: ["a0", "a1 01 01", "a2 02 01 03 01", "a1 04 01", "01"]),
        Form(
            "an annex", "83 185c 01 a2 01 a1 01 01 02 a3 01 60 _",
            accepts: ["02 582000\(zeros) 03 1bffffffffffffffff"],
            refuses: [
                "02 581f\(zeros) 03 00", "02 58210000\(zeros) 03 00", "02 782000\(zeros) 03 00",
                "02 582000\(zeros) 03 20",
            ]),
    ]

    private static let settings = [
        Form(
            "a setting", "83 1864 01 a1 01 _", accepts: ["a1 01 'UTC'", "a1 04 00", "a1 04 01"],
            refuses: [
                "a0", "a1 01 60", "a1 01 'right/UTC'", "a1 01 'Factory'", "a1 04 02",
                "a2 01 60 04 00", "a1 05 00",
            ]),
        Form(
            "cut-offs", "83 1864 01 a1 01 a1 02 _",
            accepts: ["81 '04-30'", "82 '04-30' '08-31'"],
            refuses: [
                "80", "82 '08-31' '04-30'", "82 '04-30' '04-30'", "81 '04-31'", "81 '04/05'",
                "81 '04'", "81 '03-01/04-15'",
            ]),
        Form(
            "seasons", "83 1864 01 a1 01 a1 03 _", accepts: ["84 03 06 09 0c", "84 02 05 08 01"],
            refuses: [
                "84 06 03 09 0c", "84 03 06 09 0d", "84 00 06 09 0c", "83 03 06 09",
                "85 03 06 09 0c 0c",
            ]),
    ]

    private static let rights = [
        Form(
            "a right", "83 186e 01 a2 01 582001\(zeros) 02 _",
            accepts: [
                "a1 01 00", "a2 01 01 02 81 01", "a2 01 00 03 00", "a3 01 00 03 01 04 60",
            ],
            refuses: [
                "a0", "a1 01 01", "a1 01 02", "a2 01 01 02 80", "a2 01 01 02 82 02 01",
                "a2 01 00 02 81 01", "a2 01 00 03 20", "a2 01 00 05 00",
            ]),
        Form(
            "a writer", "83 186f 01 a1 01 _", accepts: ["582001\(zeros)"],
            refuses: ["581f\(zeros)", "00", "782001\(zeros)"]),
    ]
}
