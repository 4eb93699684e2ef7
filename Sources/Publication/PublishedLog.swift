package import Coordinates
import Files
package import TransparencyLog
import Web

/// A published ledger, read file by file; nothing in it is believed.
package struct PublishedLog {
    /// How many files are asked for at a time.
    package static let batchSize = 64

    private let source: PublishedSource
    /// How many files were read, and how many bytes: what checking it took from the server.
    package private(set) var fileCount = 0
    package private(set) var byteCount = 0

    package init(_ source: PublishedSource) { self.source = source }

    /// The bytes of files, in the order of their names; nil for one that is not there.
    /// - Throws: `UnsoundFile` for one that is longer than the limit; what reading throws.
    private mutating func read(
        _ names: [String], byteLimit: Int
    ) throws -> [[UInt8]?] {
        let files = try source.read(names, byteLimit: byteLimit)
        fileCount += files.count { $0 != nil }
        byteCount += files.reduce(0) { $0 + ($1?.count ?? 0) }
        return files
    }

    /// The newest checkpoint's note.
    /// - Throws: `NothingPublished`; what reading throws.
    package mutating func checkpoint() throws -> [UInt8] {
        guard
            let bytes = try read(
                [PublishedLayout.checkpoint], byteLimit: SignedNote.maximumByteCount)[0]
        else {
            throw NothingPublished(place: source.place)
        }
        return bytes
    }

    /// The sizes of the checkpoints that are kept; none where there is no list of them.
    package mutating func checkpointSizes() throws -> [TreeSize] {
        let list = try read([PublishedLayout.checkpointSizes], byteLimit: 1 << 18)[0] ?? []
        let lines = String(decoding: list, as: UTF8.self).split(separator: "\n")
        return Set(lines.compactMap { UInt64($0).map { TreeSize($0) } }).sorted()
    }

    /// The notes of kept checkpoints; nil for one that is not there.
    package mutating func checkpoints(
        of sizes: some Collection<TreeSize>
    ) throws -> [[UInt8]?] {
        try read(
            sizes.map(PublishedLayout.checkpoint(of:)), byteLimit: SignedNote.maximumByteCount)
    }

    /// The entries of each bundle.
    /// - Throws: `UnsoundFile`; what reading throws.
    package mutating func entries(of bundles: some Collection<EntryBundle>) throws -> [[[UInt8]]] {
        let files = try read(bundles.map(\.path), byteLimit: EntryBundle.maximumByteCount)
        var entries: [[[UInt8]]] = []
        for (bundle, file) in zip(bundles, files) {
            // A narrow bundle may be gone once it has been filled.
            let full = EntryBundle(index: bundle.index, width: Tile.fullWidth) ?? bundle
            let read = file == nil && !bundle.isFull ? full : bundle
            let bytes = try
                (file ?? self.read([full.path], byteLimit: EntryBundle.maximumByteCount)[0])
                .there(bundle.path)
            do {
                entries.append(Array(try read.decode(bytes).prefix(bundle.width)))
            } catch {
                throw UnsoundFile(name: read.path, detail: "\(error)")
            }
        }
        return entries
    }

    /// The hashes of each tile.
    /// - Throws: `UnsoundFile`; what reading throws.
    package mutating func hashes(of tiles: some Collection<Tile>) throws -> [[Hash]] {
        let files = try read(tiles.map(\.path), byteLimit: Tile.maximumByteCount)
        var hashes: [[Hash]] = []
        for (tile, file) in zip(tiles, files) {
            let full = Tile(level: tile.level, index: tile.index, width: Tile.fullWidth) ?? tile
            let read = file == nil && !tile.isFull ? full : tile
            let bytes = try (file ?? self.read([full.path], byteLimit: Tile.maximumByteCount)[0])
                .there(tile.path)
            guard bytes.count == read.width * Hash.byteCount else {
                throw UnsoundFile(name: read.path, detail: "it has \(bytes.count) bytes")
            }
            hashes.append(
                (0..<tile.width).compactMap { index in
                    let start = index * Hash.byteCount
                    return Hash(bytes: bytes.span.bytes.extracting(start..<start + Hash.byteCount))
                })
        }
        return hashes
    }
}

/// Where a ledger was to be, there is no checkpoint.
package struct NothingPublished: Error, Hashable, Sendable {
    package let place: String
}

/// A published file that is missing, or not of its form.
package struct UnsoundFile: Error, Hashable, Sendable {
    package let name: String
    package let detail: String
}

extension [UInt8]? {
    fileprivate func there(_ name: String) throws(UnsoundFile) -> [UInt8] {
        guard let self else { throw UnsoundFile(name: name, detail: "it is not there") }
        return self
    }
}
