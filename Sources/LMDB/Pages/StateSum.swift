import Glibc

/// Checksums of a committed state, as they are kept beside the data file in `data.sum`:
///
///     liggare-pages 1 <transaction> <sum of the tables> <sum of the free list> <sum of these three>
///
/// the numbers in hexadecimal, 16 digits each; the last tells a line that was written in part. The writer writes it after its commit, in place and
/// without waiting for the disk: one that is behind costs a check, and one that is ahead of the data
/// file says that the file went back.
struct StateSum: Equatable, Sendable {
    let transaction: UInt64
    let tables: UInt64
    let free: UInt64
}

extension StateSum {
    private static let heading = "liggare-pages 1"
    private static let byteCount = heading.utf8.count + 4 * 17 + 1

    private var text: String {
        Self.heading
            + [transaction, tables, free, ownSum].map { " " + Self.hexadecimal($0) }.joined() + "\n"
    }

    private var ownSum: UInt64 {
        var sum = FNV1a()
        for number in [transaction, tables, free] { sum.add(number) }
        return sum.value
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private init?(text: String) {
        guard text.hasPrefix(Self.heading + " "), text.hasSuffix("\n") else { return nil }
        let words = text.dropFirst(Self.heading.count + 1).dropLast().split(separator: " ")
        let numbers = words.compactMap { $0.utf8.count == 16 ? UInt64($0, radix: 16) : nil }
        guard words.count == 4, numbers.count == 4 else { return nil }
        self.init(transaction: numbers[0], tables: numbers[1], free: numbers[2])
        guard ownSum == numbers[3] else { return nil }
    }

    /// What is kept; nil where nothing that can be read is.
    init?(from descriptor: Int32) {
        let count = Self.byteCount
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, filled in
            unsafe filled = max(0, pread(descriptor, buffer.baseAddress, count + 1, 0))
        }
        guard bytes.count == count else { return nil }
        self.init(text: String(decoding: bytes, as: UTF8.self))
    }

    func write(to descriptor: Int32) {
        let bytes = Array(text.utf8)
        // What could not be kept costs the next writer a check, and nothing else.
        _ = unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }
}
