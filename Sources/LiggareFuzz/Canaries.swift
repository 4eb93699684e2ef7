extension Target {
    /// Faults that must be found, or nothing was fuzzed. They lie behind four bytes that nobody
    /// guesses at once, but that coverage leads to one by one.
    static let canaries = [claimCanary, memoryCanary]

    /// A claim that does not hold.
    private static let claimCanary = Target(name: "canary-claim") { bytes in
        claim(!isSung(by: bytes), "the canary is silent")
    }

    /// A byte read past the end of a buffer, which only the address sanitizer sees.
    private static let memoryCanary = Target(name: "canary-memory") { bytes in
        guard isSung(by: bytes) else { return }
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 4)
        defer { buffer.deallocate() }
        buffer.initialize(repeating: 0, count: 4)
        claim(buffer[4] < 255, "a byte past the end is anything")
    }

    private static func isSung(by bytes: [UInt8]) -> Bool {
        bytes.count >= 4
            && bytes[0] == UInt8(ascii: "k") && bytes[1] == UInt8(ascii: "a")
            && bytes[2] == UInt8(ascii: "n") && bytes[3] == UInt8(ascii: "a")
    }
}
