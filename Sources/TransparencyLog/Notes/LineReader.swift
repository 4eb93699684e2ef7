/// Reads a text line by line, from the first on.
///
/// Lines are parted at the byte 0x0A: Swift's characters may join a newline to its neighbour.
struct LineReader {
    private(set) var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    /// Nil when what is left has no newline.
    mutating func next() -> String? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let line = String(Substring(rest[..<end]))
        rest = rest[rest.index(after: end)...]
        return line
    }

    /// The next line as whatever `read` makes of it; nil from `read` says that it is not `expected`.
    mutating func next<Value>(
        _ expected: MalformedNote.Line, as read: (String) -> Value?
    ) throws(MalformedNote) -> Value {
        let line = next()
        guard let value = line.flatMap(read) else {
            throw .unexpected(line: line, expected: expected)
        }
        return value
    }

    /// Hashes in base64, one a line, up to the empty line that ends them.
    mutating func hashes(atMost limit: Int) throws(MalformedNote) -> [Hash] {
        var hashes: [Hash] = []
        while rest.first != UInt8(ascii: "\n") {
            guard hashes.count < limit else { throw .tooManyHashes(limit: limit) }
            hashes.append(try next(.hash) { Hash(base64: $0) })
        }
        _ = next()
        return hashes
    }

    /// All that is left, as a signed note.
    func note() throws(MalformedNote) -> SignedNote { try SignedNote(Array(rest)) }
}

extension String {
    /// What follows `keyword` and a space; nil if the line does not begin so.
    func after(_ keyword: String) -> String? {
        let start = "\(keyword) ".utf8
        guard utf8.starts(with: start) else { return nil }
        return String(Substring(utf8.dropFirst(start.count)))
    }
}
