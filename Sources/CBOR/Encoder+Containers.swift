extension Encoder {
    /// An array's head; that many items are to follow. What counts items around it counts one.
    public mutating func array(_ count: Int) {
        append(Head(.array, UInt64(count)))
        items -= count
    }

    /// An array of `count` items, all written by `body`: another number is a precondition.
    public mutating func array<E>(
        _ count: Int, _ body: (_ encoder: inout Encoder) throws(E) -> Void
    ) throws(E) {
        append(Head(.array, UInt64(count)))
        try scope(of: count, body)
    }

    /// A map of the fields that `body` writes, in ascending order of their keys.
    ///
    /// The count need not be known before. The head is written for an empty map and set right at
    /// the end: up to 23 fields that changes its one byte in place; beyond, it grows, and the
    /// fields are moved once to make room.
    public mutating func map<E>(
        _ body: (_ map: inout MapEncoder) throws(E) -> Void
    ) throws(E) {
        let start = bytes.count
        append(Head(.map, 0))
        var map = MapEncoder()
        // The map borrows the bytes by holding the encoder itself, so that nothing is copied.
        swap(&self, &map.encoder)
        defer { swap(&self, &map.encoder) }
        try body(&map)
        map.encoder.setCount(map.count, ofMapAt: start)
    }

    private mutating func setCount(_ count: Int, ofMapAt start: Int) {
        var head: [UInt8] = []
        Head(.map, UInt64(count)).append(to: &head)
        if head.count == 1 {
            bytes[start] = head[0]
        } else {
            bytes.replaceSubrange(start...start, with: head)
        }
    }

    /// Runs `body`, which must write exactly `count` whole items.
    mutating func scope<E>(
        of count: Int, _ body: (_ encoder: inout Encoder) throws(E) -> Void
    ) throws(E) {
        let outside = items
        items = 0
        try body(&self)
        precondition(items == count, "\(items) items written, \(count) expected")
        precondition(!isTagOpen, "a tag without an item")
        items = outside
    }
}

/// A map being written. Its keys ascend by the bytes of their encodings, so unsigned keys by value;
/// a key out of order or repeated is a precondition.
public struct MapEncoder {
    fileprivate(set) var encoder = Encoder()
    fileprivate(set) var count = 0
    private var previous: Range<Int>?

    fileprivate init() {}

    /// A field with an unsigned key; `value` writes exactly one item.
    public mutating func field<E>(
        _ key: UInt64, _ value: (_ encoder: inout Encoder) throws(E) -> Void
    ) throws(E) {
        let start = encoder.bytes.count
        Head(.unsigned, key).append(to: &encoder.bytes)
        try finishField(keyStart: start, value)
    }

    /// A field with a key of any type; `key` and `value` write exactly one item each.
    public mutating func field<E>(
        key: (_ encoder: inout Encoder) -> Void,
        value: (_ encoder: inout Encoder) throws(E) -> Void
    ) throws(E) {
        let start = encoder.bytes.count
        encoder.scope(of: 1, key)
        try finishField(keyStart: start, value)
    }

    private mutating func finishField<E>(
        keyStart: Int, _ value: (_ encoder: inout Encoder) throws(E) -> Void
    ) throws(E) {
        let key = keyStart..<encoder.bytes.count
        if let previous {
            let order = unsafe encoder.bytes.span.bytes.compare(previous, key)
            precondition(order == .ascending, "map keys must ascend")
        }
        previous = key
        count += 1
        try encoder.scope(of: 1, value)
    }
}
