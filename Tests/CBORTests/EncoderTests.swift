import CBOR
import TestSupport
import Testing

@Suite struct EncoderTests {
    @Test("The example in the encoder's documentation holds")
    func documentedExample() {
        var encoder = Encoder()
        encoder.map { map in
            map.field(1) { $0.text("hi") }
            map.field(5) {
                $0.array(2) {
                    $0.unsigned(1)
                    $0.unsigned(2)
                }
            }
        }
        #expect(encoder.bytes == [UInt8](hex: "a2 01 62 6869 05 82 01 02"))
    }

    @Test("A map's head fits its number of fields", arguments: [0, 1, 23, 24, 255, 256, 70_000])
    func mapSizes(_ count: Int) throws {
        var encoder = Encoder()
        encoder.array(2) { encoder in
            encoder.map { map in
                for key in 0..<UInt64(count) { map.field(key) { $0.unsigned(key) } }
            }
            encoder.null()
        }
        try skipping(encoder.bytes)
        try reading(encoder.bytes) { reader throws(CBORError) in
            #expect(try reader.array() == 2)
            #expect(try reader.mapHeader() == count)
        }
    }

    static let doubles: [(value: Double, hex: String)] = [
        (0, "f90000"), (-0.0, "f98000"), (65504, "f97bff"), (65505, "fa477fe100"),
        (65536, "fa47800000"), (0x1p-24, "f90001"), (0x1p-25, "fa33000000"),
        (0x1p-149, "fa00000001"), (0x1p-150, "fb3690000000000000"),
        (0x1p128, "fb47f0000000000000"), (-.infinity, "f9fc00"), (.nan, "f97e00"),
        (-.nan, "f97e00"), (.signalingNaN, "f97e00"), (Double(nan: 1, signaling: false), "f97e00"),
    ]

    @Test("A double is written in the fewest bytes that keep it; NaN is one", arguments: doubles)
    func shortestDouble(value: Double, hex: String) {
        var encoder = Encoder()
        encoder.double(value)
        #expect(encoder.bytes.hex == hex)
    }

    @Test("A spliced item counts as one, from a span as from an array")
    func splice() throws {
        let item = [UInt8](hex: "820102")
        var encoder = Encoder()
        encoder.array(3) { encoder in
            encoder.item(encoded: unsafe item.span.bytes)
            encoder.bytes(unsafe item.span.bytes)
            encoder.bytes(item)
        }
        #expect(encoder.bytes.hex == "83" + "820102" + "43820102" + "43820102")
        try skipping(encoder.bytes)
    }

    struct Stop: Error {}

    @Test("An error in a closure passes through the containers around it")
    func throwingBody() {
        #expect(throws: Stop.self) {
            var encoder = Encoder()
            try encoder.map { map throws(Stop) in
                try map.field(1) { _ throws(Stop) in throw Stop() }
            }
        }
    }

    @Test("Keys out of order stop the program")
    func unsortedKeys() async {
        await #expect(processExitsWith: .failure) {
            var encoder = Encoder()
            encoder.map { map in
                map.field(2) { $0.null() }
                map.field(1) { $0.null() }
            }
        }
    }

    @Test("A repeated key stops the program")
    func duplicateKey() async {
        await #expect(processExitsWith: .failure) {
            var encoder = Encoder()
            encoder.map { map in
                map.field(1) { $0.null() }
                map.field(1) { $0.null() }
            }
        }
    }

    @Test("An array with another count than promised stops the program")
    func wrongCount() async {
        await #expect(processExitsWith: .failure) {
            var encoder = Encoder()
            encoder.array(2) { $0.null() }
        }
    }

    @Test("An array may be written by its head and its items, and counts as one")
    func arrayByItsHead() async {
        var encoder = Encoder()
        encoder.array(2) { encoder in
            encoder.array(2)
            encoder.unsigned(1)
            encoder.unsigned(2)
            encoder.null()
        }
        #expect(encoder.bytes == [UInt8](hex: "82 820102 f6"))
        await #expect(processExitsWith: .failure) {
            var encoder = Encoder()
            encoder.array(1) { encoder in
                encoder.array(2)
                encoder.unsigned(1)
            }
        }
    }

    @Test("A field without a value stops the program")
    func emptyField() async {
        await #expect(processExitsWith: .failure) {
            var encoder = Encoder()
            encoder.map { map in map.field(1) { _ in } }
        }
    }

    @Test("A tag without an item stops the program")
    func looseTag() async {
        await #expect(processExitsWith: .failure) {
            var encoder = Encoder()
            encoder.array(0) { $0.tag(1) }
        }
    }
}
