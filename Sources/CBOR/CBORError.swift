package import Failures

/// Malformed input: what is wrong and where.
///
/// The reader throws nothing else. A decoder built on it throws the same type, by
/// ``Reader/error(_:)``, so that one error names one byte of the input all the way up.
public struct CBORError: Error, Equatable, Sendable {
    public let reason: Reason

    /// The first byte of the item that is refused, counted from the start of the reader's span.
    public let offset: Int

    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    public enum Reason: Equatable, Sendable {
        /// The bytes end inside an item, or a count or length promises more than is left.
        case truncated
        /// A head, a simple value or a float that has a shorter form.
        case notShortest
        /// An indefinite-length item, or the break that would end one.
        case indefiniteLength
        /// A head that RFC 8949 reserves: additional information 28 to 30, simple values 24 to 31.
        case reserved
        /// A NaN other than `f97e00`, which is the only one written here.
        case unusualNaN
        /// Text that is not UTF-8.
        case invalidUTF8
        /// A map key that sorts before the key in front of it.
        case unsortedKeys
        /// A map key equal to the key in front of it.
        case duplicateKey
        /// More arrays, maps and tags around one another than the reader allows.
        case tooDeep
        /// Bytes after the last item.
        case trailingBytes

        case unexpectedType(expected: MajorType, found: MajorType)
        /// A simple value, `found`, other than those the caller asked for.
        case unexpectedSimple(found: UInt8)
        case unexpectedTag(expected: UInt64, found: UInt64)
        /// An integer that the type asked for cannot hold.
        case outOfRange
        /// A decoder took more or less than the one item it was handed.
        case notOneItem

        /// Thrown by decoders of integer-keyed maps.
        case missingKey(UInt64)
        /// Thrown by decoders of integer-keyed maps.
        case unexpectedKey(UInt64)
    }
}

extension CBORError: CustomStringConvertible {
    public var description: String { "CBOR byte \(offset): \(reason)" }
}

extension CBORError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .truncated: "the bytes end before the item does"
        case .notShortest: "not in the shortest form"
        case .indefiniteLength: "indefinite length is not allowed"
        case .reserved: "reserved encoding"
        case .unusualNaN: "a NaN other than f97e00"
        case .invalidUTF8: "text is not UTF-8"
        case .unsortedKeys: "map key out of order"
        case .duplicateKey: "map key repeated"
        case .tooDeep: "nested too deeply"
        case .trailingBytes: "bytes after the last item"
        case .unexpectedType(let expected, let found): "expected \(expected), found \(found)"
        case .unexpectedSimple(let found): "unexpected simple value \(found)"
        case .unexpectedTag(let expected, let found): "expected tag \(expected), found tag \(found)"
        case .outOfRange: "integer out of range"
        case .notOneItem: "the decoder did not take exactly one item"
        case .missingKey(let key): "map key \(key) is missing"
        case .unexpectedKey(let key): "map key \(key) is not known"
        }
    }
}

extension CBORError: Failing {
    package var failureKind: FailureKind { .refused("malformed-cbor") }
}
