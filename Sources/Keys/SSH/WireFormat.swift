/// Reads the data types of SSH (RFC 4251, section 5): big-endian numbers, and strings of bytes that
/// begin with their length.
struct WireReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Sequence<UInt8>) { rest = ArraySlice(bytes) }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func byte() throws(WireError) -> UInt8 {
        guard let byte = rest.popFirst() else { throw WireError() }
        return byte
    }

    mutating func uint32() throws(WireError) -> UInt32 {
        try bytes(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func string() throws(WireError) -> ArraySlice<UInt8> {
        try bytes(Int(try uint32()))
    }

    mutating func bytes(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw WireError() }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    func end() throws(WireError) {
        guard isAtEnd else { throw WireError() }
    }
}

/// The bytes end too early, or too late.
struct WireError: Error {}

extension [UInt8] {
    mutating func append(wire number: UInt32) {
        append(contentsOf: stride(from: 24, through: 0, by: -8).map { UInt8(number >> $0 & 0xff) })
    }

    mutating func append(wireString bytes: some Collection<UInt8>) {
        append(wire: UInt32(bytes.count))
        append(contentsOf: bytes)
    }
}
