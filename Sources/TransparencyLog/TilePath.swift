// Where a tile is served, below the log's address: C2SP tlog-tiles, "Merkle Tree".
//
//     tile/<level>/<index>            a full tile
//     tile/<level>/<index>.p/<width>  a partial tile
//
// The index is cut into groups of three digits, zero-padded, all but the last marked with an x, so
// that no path is both a file and a folder. The tile with level 0 and index 1234067 is
// `tile/0/x001/x234/067`, and when only 8 hashes wide, `tile/0/x001/x234/067.p/8`.

extension Tile: CustomStringConvertible {
    package var path: String {
        let suffix = isFull ? "" : ".p/\(width)"
        return "tile/\(level)/\(Tile.grouped(index))\(suffix)"
    }

    /// Nil unless `path` is exactly what ``path`` gives for some tile.
    package init?(path: String) {
        var elements = path.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard elements.popFirst() == "tile", let level = elements.popFirst().flatMap({ Int($0) })
        else { return nil }

        var width = Tile.fullWidth
        if let last = elements.dropLast().last, last.hasSuffix(".p") {
            guard let partialWidth = elements.popLast().flatMap({ Int($0) }) else { return nil }
            width = partialWidth
            elements = elements.dropLast() + [last.dropLast(2)]
        }

        let digits = elements.map { $0.hasPrefix("x") ? $0.dropFirst() : $0 }.joined()
        guard let index = UInt64(digits) else { return nil }
        self.init(level: level, index: index, width: width)

        // What was read leniently, such as a sign, a zero too many or a missing x, shows here.
        guard self.path == path else { return nil }
    }

    package var description: String { path }

    private static func grouped(_ index: UInt64) -> String {
        var path = threeDigits(index % 1000)
        var rest = index / 1000
        while rest > 0 {
            path = "x\(threeDigits(rest % 1000))/\(path)"
            rest /= 1000
        }
        return path
    }

    private static func threeDigits(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }
}
