/// The one to nine bytes that begin every item: RFC 8949 section 3.
///
/// The initial byte holds a major type in three bits and *additional information* in five. Up to
/// 23 that is the argument itself; 24, 25, 26 and 27 announce an argument of one, two, four and
/// eight bytes, big-endian; 28 to 30 are reserved; 31 is an indefinite length.
///
///     17          unsigned 23
///     18 18       unsigned 24
///     19 01 00    unsigned 256
///     82          array of 2
///     f9 3c 00    half-precision 1.0: the argument is the float's bits
///
/// A `Head` is always in its one canonical form.
struct Head {
    let type: MajorType
    let argument: UInt64

    /// Bytes of argument after the initial byte: 0, 1, 2, 4 or 8.
    let width: Int

    var length: Int { 1 + width }

    /// The shortest head for a type other than `.float`, whose width is not free.
    init(_ type: MajorType, _ argument: UInt64) {
        self.type = type
        self.argument = argument
        width =
            switch argument {
            case ..<24: 0
            case ...0xff: 1
            case ...0xffff: 2
            case ...0xffff_ffff: 4
            default: 8
            }
    }

    init(_ float: ShortestFloat) {
        type = .float
        argument = float.bits
        width = float.width
    }
}

extension Head {
    /// Reads the head at `offset`, and refuses any that is not canonical.
    @inline(__always)
    init(in bytes: RawSpan, at offset: Int) throws(CBORError) {
        guard offset < bytes.byteCount else { throw CBORError(.truncated, at: offset) }
        let initial = bytes.byte(at: offset)
        let additional = initial & 0x1f
        type = MajorType(initialByte: initial)
        if additional < 24 {
            argument = UInt64(additional)
            width = 0
            return
        }
        guard additional < 28 else { throw Self.refusal(of: type, additional, at: offset) }
        width = 1 << Int(additional - 24)
        guard bytes.byteCount - offset > width else { throw CBORError(.truncated, at: offset) }
        argument = bytes.bigEndian(at: offset + 1, width: width)
        switch type {
        case .float:
            let value = ShortestFloat.value(bits: argument, width: width)
            guard ShortestFloat(value) == ShortestFloat(bits: argument, width: width) else {
                throw CBORError(value.isNaN ? .unusualNaN : .notShortest, at: offset)
            }
        case .simple:
            guard argument >= 24 else { throw CBORError(.notShortest, at: offset) }
            guard argument >= 32 else { throw CBORError(.reserved, at: offset) }
        default:
            guard Head(type, argument).width == width else {
                throw CBORError(.notShortest, at: offset)
            }
        }
    }

    /// Additional information 28 and up: 31 means something for the types that have a length, and
    /// for the break, `ff`.
    private static func refusal(
        of type: MajorType, _ additional: UInt8, at offset: Int
    ) -> CBORError {
        switch type {
        case .unsigned, .negative, .tag: CBORError(.reserved, at: offset)
        default: CBORError(additional == 31 ? .indefiniteLength : .reserved, at: offset)
        }
    }
}

extension Head {
    func append(to output: inout [UInt8]) {
        let high = type.code << 5
        if width == 0 {
            output.append(high | UInt8(truncatingIfNeeded: argument))
            return
        }
        // The widths 1, 2, 4 and 8 are announced as 24, 25, 26 and 27.
        output.append(high | (24 + UInt8(width.trailingZeroBitCount)))
        for byte in (0..<width).reversed() {
            output.append(UInt8(truncatingIfNeeded: argument >> UInt64(8 * byte)))
        }
    }
}
