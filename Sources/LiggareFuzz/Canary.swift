extension Target {
    /// A fault that must be found, or nothing was fuzzed. It lies behind six bytes that nobody
    /// guesses at once, but that coverage leads to one by one; and it is a byte read past the end of
    /// a buffer, which only the address sanitizer sees.
    static let canary = Target(name: "canary") { bytes in
        guard bytes.count >= 6,
            bytes[0] == UInt8(ascii: "k"), bytes[1] == UInt8(ascii: "a"),
            bytes[2] == UInt8(ascii: "n"), bytes[3] == UInt8(ascii: "a"),
            bytes[4] == UInt8(ascii: "r"), bytes[5] == UInt8(ascii: "i")
        else { return }
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)
        defer { buffer.deallocate() }
        buffer.initialize(repeating: 0, count: 8)
        claim(buffer[8] == 0, "the byte past the end is anything")
    }
}
