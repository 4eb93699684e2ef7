/// Reads CBOR in its core deterministic encoding, RFC 8949 section 4.2.1, and refuses all else.
///
/// A value has one encoding: heads and floats in their shortest form, definite lengths, map keys
/// ascending by the bytes of their encodings, none twice. So whatever the reader accepts, the
/// ``Encoder`` would have written, byte for byte. One example holds most of it:
///
///     a2              map of 2
///       01            key 1
///       83 01 02 03   [1, 2, 3]
///       05            key 5
///       62 6869       "hi"
///
/// The reader borrows its span and copies nothing but text; the spans it hands out live as long as
/// the one it was given. It never traps and never allocates for a count it has been told: no input
/// does more than throw a ``CBORError``. A reader that has thrown is spent; a copy taken before is
/// not, which is how to look ahead.
///
/// Several items one after another, a CBOR sequence (RFC 8742), can be read one by one.
public struct Reader: ~Escapable {
    let input: RawSpan

    /// Where the next item begins.
    public internal(set) var offset = 0

    /// How many arrays, maps and tags may surround an item.
    let maximumDepth: Int

    /// Arrays and maps whose closures are running, and the tags on them.
    var level = 0

    /// Tags read just before this point, with their item still to come.
    private var tags = 0

    /// Items that may be taken here: one in a closure. Outside, a sequence has no limit but this,
    /// which leaves room for the counts that headers add.
    var owed = Int.max / 2

    /// A reader at the first byte of `bytes`. `maximumDepth` is 0 to 256, since the reader recurses.
    @_lifetime(copy bytes)
    public init(_ bytes: RawSpan, maximumDepth: Int = 16) {
        precondition((0...256).contains(maximumDepth), "maximum depth is 0 to 256")
        input = bytes
        self.maximumDepth = maximumDepth
    }

    /// Throws `.trailingBytes` if anything is left.
    public func end() throws(CBORError) {
        guard offset == input.byteCount else { throw error(.trailingBytes) }
    }

    /// The type of the next item, which stays to be read.
    public func peekType() throws(CBORError) -> MajorType {
        try Head(in: input, at: offset).type
    }

    /// An error at the next item, for a decoder that refuses what it finds there.
    public func error(_ reason: CBORError.Reason) -> CBORError {
        CBORError(reason, at: offset)
    }
}

extension Reader {
    var remaining: Int { input.byteCount - offset }

    /// The depth of an item that would begin here.
    var depth: Int { level + tags }

    /// Takes the head of an item of this type, and returns its argument.
    @inline(__always)
    mutating func take(_ expected: MajorType) throws(CBORError) -> UInt64 {
        let head = try Head(in: input, at: offset)
        guard head.type == expected else {
            throw error(.unexpectedType(expected: expected, found: head.type))
        }
        try spend(head.length)
        return head.argument
    }

    /// Counts one item as taken and moves past `length` bytes of it, which must be there.
    @inline(__always)
    mutating func spend(_ length: Int) throws(CBORError) {
        guard owed > 0 else { throw error(.notOneItem) }
        owed -= 1
        tags = 0
        offset += length
    }

    /// Moves past the content of a string, and returns where it lies; `start` is its head.
    @inline(__always)
    mutating func takeContent(_ length: UInt64, of start: Int) throws(CBORError) -> Range<Int> {
        guard length <= UInt64(remaining) else { throw CBORError(.truncated, at: start) }
        let content = offset..<offset + Int(length)
        offset = content.upperBound
        return content
    }

    /// Takes a tag's number. The tag and what it tags are one item, so one is still owed.
    mutating func takeTag() throws(CBORError) -> UInt64 {
        let start = offset
        let stacked = tags + 1
        let number = try take(.tag)
        try checkDepth(level + stacked, of: start)
        tags = stacked
        owed += 1
        return number
    }
}
