import Checkpoints
import Coordinates
import EntryLog
import Files
import Foundation
import LogSupport
import Publication
import TestSupport
import Testing
import TransparencyLog

@Suite("A published ledger")
struct PublicationTests {
    private let place: TemporaryDirectory

    init() throws { place = try TemporaryDirectory() }

    private var directory: String { place.path + "/published" }
    private var checkpoints: CheckpointFolder { CheckpointFolder(path: place.path + "/signed") }

    @discardableResult
    private func publish(_ bench: LogBench) throws -> Publication.Summary {
        let (checkpoint, note) = try checkpoints.sign(bench.log, with: SigningKey.checkpoints) {
            log, _ in
            log.head.root
        }
        return try Publication(path: directory).publish(
            bench.log, checkpoint, note, beside: checkpoints)
    }

    private func grow(_ bench: LogBench, to size: UInt64) throws {
        let missing = size - (try bench.head.size.count)
        if missing > 0 { try bench.append((0..<missing).map { [UInt8($0 % 24)] }) }
    }

    /// Reads the directory as anybody might, from its checkpoint down to the entries.
    private func verify(_ bench: LogBench) throws -> TreeSize {
        var published = PublishedLog(PublishedSource(directory, fetchingInto: place.path))
        let key = bench.log.founding.verificationKey
        let checkpoint = try Checkpoint(try published.checkpoint(), signedBy: key)
        let bundles = EntryBundle.added(from: TreeSize(0), to: checkpoint.size)
        let entries = try published.entries(of: bundles).flatMap(\.self)
        var frontier = Frontier()
        var hashes: [Subtree: Hash] = [:]
        for (index, entry) in entries.enumerated() {
            let stored = try bench.log.read { log in
                try log.bytes(at: Position(UInt64(index))).withUnsafeBytes { Array($0) }
            }
            #expect(stored == entry)
            frontier.append(Hash.leaf(entry.span.bytes)) { hashes[$0] = $1 }
        }
        #expect(frontier.size == checkpoint.size)
        #expect(frontier.root == checkpoint.root)
        let tiles = Tile.added(from: TreeSize(0), to: checkpoint.size)
        for (tile, stored) in zip(tiles, try published.hashes(of: tiles)) {
            #expect(stored == (0..<tile.width).map { hashes[tile.subtree(at: $0)] })
        }
        return checkpoint.size
    }

    @Test("It holds what its checkpoint speaks of, and grows by what is new")
    func growing() throws {
        try withLog { bench in
            var last: UInt64 = 0
            for size in [1, 2, 255, 256, 257, 600, 1025] as [UInt64] {
                try grow(bench, to: size)
                let summary = try publish(bench)
                #expect(summary.before == TreeSize(last))
                #expect(try verify(bench) == TreeSize(size))
                let new =
                    EntryBundle.added(from: TreeSize(last), to: TreeSize(size)).count
                    + Tile.added(from: TreeSize(last), to: TreeSize(size)).count
                // The checkpoint, and the first time four pages and a list.
                #expect(summary.fileCount == new + (last == 0 ? 6 : 1))
                last = size
            }
        }
    }

    @Test("What is published again is not written again")
    func again() throws {
        try withLog { bench in
            try grow(bench, to: 300)
            try publish(bench)
            #expect(try publish(bench).fileCount == 0)
        }
    }

    @Test("A cosignature that came later is published, and the checkpoint that has it is kept")
    func cosigned() throws {
        try withLog { bench in
            try publish(bench)
            let (checkpoint, note) = try #require(
                try checkpoints.newest(of: bench.log.founding.verificationKey))
            let cosigned = note.adding([
                try .cosign(note.text, at: 9, as: "witness.example", with: SigningKey.founder)
            ])
            try checkpoints.keep(
                cosigned, of: checkpoint.size, signedBy: bench.log.founding.verificationKey)
            try publish(bench)
            try grow(bench, to: 5)
            try publish(bench)
            var published = PublishedLog(PublishedSource(directory, fetchingInto: place.path))
            #expect(try published.checkpointSizes() == [checkpoint.size])
            #expect(try published.checkpoints(of: [checkpoint.size]) == [cosigned.bytes])
        }
    }

    @Test("A ledger that does not begin with what is there is not published over it")
    func forked() throws {
        try withLog { bench in
            try grow(bench, to: 5)
            try publish(bench)
            for size in [3, 9] as [UInt64] {
                try withLog(isRehearsal: true) { other in
                    try grow(other, to: size)
                    try FileManager.default.removeItem(atPath: place.path + "/signed")
                    #expect(throws: OtherPublication.self) { try publish(other) }
                }
            }
            #expect(try verify(bench) == TreeSize(5))
        }
    }

    @Test(
        "Cut off at any file, it still is what its checkpoint promises, and goes on from there",
        arguments: [
            "tile/entries/001.p/44", "tile/0/001.p/44", "tile/1/000.p/1", "tile/0/000",
            "liggare/act.cddl",
        ])
    func cutOff(name: String) throws {
        try withLog { bench in
            try grow(bench, to: 200)
            try publish(bench)
            try grow(bench, to: 300)
            // A folder in the file's place, which no file can take.
            let obstacle = "\(directory)/\(name)"
            try? FileManager.default.removeItem(atPath: obstacle)
            try Folder.make(obstacle + "/in-the-way")
            #expect(throws: FileFailure.self) { try publish(bench) }
            #expect(try verify(bench) == TreeSize(200))
            try FileManager.default.removeItem(atPath: obstacle)
            try publish(bench)
            #expect(try verify(bench) == TreeSize(300))
        }
    }

    @Test("A narrow bundle or tile that is gone is read from the wider one that came after it")
    func filled() throws {
        try withLog { bench in
            try grow(bench, to: 200)
            try publish(bench)
            let early = try Data(contentsOf: URL(filePath: directory + "/checkpoint"))
            try grow(bench, to: 256)
            try publish(bench)
            for narrow in ["tile/entries/000.p", "tile/0/000.p"] {
                try FileManager.default.removeItem(atPath: "\(directory)/\(narrow)")
            }
            try early.write(to: URL(filePath: directory + "/checkpoint"))
            #expect(try verify(bench) == TreeSize(200))
        }
    }

    @Test("The pages are those of the project")
    func pages() throws {
        try withLog { bench in
            try publish(bench)
            let key = try String(
                contentsOfFile: directory + "/liggare/verification-key", encoding: .utf8)
            #expect(VerificationKey(String(key.dropLast())) == bench.log.founding.verificationKey)
            let names = [
                "act.cddl", "checkpoints", "entry.cddl", "how-to-check.md", "verification-key",
            ]
            #expect(try Folder.names(in: directory + "/liggare") == names)
        }
    }
}
