import CBOR
import TestSupport
import Testing

@Suite struct ReaderTests {
    @Test("The example in the reader's documentation holds")
    func documentedExample() throws {
        let tree = try Tree(decoding: [UInt8](hex: "a2 01 83 01 02 03 05 62 6869"))
        let numbers = Tree.array([.unsigned(1), .unsigned(2), .unsigned(3)])
        let hi = Tree.Entry(key: .unsigned(5), value: .text("hi"))
        #expect(tree == .map([.init(key: .unsigned(1), value: numbers), hi]))
    }

    @Test("A map's fields come in order, each with its value")
    func map() throws {
        let bytes = [UInt8](hex: "a3 01 626869 05 820708 1818 f5")
        try reading(bytes) { reader throws(CBORError) in
            var seen: [UInt64] = []
            try reader.map { key, value throws(CBORError) in
                seen.append(key)
                switch key {
                case 1: #expect(try value.text() == "hi")
                case 5:
                    var items: [UInt64] = []
                    try value.array { item throws(CBORError) in items.append(try item.unsigned()) }
                    #expect(items == [7, 8])
                case 24: #expect(try value.bool())
                default: throw value.error(.unexpectedKey(key))
                }
            }
            #expect(seen == [1, 5, 24])
            try reader.end()
        }
    }

    static let misordered: [(hex: String, error: CBORError)] = [
        ("a2 02 00 01 00", CBORError(.unsortedKeys, at: 3)),
        ("a2 01 00 01 00", CBORError(.duplicateKey, at: 3)),
        ("a2 1818 00 17 00", CBORError(.unsortedKeys, at: 4)),
        ("a1 6161 00", CBORError(.unexpectedType(expected: .unsigned, found: .text), at: 1)),
    ]

    @Test("An integer-keyed map's keys are unsigned and ascend", arguments: misordered)
    func keys(hex: String, error: CBORError) {
        #expect(throws: error) {
            try reading([UInt8](hex: hex)) { reader throws(CBORError) in
                try reader.map { _, value throws(CBORError) in _ = try value.skip() }
            }
        }
    }

    /// What a decoder might do wrong with the item it is handed.
    static let misreadings: [(name: String, read: @Sendable (inout Reader) throws -> Void)] = [
        ("takes nothing", { _ in }),
        ("takes two", { _ = (try $0.skip(), try $0.skip()) }),
        ("takes an array's head", { _ = try $0.array() as Int }),
        (
            "takes an array and more",
            { reader in
                try reader.array { item throws(CBORError) in _ = try item.unsigned() }
                _ = try reader.unsigned()
            }
        ),
    ]

    @Test(
        "A field's decoder that does not take exactly one item is refused",
        arguments: misreadings.indices)
    func oneItem(_ index: Int) {
        let bytes = [UInt8](hex: "a2 01 8102 03 8104")
        let error = refusal {
            try reading(bytes) { reader throws(CBORError) in
                try reader.map { _, value throws(CBORError) in
                    do {
                        try Self.misreadings[index].read(&value)
                    } catch let error as CBORError {
                        throw error
                    } catch {
                        Issue.record(error)
                    }
                }
            }
        }
        #expect(error?.reason == .notOneItem, "\(Self.misreadings[index].name)")
    }

    @Test("A tag without its item is not one item")
    func looseTag() {
        let bytes = [UInt8](hex: "81 c1 00")
        #expect(throws: CBORError(.notOneItem, at: 1)) {
            try reading(bytes) { reader throws(CBORError) in
                try reader.array { item throws(CBORError) in _ = try item.tag() }
            }
        }
    }

    @Test("An item too many is refused when it is begun, though its header would make up for it")
    func oneTooMany() {
        let bytes = [UInt8](hex: "82 00 81 01")
        #expect(throws: CBORError(.notOneItem, at: 2)) {
            try reading(bytes) { reader throws(CBORError) in
                try reader.array { item throws(CBORError) in
                    _ = try item.unsigned()
                    _ = try item.array() as Int
                }
            }
        }
    }

    @Test("Headers alone leave the items to the caller")
    func headers() throws {
        try reading([UInt8](hex: "82 01 a1 6161 20")) { reader throws(CBORError) in
            #expect(try reader.array() == 2)
            #expect(try reader.unsigned() == 1)
            #expect(try reader.mapHeader() == 1)
            #expect(try reader.text() == "a")
            #expect(try reader.integer() == -1)
            try reader.end()
        }
    }

    static let integers: [(hex: String, value: Int64?)] = [
        ("00", 0), ("20", -1), ("1b7fffffffffffffff", .max), ("3b7fffffffffffffff", .min),
        ("1b8000000000000000", nil), ("3b8000000000000000", nil), ("3bffffffffffffffff", nil),
    ]

    @Test(
        "A signed integer reaches from Int64.min to Int64.max and no further",
        arguments: integers)
    func integer(hex: String, value: Int64?) throws {
        let bytes = [UInt8](hex: hex)
        guard let value else {
            #expect(throws: CBORError(.outOfRange, at: 0)) {
                try reading(bytes) { reader throws(CBORError) in try reader.integer() }
            }
            return
        }
        let read = try reading(bytes) { reader throws(CBORError) in try reader.integer() }
        #expect(read == value)
        var encoder = Encoder()
        encoder.integer(value)
        #expect(encoder.bytes == bytes)
    }

    @Test("Asking for another type tells both; a copy of the reader looks ahead")
    func unexpectedType() throws {
        try reading([UInt8](hex: "f6")) { reader throws(CBORError) in
            var text = reader
            #expect(
                refusal { _ = try text.text() }
                    == CBORError(.unexpectedType(expected: .text, found: .simple), at: 0))
            var bool = reader
            #expect(
                refusal { _ = try bool.bool() } == CBORError(.unexpectedSimple(found: 22), at: 0))
            try reader.null()
            try reader.end()
        }
    }

    @Test("Another tag than the expected is refused")
    func unexpectedTag() {
        #expect(throws: CBORError(.unexpectedTag(expected: 24, found: 1), at: 0)) {
            try reading([0xc1, 0x00]) { reader throws(CBORError) in try reader.expectTag(24) }
        }
    }

    @Test("A sequence is read item by item, and skipping returns each one's bytes")
    func sequence() throws {
        try reading([UInt8](hex: "01 820203 6161")) { reader throws(CBORError) in
            #expect([UInt8](copying: try reader.skip()) == [0x01])
            #expect([UInt8](copying: try reader.skip()) == [0x82, 0x02, 0x03])
            #expect(reader.offset == 4)
            let early = reader
            #expect(refusal { try early.end() } == CBORError(.trailingBytes, at: 4))
            _ = try reader.skip()
            try reader.end()
        }
    }

    @Test("A span read in an outer scope outlives the closure that reads on")
    func borrowedBytes() throws {
        let bytes = [UInt8](hex: "82 420102 00")
        var reader = Reader(unsafe bytes.span.bytes)
        #expect(try reader.array() == 2)
        let content = try reader.bytes()
        #expect(try reader.unsigned() == 0)
        try reader.end()
        #expect([UInt8](copying: content) == [1, 2])
    }

    @Test("An error reads as a sentence with its byte")
    func description() {
        #expect(
            "\(CBORError(.unexpectedType(expected: .map, found: .text), at: 17))"
                == "CBOR byte 17: expected map, found text")
    }
}
