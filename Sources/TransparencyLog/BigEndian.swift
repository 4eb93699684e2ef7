// Numbers as bytes, the greatest first: how RFC 8446, section 3.3, has them, and so C2SP.

extension FixedWidthInteger {
    /// - Precondition: there are at most as many bytes as the type has.
    init(bigEndianBytes bytes: some Collection<UInt8>) {
        precondition(bytes.count * 8 <= Self.bitWidth, "\(bytes.count) bytes do not fit")
        self = bytes.reduce(0) { $0 << 8 | Self($1) }
    }

    var bigEndianBytes: [UInt8] {
        stride(from: Self.bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: self >> $0)
        }
    }
}
