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

extension [UInt8] {
    /// The bytes of a hexadecimal string, in which spaces do not count.
    init(hex: String) {
        let digits = hex.filter { $0 != " " }.map { UInt8($0.hexDigitValue!) }
        precondition(digits.count.isMultiple(of: 2), "half a byte in \(hex)")
        self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    init(copying span: RawSpan) {
        self = unsafe span.withUnsafeBytes { unsafe Array($0) }
    }

    var hex: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
