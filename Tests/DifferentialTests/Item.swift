import CBOR

/// A key of a map, and what stands under it.
struct Field {
    var key: Item
    var value: Item

    init(_ key: Item, _ value: Item) {
        self.key = key
        self.value = value
    }
}

/// One CBOR item, whose parts can be changed, and which is encoded as it then is, whether anything
/// would read it or not.
enum Item {
    case unsigned(UInt64)
    /// -1 less the number.
    case negative(UInt64)
    case bytes([UInt8])
    case text([UInt8])
    case array([Item])
    case map([Field])
    indirect case tag(UInt64, Item)
    /// Head and all.
    case other([UInt8])

    init(_ bytes: [UInt8]) throws {
        var reader = Reader(bytes.span.bytes)
        self = try Self.read(from: &reader)
    }

    private static func read(from reader: inout Reader) throws -> Item {
        switch try reader.peekType() {
        case .unsigned: return .unsigned(try reader.unsigned())
        case .negative: return .negative(try reader.negative())
        case .bytes: return .bytes(try reader.byteArray())
        case .text: return .text(Array(try reader.text().utf8))
        case .array:
            var items: [Item] = []
            for _ in 0..<(try reader.array()) { items.append(try read(from: &reader)) }
            return .array(items)
        case .map:
            var pairs: [Field] = []
            for _ in 0..<(try reader.mapHeader()) {
                pairs.append(Field(try read(from: &reader), try read(from: &reader)))
            }
            return .map(pairs)
        case .tag: return .tag(try reader.tag(), try read(from: &reader))
        default: return .other(try reader.skip().withUnsafeBytes { Array($0) })
        }
    }

    var encoded: [UInt8] {
        switch self {
        case .unsigned(let number): Self.head(0, number)
        case .negative(let number): Self.head(1, number)
        case .bytes(let bytes): Self.head(2, UInt64(bytes.count)) + bytes
        case .text(let bytes): Self.head(3, UInt64(bytes.count)) + bytes
        case .array(let items): Self.head(4, UInt64(items.count)) + items.flatMap(\.encoded)
        case .map(let pairs):
            Self.head(5, UInt64(pairs.count)) + pairs.flatMap { $0.key.encoded + $0.value.encoded }
        case .tag(let number, let item): Self.head(6, number) + item.encoded
        case .other(let bytes): bytes
        }
    }

    private static func head(_ major: UInt8, _ argument: UInt64) -> [UInt8] {
        func bytes(_ info: UInt8, _ count: Int) -> [UInt8] {
            [major << 5 | info]
                + (0..<count).reversed().map { UInt8(truncatingIfNeeded: argument >> (8 * $0)) }
        }
        return switch argument {
        case 0..<24: [major << 5 | UInt8(argument)]
        case ..<0x100: bytes(24, 1)
        case ..<0x1_0000: bytes(25, 2)
        case ..<0x1_0000_0000: bytes(26, 4)
        default: bytes(27, 8)
        }
    }

    /// How many items it has, itself among them.
    var count: Int {
        switch self {
        case .array(let items): 1 + items.reduce(0) { $0 + $1.count }
        case .map(let pairs): 1 + pairs.reduce(0) { $0 + $1.key.count + $1.value.count }
        case .tag(_, let item): 1 + item.count
        default: 1
        }
    }

    /// Changes one of its items, counted from itself in the order of their bytes.
    mutating func change(_ index: Int, _ body: (inout Item) -> Void) {
        if index == 0 { return body(&self) }
        var left = index - 1
        switch self {
        case .array(var items):
            for place in items.indices {
                if left < items[place].count {
                    items[place].change(left, body)
                    break
                }
                left -= items[place].count
            }
            self = .array(items)
        case .map(var pairs):
            for place in pairs.indices {
                if left < pairs[place].key.count {
                    pairs[place].key.change(left, body)
                    break
                }
                left -= pairs[place].key.count
                if left < pairs[place].value.count {
                    pairs[place].value.change(left, body)
                    break
                }
                left -= pairs[place].value.count
            }
            self = .map(pairs)
        case .tag(let number, var item):
            item.change(left, body)
            self = .tag(number, item)
        default: break
        }
    }

    /// One of its items, counted likewise.
    subscript(index: Int) -> Item {
        var found = self
        var copy = self
        copy.change(index) { found = $0 }
        return found
    }
}
