import CBOR

/// Runs `body` with a reader over `bytes`.
func reading<Value>(
    _ bytes: [UInt8], maximumDepth: Int = 16,
    _ body: (_ reader: inout Reader) throws(CBORError) -> Value
) throws(CBORError) -> Value {
    var reader = Reader(unsafe bytes.span.bytes, maximumDepth: maximumDepth)
    return try body(&reader)
}

/// Skips all of `bytes` as one item.
func skipping(_ bytes: [UInt8], maximumDepth: Int = 16) throws(CBORError) {
    try reading(bytes, maximumDepth: maximumDepth) { reader throws(CBORError) in
        _ = try reader.skip()
        try reader.end()
    }
}

/// The error of `body`, or nil if it throws none.
func refusal(of body: () throws -> Void) -> CBORError? {
    do {
        try body()
        return nil
    } catch let error as CBORError {
        return error
    } catch {
        preconditionFailure("not a CBOR error: \(error)")
    }
}
