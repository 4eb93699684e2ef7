// A map with unsigned keys and known fields, such as a schema describes: written and read one field
// after the other, in ascending order of the keys.
//
// Reading fields can be inlined into other modules, which is why this module says public where
// the others say package: specialised for its types, an event is folded in four fifths of the time.

extension MapEncoder {
    public mutating func field(_ key: UInt64, _ value: some CBORCodable) {
        field(key) { value.encode(to: &$0) }
    }

    /// Writes nothing for nil.
    public mutating func field(_ key: UInt64, ifPresent value: (some CBORCodable)?) {
        if let value { field(key, value) }
    }
}

extension Reader {
    /// A map whose fields `body` takes one by one, in ascending order of their keys. It gets all of
    /// them or an error (`.missingKey`, `.unexpectedKey`).
    ///
    /// The quickest way to read a map: each key is compared once with the one expected, and a key
    /// out of order or repeated is never that one. Does not add to the depth.
    @inlinable
    public mutating func fields<Result>(
        _ body: (_ fields: inout FieldReader) throws(CBORError) -> Result
    ) throws(CBORError) -> Result {
        var fields = FieldReader(self)
        try fields.begin()
        let result = try body(&fields)
        try fields.end()
        self = fields.reader
        return result
    }
}

/// The fields of one map that are still to be taken.
public struct FieldReader: ~Escapable {
    @usableFromInline var reader: Reader
    /// How many fields have not been taken.
    private var remaining = 0
    /// The key that has been read and waits for the field that it belongs to.
    private var pendingKey: UInt64?

    @_lifetime(copy reader)
    @usableFromInline init(_ reader: Reader) { self.reader = reader }

    @inlinable
    public mutating func required<Value: CBORCodable>(
        _ key: UInt64
    ) throws(CBORError) -> Value {
        try require(key)
        return try Value(from: &reader)
    }

    /// What `read` makes of the one item of a field.
    @inlinable
    public mutating func required<Value>(
        _ key: UInt64, _ read: (inout Reader) throws(CBORError) -> Value
    ) throws(CBORError) -> Value {
        try require(key)
        return try read(&reader)
    }

    /// Nil where the next field has a higher key, or there is none.
    @inlinable
    public mutating func optional<Value: CBORCodable>(
        _ key: UInt64
    ) throws(CBORError) -> Value? {
        try has(key) ? try Value(from: &reader) : nil
    }

    /// Where in the input the one item of a field stands: for what is decoded elsewhere.
    public mutating func requiredItem(_ key: UInt64) throws(CBORError) -> Range<Int> {
        try require(key)
        let start = reader.offset
        _ = try reader.skip()
        return start..<reader.offset
    }

    public func error(_ reason: CBORError.Reason) -> CBORError { reader.error(reason) }

    @usableFromInline mutating func require(_ key: UInt64) throws(CBORError) {
        guard try has(key) else { throw reader.error(.missingKey(key)) }
    }

    /// Whether the next field has this key; its value is then the next item.
    @usableFromInline mutating func has(_ key: UInt64) throws(CBORError) -> Bool {
        if pendingKey == nil, remaining > 0 { pendingKey = try reader.unsigned() }
        guard let next = pendingKey, next <= key else { return false }
        guard next == key else { throw reader.error(.unexpectedKey(next)) }
        pendingKey = nil
        remaining -= 1
        return true
    }

    @usableFromInline mutating func begin() throws(CBORError) { remaining = try reader.mapHeader() }

    @usableFromInline mutating func end() throws(CBORError) {
        guard remaining > 0 else { return }
        if pendingKey == nil { pendingKey = try reader.unsigned() }
        throw reader.error(pendingKey.map { .unexpectedKey($0) } ?? .truncated)
    }
}
