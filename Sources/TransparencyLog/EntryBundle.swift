package import Coordinates
package import Failures

/// A file of neighbouring entries, in which a log's entries are published: C2SP tlog-tiles, section
/// "Log entries".
///
/// The bundle at `index` holds the entries whose hashes are in the tile of level 0 there, in the
/// same order: each as two bytes of length, big-endian, and then its own bytes. The two entries
/// `a5` and (none), for example, are a bundle of the five bytes 00 01 a5 00 00.
package struct EntryBundle: Hashable, Sendable {
    /// No longer entry has a length that two bytes can say.
    package static let maximumEntryByteCount = 65_535

    /// How long the file of a bundle can be.
    package static let maximumByteCount = Tile.fullWidth * (2 + maximumEntryByteCount)

    /// How many bundles stand to the left.
    package let index: UInt64
    /// How many entries the bundle holds, 1...256.
    package let width: Int

    /// Nil if the width is out of range, or the bundle reaches past position 2⁶⁴ − 1.
    package init?(index: UInt64, width: Int) {
        guard let tile = Tile(level: 0, index: index, width: width) else { return nil }
        self.init(besides: tile)
    }

    /// The bundle of the entries whose hashes are in `tile`, of level 0.
    private init(besides tile: Tile) {
        index = tile.index
        width = tile.width
    }

    package var isFull: Bool { width == Tile.fullWidth }

    /// The bundles that a log of `new` entries has and one of `old` had not, or had narrower, by
    /// index; from size 0 all that it has.
    ///
    /// - Precondition: `old` ≤ `new`.
    package static func added(from old: TreeSize, to new: TreeSize) -> [EntryBundle] {
        Tile.added(level: 0, from: old, to: new).map(EntryBundle.init(besides:))
    }

    /// The entries that the bundle holds.
    package var positions: Range<Position> {
        let first = index * UInt64(Tile.fullWidth)
        // One past the last position there is, in the bundle that no log ever fills.
        let end = first.addingReportingOverflow(UInt64(width))
        return Position(first)..<Position(end.overflow ? .max : end.partialValue)
    }
}

// MARK: - The bytes

extension EntryBundle {
    /// Puts `entry` at the end of a bundle's `bytes`.
    package static func append(
        _ entry: RawSpan, to bytes: inout [UInt8]
    ) throws(OversizeEntry) {
        guard let length = UInt16(exactly: entry.byteCount) else {
            throw OversizeEntry(byteCount: entry.byteCount)
        }
        bytes += length.bigEndianBytes
        unsafe entry.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }

    /// The entries in the bundle's `bytes`; they are the log's only if their hashes are.
    ///
    /// - Throws: unless there are ``width`` entries and nothing else.
    package func decode(_ bytes: [UInt8]) throws(MalformedBundle) -> [[UInt8]] {
        var rest = bytes[...]
        var entries: [[UInt8]] = []
        while entries.count < width {
            guard rest.count >= 2 else { throw .tooFewEntries(entries.count, expected: width) }
            let length = Int(UInt16(bigEndianBytes: rest.prefix(2)))
            rest = rest.dropFirst(2)
            guard length <= rest.count else { throw .truncatedEntry(at: entries.count) }
            entries.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        guard rest.isEmpty else { throw .trailingBytes(rest.count) }
        return entries
    }
}

/// An entry that is too long for a bundle, so that its log cannot be published as tiles.
package struct OversizeEntry: Error, Equatable, CustomStringConvertible {
    package let byteCount: Int

    package var description: String {
        "an entry of \(byteCount) bytes: a bundle takes up to \(EntryBundle.maximumEntryByteCount)"
    }
}

/// Why bytes are not the bundle that they were read as.
package enum MalformedBundle: Error, Equatable, Sendable {
    case tooFewEntries(Int, expected: Int)
    /// The bundle ends inside the entry at this place in it, counted from 0.
    case truncatedEntry(at: Int)
    case trailingBytes(Int)
}

extension MalformedBundle: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooFewEntries(let count, let expected): "\(count) entries and not \(expected)"
        case .truncatedEntry(let place): "the bundle ends inside entry \(place)"
        case .trailingBytes(let count): "\(count) bytes after the last entry"
        }
    }
}

extension OversizeEntry: Failing {
    package var failureKind: FailureKind { .storage("oversize-entry") }
}

extension MalformedBundle: Failing {
    package var failureKind: FailureKind { .storage("malformed-bundle") }
}
