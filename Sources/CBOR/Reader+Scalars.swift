/// One item each: on success the reader stands at the next item. All throw `.truncated`, the
/// refusals of a head that is not canonical, and `.unexpectedType`.
extension Reader {
    public mutating func unsigned() throws(CBORError) -> UInt64 {
        try take(.unsigned)
    }

    /// An integer of either sign; `.outOfRange` beyond 64 bits with sign.
    public mutating func integer() throws(CBORError) -> Int64 {
        let start = offset
        let isNegative = try peekType() == .negative
        let argument = try take(isNegative ? .negative : .unsigned)
        guard let value = Int64(exactly: argument) else {
            throw CBORError(.outOfRange, at: start)
        }
        return isNegative ? ~value : value
    }

    /// The `n` of a negative integer, which is -1 - n. Reaches to -2^64, as ``integer()`` does not.
    public mutating func negative() throws(CBORError) -> UInt64 {
        try take(.negative)
    }

    /// Throws `.unexpectedSimple` for a simple value that is neither true nor false.
    public mutating func bool() throws(CBORError) -> Bool {
        let start = offset
        switch try take(.simple) {
        case Simple.false: return false
        case Simple.true: return true
        case let other: throw Simple.unexpected(other, at: start)
        }
    }

    /// Throws `.unexpectedSimple` for a simple value other than null.
    public mutating func null() throws(CBORError) {
        let start = offset
        let value = try take(.simple)
        guard value == Simple.null else { throw Simple.unexpected(value, at: start) }
    }

    /// Any simple value by its number: 0 to 23 and 32 to 255.
    public mutating func simple() throws(CBORError) -> UInt8 {
        UInt8(truncatingIfNeeded: try take(.simple))
    }

    /// A float of any width; `.unusualNaN` for a NaN other than `f97e00`.
    public mutating func double() throws(CBORError) -> Double {
        let start = offset
        let bits = try take(.float)
        return ShortestFloat.value(bits: bits, width: offset - start - 1)
    }

    /// A tag's number; the tagged item follows, and the two are one item.
    public mutating func tag() throws(CBORError) -> UInt64 {
        try takeTag()
    }

    /// Throws `.unexpectedTag` for another number.
    public mutating func expectTag(_ expected: UInt64) throws(CBORError) {
        let start = offset
        let found = try takeTag()
        guard found == expected else {
            throw CBORError(.unexpectedTag(expected: expected, found: found), at: start)
        }
    }

    /// A byte string, in place.
    @_lifetime(copy self)
    public mutating func bytes() throws(CBORError) -> RawSpan {
        let start = offset
        let length = try take(.bytes)
        return input.extracting(try takeContent(length, of: start))
    }

    /// A byte string, copied.
    public mutating func byteArray() throws(CBORError) -> [UInt8] {
        let span = try bytes()
        return (0..<span.byteCount).map { span.byte(at: $0) }
    }

    /// A text string, copied; `.invalidUTF8` at the string's head.
    public mutating func text() throws(CBORError) -> String {
        let start = offset
        let length = try take(.text)
        let content = try takeContent(length, of: start)
        return String(copying: try utf8(content, of: start))
    }

    /// The content of a text string, in place; `start` is its head.
    @_lifetime(copy self)
    func utf8(_ content: Range<Int>, of start: Int) throws(CBORError) -> UTF8Span {
        do {
            return try UTF8Span(validating: Span(_bytes: input.extracting(content)))
        } catch {
            throw CBORError(.invalidUTF8, at: start)
        }
    }
}

/// The simple values of RFC 8949 section 3.3 that have a name here.
enum Simple {
    static let `false`: UInt64 = 20
    static let `true`: UInt64 = 21
    static let null: UInt64 = 22

    static func unexpected(_ value: UInt64, at offset: Int) -> CBORError {
        CBORError(.unexpectedSimple(found: UInt8(truncatingIfNeeded: value)), at: offset)
    }
}
