// Where tiles and entry bundles are served, below the log's address: C2SP tlog-tiles, "Merkle Tree"
// and "Log entries".
//
//     tile/<level>/<index>              a full tile
//     tile/<level>/<index>.p/<width>    a partial tile
//     tile/entries/<index>              a full bundle
//     tile/entries/<index>.p/<width>    a partial bundle
//
// The index is cut into groups of three digits, zero-padded, all but the last marked with an x, so
// that no path is both a file and a folder. The tile with level 0 and index 1234067 is
// `tile/0/x001/x234/067`, and when only 8 hashes wide, `tile/0/x001/x234/067.p/8`.

extension Tile: CustomStringConvertible {
    package var path: String { TilePath(kind: "\(level)", index: index, width: width).text }

    /// Nil unless `path` is exactly what ``path`` gives for some tile.
    package init?(path: String) {
        guard let read = TilePath(path), let level = Int(read.kind) else { return nil }
        self.init(level: level, index: read.index, width: read.width)

        // What was read leniently, such as a sign, a zero too many or a missing x, shows here.
        guard self.path == path else { return nil }
    }

    package var description: String { path }
}

extension EntryBundle: CustomStringConvertible {
    package var path: String { TilePath(kind: "entries", index: index, width: width).text }

    /// Nil unless `path` is exactly what ``path`` gives for some bundle.
    package init?(path: String) {
        guard let read = TilePath(path) else { return nil }
        self.init(index: read.index, width: read.width)
        guard self.path == path else { return nil }
    }

    package var description: String { path }
}

/// What the paths have in common. Read leniently: compare with what ``text`` makes of it.
private struct TilePath {
    /// The level's digits, or "entries".
    let kind: String
    let index: UInt64
    let width: Int

    init(kind: String, index: UInt64, width: Int) {
        self.kind = kind
        self.index = index
        self.width = width
    }

    init?(_ path: String) {
        var elements = path.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard elements.popFirst() == "tile", let kind = elements.popFirst() else { return nil }
        self.kind = String(kind)

        var width = Tile.fullWidth
        if let last = elements.dropLast().last, last.hasSuffix(".p") {
            guard let partialWidth = elements.popLast().flatMap({ Int($0) }) else { return nil }
            width = partialWidth
            elements = elements.dropLast() + [last.dropLast(2)]
        }
        self.width = width

        let digits = elements.map { $0.hasPrefix("x") ? $0.dropFirst() : $0 }.joined()
        guard let index = UInt64(digits) else { return nil }
        self.index = index
    }

    var text: String {
        let suffix = width == Tile.fullWidth ? "" : ".p/\(width)"
        return "tile/\(kind)/\(groups)\(suffix)"
    }

    private var groups: String {
        var path = threeDigits(index % 1000)
        var rest = index / 1000
        while rest > 0 {
            path = "x\(threeDigits(rest % 1000))/\(path)"
            rest /= 1000
        }
        return path
    }

    private func threeDigits(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }
}
