/// A value that has one encoding of its own: what a field or an element of an array can hold.
public protocol CBORCodable {
    /// Takes exactly one item.
    init(from reader: inout Reader) throws(CBORError)

    /// Writes exactly one item, which `init(from:)` reads back as an equal value.
    func encode(to encoder: inout Encoder)
}

extension CBORCodable {
    /// The value that exactly these bytes encode.
    public init(decoding bytes: RawSpan) throws(CBORError) {
        var reader = Reader(bytes)
        self = try Self(from: &reader)
        try reader.end()
    }

    public var encoded: [UInt8] {
        var encoder = Encoder()
        encode(to: &encoder)
        return encoder.bytes
    }
}

extension UInt64: CBORCodable {
    public init(from reader: inout Reader) throws(CBORError) { self = try reader.unsigned() }
    public func encode(to encoder: inout Encoder) { encoder.unsigned(self) }
}

extension Int64: CBORCodable {
    public init(from reader: inout Reader) throws(CBORError) { self = try reader.integer() }
    public func encode(to encoder: inout Encoder) { encoder.integer(self) }
}

extension Bool: CBORCodable {
    public init(from reader: inout Reader) throws(CBORError) { self = try reader.bool() }
    public func encode(to encoder: inout Encoder) { encoder.bool(self) }
}

extension String: CBORCodable {
    public init(from reader: inout Reader) throws(CBORError) { self = try reader.text() }
    public func encode(to encoder: inout Encoder) { encoder.text(self) }
}

/// An array of items. (Bytes are no such array: a single byte has no encoding of its own.)
extension Array: CBORCodable where Element: CBORCodable {
    public init(from reader: inout Reader) throws(CBORError) {
        var elements: [Element] = []
        try reader.array { (reader) throws(CBORError) in
            elements.append(try Element(from: &reader))
        }
        self = elements
    }

    public func encode(to encoder: inout Encoder) {
        encoder.array(count) { for element in self { element.encode(to: &$0) } }
    }
}
