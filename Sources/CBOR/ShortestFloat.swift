/// A float in the fewest bytes that keep its value: RFC 8949 section 4.2.1, and section 4.2.2 for
/// NaN, of which there is one.
///
///     1.5     f9 3e00
///     1e5     fa 47c35000
///     1.1     fb 3ff199999999999a
///     NaN     f9 7e00
struct ShortestFloat: Equatable {
    let bits: UInt64

    /// 2, 4 or 8 bytes.
    let width: Int

    init(bits: UInt64, width: Int) {
        self.bits = bits
        self.width = width
    }

    /// Negative zero stays negative: equality alone would let it pass for either zero, but both
    /// conversions keep the sign.
    init(_ value: Double) {
        let half = Float16(value)
        let single = Float(value)
        if value.isNaN {
            self.init(bits: 0x7e00, width: 2)
        } else if Double(half) == value {
            self.init(bits: UInt64(half.bitPattern), width: 2)
        } else if Double(single) == value {
            self.init(bits: UInt64(single.bitPattern), width: 4)
        } else {
            self.init(bits: value.bitPattern, width: 8)
        }
    }

    /// The value of a half, a single or a double, shortest or not.
    static func value(bits: UInt64, width: Int) -> Double {
        switch width {
        case 2: Double(Float16(bitPattern: UInt16(truncatingIfNeeded: bits)))
        case 4: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        default: Double(bitPattern: bits)
        }
    }
}
