/// Writes CBOR in its core deterministic encoding, RFC 8949 section 4.2.1: the one encoding that
/// the ``Reader`` accepts for a value. See there for an example.
///
///     var encoder = Encoder()
///     encoder.map { map in
///         map.field(1) { $0.text("hi") }
///         map.field(5) { $0.array(2) { $0.unsigned(1); $0.unsigned(2) } }
///     }
///     encoder.bytes  // a2 01 62 6869 05 82 01 02
///
/// Writing cannot fail. What would not be canonical, such as keys out of order or a count that does
/// not match, is a mistake in the program, and a precondition.
public struct Encoder: Sendable {
    /// All that is written. Whole items, unless a closure of this encoder is running or a tag
    /// waits for its item.
    public internal(set) var bytes: [UInt8] = []

    /// Whole items written in the array, key or value at hand.
    var items = 0

    /// A tag is written, and its item is not.
    var isTagOpen = false

    public init() {}
}

extension Encoder {
    public mutating func unsigned(_ value: UInt64) {
        append(Head(.unsigned, value))
    }

    public mutating func integer(_ value: Int64) {
        if value < 0 {
            negative(UInt64(~value))
        } else {
            unsigned(UInt64(value))
        }
    }

    /// The integer -1 - n. Reaches to -2^64, as ``integer(_:)`` does not.
    public mutating func negative(_ n: UInt64) {
        append(Head(.negative, n))
    }

    public mutating func bytes(_ value: RawSpan) {
        append(Head(.bytes, UInt64(value.byteCount)))
        append(value)
    }

    public mutating func bytes(_ value: [UInt8]) {
        append(Head(.bytes, UInt64(value.count)))
        bytes.append(contentsOf: value)
    }

    public mutating func text(_ value: String) {
        append(Head(.text, UInt64(value.utf8.count)))
        bytes.append(contentsOf: value.utf8)
    }

    public mutating func bool(_ value: Bool) {
        append(Head(.simple, value ? Simple.true : Simple.false))
    }

    public mutating func null() {
        append(Head(.simple, Simple.null))
    }

    /// A simple value by its number. 24 to 31 do not exist, and are a precondition.
    public mutating func simple(_ value: UInt8) {
        precondition(!(24..<32).contains(value), "simple value \(value) does not exist")
        append(Head(.simple, UInt64(value)))
    }

    /// The shortest of half, single and double that keeps the value; any NaN is `f97e00`.
    public mutating func double(_ value: Double) {
        append(Head(ShortestFloat(value)))
    }

    /// A tag. The next item written is the one it tags, and the two count as one.
    public mutating func tag(_ number: UInt64) {
        Head(.tag, number).append(to: &bytes)
        isTagOpen = true
    }

    /// An item that is already encoded. That it is exactly one, and canonical, is checked in debug
    /// builds only: it costs a pass over the item, and spliced items come from this encoder or
    /// through a reader.
    public mutating func item(encoded: RawSpan) {
        assert(Self.isOneItem(encoded), "not one canonical item")
        append(encoded)
        countItem()
    }

    private static func isOneItem(_ encoded: RawSpan) -> Bool {
        var reader = Reader(encoded, maximumDepth: 256)
        do {
            _ = try reader.skip()
            try reader.end()
            return true
        } catch {
            return false
        }
    }
}

extension Encoder {
    /// A head that begins an item and counts it.
    mutating func append(_ head: Head) {
        head.append(to: &bytes)
        countItem()
    }

    mutating func countItem() {
        items += 1
        isTagOpen = false
    }

    private mutating func append(_ content: RawSpan) {
        unsafe content.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
}
