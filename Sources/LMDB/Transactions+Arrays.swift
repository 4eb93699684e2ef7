// Keys and values that a caller holds as arrays.

extension Transaction where Self: ~Copyable {
    /// As `get` with a span.
    @_lifetime(borrow self)
    package func get(_ table: Table, _ key: [UInt8]) throws(LMDBError) -> RawSpan? {
        try get(table, key.rawSpan)
    }
}

extension WriteTransaction {
    /// As `put` with spans.
    package mutating func put(
        _ table: Table, key: [UInt8], value: [UInt8]
    ) throws(LMDBError) {
        try put(table, key: key.rawSpan, value: value.rawSpan)
    }

    /// As `append` with spans.
    package mutating func append(
        _ table: Table, key: [UInt8], value: [UInt8]
    ) throws(LMDBError) {
        try append(table, key: key.rawSpan, value: value.rawSpan)
    }
}

extension [UInt8] {
    fileprivate var rawSpan: RawSpan {
        @_lifetime(borrow self)
        get { unsafe span.bytes }
    }
}
