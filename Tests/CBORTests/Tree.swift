import CBOR
import TestSupport

/// Any CBOR value: what the tests decode into, to see that encoding it gives the same bytes back.
indirect enum Tree: Equatable, Sendable {
    case unsigned(UInt64)
    /// The integer -1 - n.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([Tree])
    /// In the order of the encoding.
    case map([Entry])
    case tag(UInt64, Tree)
    case simple(UInt8)
    /// By its bits, so that NaN equals itself and the zeros differ.
    case double(bits: UInt64)

    struct Entry: Equatable, Sendable {
        let key: Tree
        let value: Tree
    }
}

extension Tree {
    static let `false` = Tree.simple(20)
    static let `true` = Tree.simple(21)
    static let null = Tree.simple(22)
    static let undefined = Tree.simple(23)

    static func double(_ value: Double) -> Tree { .double(bits: value.bitPattern) }
}

extension Tree {
    /// Reads all of `bytes` as one item.
    init(decoding bytes: [UInt8], maximumDepth: Int = 64) throws(CBORError) {
        self = try reading(bytes, maximumDepth: maximumDepth) { reader throws(CBORError) in
            let tree = try Tree(from: &reader)
            try reader.end()
            return tree
        }
    }

    init(from reader: inout Reader) throws(CBORError) {
        switch try reader.peekType() {
        case .unsigned: self = .unsigned(try reader.unsigned())
        case .negative: self = .negative(try reader.negative())
        case .bytes: self = .bytes(Array(copying: try reader.bytes()))
        case .text: self = .text(try reader.text())
        case .tag: self = .tag(try reader.tag(), try Tree(from: &reader))
        case .simple: self = .simple(try reader.simple())
        case .float: self = .double(try reader.double())
        case .array:
            var items: [Tree] = []
            try reader.array { element throws(CBORError) in
                items.append(try Tree(from: &element))
            }
            self = .array(items)
        case .map:
            var entries: [Entry] = []
            try reader.generalMap { key, value throws(CBORError) in
                var key = Reader(key, maximumDepth: 64)
                entries.append(Entry(key: try Tree(from: &key), value: try Tree(from: &value)))
            }
            self = .map(entries)
        }
    }

    var encoded: [UInt8] {
        var encoder = Encoder()
        encode(to: &encoder)
        return encoder.bytes
    }

    func encode(to encoder: inout Encoder) {
        switch self {
        case .unsigned(let value): encoder.unsigned(value)
        case .negative(let n): encoder.negative(n)
        case .bytes(let bytes): encoder.bytes(bytes)
        case .text(let text): encoder.text(text)
        case .simple(let value): encoder.simple(value)
        case .double(let bits): encoder.double(Double(bitPattern: bits))
        case .tag(let number, let tagged):
            encoder.tag(number)
            tagged.encode(to: &encoder)
        case .array(let items):
            encoder.array(items.count) { encoder in
                for item in items { item.encode(to: &encoder) }
            }
        case .map(let entries):
            encoder.map { map in
                for entry in entries {
                    map.field(key: entry.key.encode(to:), value: entry.value.encode(to:))
                }
            }
        }
    }
}
