package import Coordinates
package import Failures
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
        try zip(bundles, read(bundles, byteLimit: EntryBundle.maximumByteCount)).map {
            (bundle, read) in
            do {
                return Array(try read.file.decode(read.bytes).prefix(bundle.width))
            } catch {
                throw UnsoundFile(name: read.file.path, detail: "\(error)")
            }
        }
    }

    /// The hashes of each tile.
    /// - Throws: `UnsoundFile`; what reading throws.
    package mutating func hashes(of tiles: some Collection<Tile>) throws -> [[Hash]] {
        try zip(tiles, read(tiles, byteLimit: Tile.maximumByteCount)).map { tile, read in
            guard read.bytes.count == read.file.width * Hash.byteCount else {
                throw UnsoundFile(
                    name: read.file.path, detail: "it has \(read.bytes.count) bytes")
            }
            return (0..<tile.width).compactMap { index in
                let start = index * Hash.byteCount
                return Hash(
                    bytes: read.bytes.span.bytes.extracting(start..<start + Hash.byteCount))
            }
        }
    }

    /// The bytes of tiles or bundles, each with the file that they were read from: a narrow one may
    /// be gone once it has been filled.
    private mutating func read<File: TreeFile>(
        _ files: some Collection<File>, byteLimit: Int
    ) throws -> [(file: File, bytes: [UInt8])] {
        var found: [(file: File, bytes: [UInt8])] = []
        for (file, bytes) in zip(files, try read(files.map(\.path), byteLimit: byteLimit)) {
            if let bytes {
                found.append((file, bytes))
            } else if let bytes = try read([file.filled.path], byteLimit: byteLimit)[0] {
                found.append((file.filled, bytes))
            } else {
                throw UnsoundFile(name: file.path, detail: "it is not there")
            }
        }
        return found
    }
}

/// A file that holds a stretch of the log, and is followed by a wider one until it is full.
private protocol TreeFile {
    var path: String { get }
    /// The same stretch once it is full.
    var filled: Self { get }
}

extension Tile: TreeFile {
    fileprivate var filled: Tile {
        Tile(level: level, index: index, width: Tile.fullWidth) ?? self
    }
}

extension EntryBundle: TreeFile {
    fileprivate var filled: EntryBundle {
        EntryBundle(index: index, width: Tile.fullWidth) ?? self
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

    package init(name: String, detail: String) {
        self.name = name
        self.detail = detail
    }
}

extension NothingPublished: Failing {
    package var failureKind: FailureKind { .missing("nothing-published") }
}

extension UnsoundFile: Failing {
    package var failureKind: FailureKind { .storage("unsound-published-file") }
}
