/// Loads from a span. Every `unsafe` of the reading side is in this file, and each load checks its
/// bounds: a mistake here or above stops the program and never reads outside the span.
extension RawSpan {
    @inline(__always)
    func byte(at offset: Int) -> UInt8 {
        unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
    }

    /// The big-endian integer of 1, 2, 4 or 8 bytes at `offset`.
    @inline(__always)
    func bigEndian(at offset: Int, width: Int) -> UInt64 {
        switch width {
        case 1: UInt64(byte(at: offset))
        case 2: UInt64(load(UInt16.self, at: offset))
        case 4: UInt64(load(UInt32.self, at: offset))
        default: load(UInt64.self, at: offset)
        }
    }

    @inline(__always)
    private func load<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type, at offset: Int) -> T {
        T(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: T.self))
    }

    /// Orders two ranges of the span: bytewise lexicographic, as RFC 8949 section 4.2.1 orders keys.
    func compare(_ left: Range<Int>, _ right: Range<Int>) -> KeyOrder {
        for index in 0..<min(left.count, right.count) {
            let (a, b) = (byte(at: left.lowerBound + index), byte(at: right.lowerBound + index))
            if a != b { return a < b ? .ascending : .descending }
        }
        if left.count == right.count { return .equal }
        return left.count < right.count ? .ascending : .descending
    }
}

enum KeyOrder {
    case ascending
    case equal
    case descending
}
