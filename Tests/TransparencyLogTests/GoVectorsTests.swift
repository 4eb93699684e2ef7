import Coordinates
import Foundation
import TestSupport
import Testing
import TransparencyLog

/// Notes and trees beside those of Go's golang.org/x/mod/sumdb, as `tools/c2sp` has them. Only
/// `tools/check-c2sp` names the files; without them these tests are skipped.
@Suite("Vectors from Go and for Go")
struct GoVectorsTests {
    private static let fromGo = ProcessInfo.processInfo.environment["LIGGARE_GO_VECTORS"]
    private static let forGo = ProcessInfo.processInfo.environment["LIGGARE_SWIFT_VECTORS"]

    private let log = VectorLog()

    @Test("What Go writes, we write byte for byte", .enabled(if: fromGo != nil))
    func written() throws {
        let text = try String(contentsOfFile: try #require(Self.fromGo), encoding: .utf8)
        var kinds: Set<String> = []
        var seeds: [String: [UInt8]] = [:]
        for line in text.split(separator: "\n").map(String.init) {
            let fields = line.split(separator: " ").map(String.init)
            kinds.insert(fields[0])
            if fields[0] == "key" { seeds[fields[1]] = try bytes(fields[2]) }
            #expect(try ours(fields, seeds: seeds) == line)
        }
        #expect(
            kinds == [
                "key", "note", "root", "inclusion", "consistency", "tile", "path", "added",
            ])
    }

    /// The line that we write where Go wrote these `fields`.
    private func ours(_ fields: [String], seeds: [String: [UInt8]]) throws -> String? {
        switch fields[0] {
        case "key":
            return log.key(fields[1], seed: try bytes(fields[2]))
        case "note":
            let text = String(decoding: try bytes(fields[2]), as: UTF8.self)
            return try log.note(text, by: fields[1], seed: try #require(seeds[fields[1]]))
        case "root":
            return log.root(try number(fields[1]))
        case "inclusion":
            return log.inclusion(in: try number(fields[1]), of: try number(fields[2]))
        case "consistency":
            return log.consistency(from: try number(fields[1]), to: try number(fields[2]))
        case "tile":
            return log.tile(try #require(Tile(path: fields[1])))
        case "path":
            let (level, width) = (try number(fields[1]), try number(fields[3]))
            let tile = Tile(level: Int(level), index: try number(fields[2]), width: Int(width))
            return "path \(level) \(fields[2]) \(width) \(try #require(tile).path)"
        case "added":
            return log.added(from: try number(fields[1]), to: try number(fields[2]))
        default:
            return nil
        }
    }

    @Test("What we write is put down for Go to read", .enabled(if: forGo != nil))
    func putDown() throws {
        var generator = SeededGenerator(announcing: "vectors for Go")
        var lines: [String] = []
        for name in ["b", "liggare.example/plan", "å.example"] {
            let seed = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
            lines.append(log.key(name, seed: seed))
            for text in ["\n", "a\n\n", "Ett protokoll.\n\n— a AAAAAAA=\n"] {
                lines.append(try log.note(text, by: name, seed: seed))
            }
        }
        for size in 0...VectorLog.size { lines.append(log.root(size)) }
        for _ in 0..<2000 {
            let size = UInt64.random(in: 1...VectorLog.size, using: &generator)
            lines.append(
                log.inclusion(in: size, of: .random(in: 0..<size, using: &generator)))
            lines.append(
                log.consistency(from: .random(in: 1...size, using: &generator), to: size))
        }
        for size in [1, 255, 256, 257, VectorLog.size] {
            let tiles = Tile.added(from: TreeSize(0), to: TreeSize(size))
            lines += tiles.map { log.tile($0) }
        }
        let text = lines.map { "\($0)\n" }.joined()
        try text.write(toFile: try #require(Self.forGo), atomically: true, encoding: .utf8)
    }

    private func number(_ field: String) throws -> UInt64 { try #require(UInt64(field)) }

    private func bytes(_ field: String) throws -> [UInt8] {
        Array(try #require(Data(base64Encoded: field)))
    }
}

/// The log of the vectors, and each kind of line about it.
private struct VectorLog {
    static let size: UInt64 = 600
    private let tree = MemoryTree(size: Int(size))

    func key(_ name: String, seed: [UInt8]) -> String {
        let key = SigningKey(seed: seed)!.verificationKey(name)
        return "key \(name) \(base64(seed)) \(key)"
    }

    func note(_ text: String, by name: String, seed: [UInt8]) throws -> String {
        let signature = try NoteSignature.sign(text, as: name, with: SigningKey(seed: seed)!)
        let note = SignedNote(text: text, signatures: [signature])
        return "note \(name) \(base64(Array(text.utf8))) \(base64(note.bytes))"
    }

    func root(_ size: UInt64) -> String {
        "root \(size) \(base64(MerkleTree.root(of: TreeSize(size), reading: tree).bytes))"
    }

    func inclusion(in size: UInt64, of position: UInt64) -> String {
        let proof = MerkleTree.proveInclusion(
            of: Position(position), in: TreeSize(size), reading: tree)
        return line(["inclusion", "\(size)", "\(position)"] + proof.map { base64($0.bytes) })
    }

    func consistency(from old: UInt64, to size: UInt64) -> String {
        let proof = MerkleTree.proveConsistency(
            from: TreeSize(old), to: TreeSize(size), reading: tree)
        return line(["consistency", "\(old)", "\(size)"] + proof.map { base64($0.bytes) })
    }

    func tile(_ tile: Tile) -> String {
        let hashes = (0..<tile.width).flatMap { tree.hash(of: tile.subtree(at: $0)).bytes }
        return "tile \(tile.path) \(base64(hashes))"
    }

    func added(from old: UInt64, to new: UInt64) -> String {
        let tiles = Tile.added(from: TreeSize(old), to: TreeSize(new))
        return line(["added", "\(old)", "\(new)"] + tiles.map(\.path))
    }

    private func line(_ fields: [String]) -> String { fields.joined(separator: " ") }

    private func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
