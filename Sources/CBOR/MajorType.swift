/// What an item is: RFC 8949 section 3.1, with major type 7 split into simple values and floats,
/// since no caller wants one where it asked for the other.
public enum MajorType: Equatable, Sendable {
    case unsigned
    case negative
    case bytes
    case text
    case array
    case map
    case tag
    case simple
    case float

    /// The top three bits of an initial byte.
    var code: UInt8 {
        switch self {
        case .unsigned: 0
        case .negative: 1
        case .bytes: 2
        case .text: 3
        case .array: 4
        case .map: 5
        case .tag: 6
        case .simple, .float: 7
        }
    }

    /// The type of an initial byte, which may still belong to a head that is refused.
    @inline(__always)
    init(initialByte: UInt8) {
        switch initialByte >> 5 {
        case 0: self = .unsigned
        case 1: self = .negative
        case 2: self = .bytes
        case 3: self = .text
        case 4: self = .array
        case 5: self = .map
        case 6: self = .tag
        default: self = (25...27).contains(initialByte & 0x1f) ? .float : .simple
        }
    }
}
