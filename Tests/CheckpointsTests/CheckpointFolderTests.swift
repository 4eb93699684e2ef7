import Checkpoints
import Coordinates
import EntryLog
import Files
import LogSupport
import TestSupport
import Testing
import TransparencyLog

@Suite("A ledger's checkpoints")
struct CheckpointFolderTests {
    private func contents(_ numbers: Range<UInt8>) -> [[UInt8]] { numbers.map { [$0 % 24] } }

    private func sign(
        _ bench: LogBench, in folder: CheckpointFolder
    ) throws -> (Checkpoint, SignedNote) {
        try folder.sign(bench.log, with: SigningKey.checkpoints) { log, _ in log.head.root }
    }

    @Test("What is signed is kept, and can be verified with the founding's key")
    func signed() throws {
        try withLog { bench in
            let folder = CheckpointFolder(path: bench.directory.path + "/checkpoints")
            #expect(try folder.sizes() == [])
            let (first, _) = try sign(bench, in: folder)
            try bench.append(contents(0..<9))
            let (second, note) = try sign(bench, in: folder)
            #expect([first.size, second.size] == [TreeSize(1), TreeSize(10)])
            #expect(second.root == (try bench.head.root))
            #expect(try folder.sizes() == [first.size, second.size])
            let newest = try #require(try folder.newest(of: bench.log.founding.verificationKey))
            #expect(newest == (second, note))
        }
    }

    @Test("One that was signed keeps its cosignatures when it is asked for again")
    func cosigned() throws {
        try withLog { bench in
            let folder = CheckpointFolder(path: bench.directory.path + "/checkpoints")
            let (checkpoint, note) = try sign(bench, in: folder)
            let cosigned = note.adding([
                try .cosign(note.text, at: 9, as: "witness.example", with: SigningKey.founder)
            ])
            try folder.keep(
                cosigned, of: checkpoint.size, signedBy: bench.log.founding.verificationKey)
            #expect(try sign(bench, in: folder).1 == cosigned)
        }
    }

    @Test("Cosignatures are added to what is kept, and tell how far a witness has come")
    func added() throws {
        try withLog { bench in
            let folder = CheckpointFolder(path: bench.directory.path + "/checkpoints")
            let log = bench.log.founding.verificationKey
            let witnesses = ["a.example", "b.example"].map {
                VerificationKey(named: $0, type: .cosignature, of: SigningKey.founder)
            }
            for round in [1, 2] as [Int64] {
                let (checkpoint, note) = try sign(bench, in: folder)
                // The second witness is there once.
                for witness in witnesses.prefix(Int(3 - round)) {
                    let cosignature = try NoteSignature.cosign(
                        note.text, at: round, as: witness.name, with: SigningKey.founder)
                    let kept = try folder.keep(
                        note.adding([cosignature]), of: checkpoint.size, signedBy: log)
                    #expect(kept.signatures.last == cosignature)
                }
                try bench.append([[1], [2]])
            }
            let newest = try witnesses.map { try folder.newest(of: log, cosignedBy: $0) }
            #expect(newest == [TreeSize(3), TreeSize(1)])
            let stranger = VerificationKey(
                named: "c.example", type: .cosignature, of: SigningKey.founder)
            #expect(try folder.newest(of: log, cosignedBy: stranger) == TreeSize(0))
            let both = try #require(try folder.checkpoint(of: TreeSize(1), signedBy: log)).1
            #expect(try both.cosignatures(by: witnesses).count == 2)
        }
    }

    @Test("A log that does not extend the last checkpoint is not signed, shorter or longer")
    func forked() throws {
        try withLog { bench in
            let folder = CheckpointFolder(path: bench.directory.path + "/checkpoints")
            try bench.append(contents(0..<5))
            _ = try sign(bench, in: folder)
            for count in [3, 9] as [UInt8] {
                try withLog { other in
                    try other.append(contents(1..<count))
                    #expect(throws: ForkedCheckpoint.self) { try sign(other, in: folder) }
                }
            }
            #expect(try folder.sizes() == [TreeSize(6)])
        }
    }

    @Test("A checkpoint that was taken away is missed, and is still not contradicted")
    func removed() throws {
        try withLog { bench in
            let path = bench.directory.path + "/checkpoints"
            let folder = CheckpointFolder(path: path)
            let log = bench.log.founding.verificationKey
            for _ in 0..<3 {
                try bench.append(contents(0..<2))
                _ = try sign(bench, in: folder)
            }
            #expect(try folder.differencesFromIndex(of: log) == ([], []))
            for size in [3, 7] {
                WholeFile.remove("\(path)/\(size)")
                let (removed, unlisted) = try folder.differencesFromIndex(of: log)
                #expect(removed.last?.size == TreeSize(UInt64(size)))
                #expect(unlisted == [])
            }
            try withLog { other in
                try other.append(contents(1..<9))
                #expect(throws: ForkedCheckpoint.self) { try sign(other, in: folder) }
            }
            _ = try sign(bench, in: folder)
            #expect(try folder.differencesFromIndex(of: log).removed.map(\.size) == [TreeSize(3)])
        }
    }

    @Test("What a kill left out of the list is listed with the next; a list that was cut is found")
    func unlisted() throws {
        try withLog { bench in
            let path = bench.directory.path + "/checkpoints"
            let folder = CheckpointFolder(path: path)
            let log = bench.log.founding.verificationKey
            for _ in 0..<3 {
                try bench.append(contents(0..<2))
                _ = try sign(bench, in: folder)
            }
            let index = try #require(try WholeFile.read(path + "/index"))
            let lines = String(decoding: index, as: UTF8.self).split(separator: "\n")
            try WholeFile.write(
                Array((lines.dropLast().joined(separator: "\n") + "\n").utf8), to: path + "/index")
            #expect(try folder.differencesFromIndex(of: log) == ([], []))
            _ = try sign(bench, in: folder)
            #expect(try WholeFile.read(path + "/index") == index)
            WholeFile.remove(path + "/index")
            #expect(
                try folder.differencesFromIndex(of: log).unlisted == [TreeSize(3), TreeSize(5)])
            for wrong in ["3 x\n", "9\n", "no line", "\(lines[1])\n\(lines[0])\n"] {
                try WholeFile.write(Array(wrong.utf8), to: path + "/index")
                #expect(throws: MalformedIndex.self) { try sign(bench, in: folder) }
            }
        }
    }

    @Test("A stored checkpoint that another key signed is not believed")
    func stranger() throws {
        try withLog { bench in
            let path = bench.directory.path + "/checkpoints"
            let folder = CheckpointFolder(path: path)
            let (checkpoint, _) = try sign(bench, in: folder)
            let forged = try checkpoint.signed(with: SigningKey.founder)
            try WholeFile.write(forged.bytes, to: "\(path)/\(checkpoint.size)")
            #expect(throws: UnsoundCheckpoint.self) { try sign(bench, in: folder) }
        }
    }
}

@Suite("What was seen of a ledger")
struct SeenCheckpointsTests {
    private func check(_ bench: LogBench, _ seen: SeenCheckpoints) throws {
        try seen.check(bench.log)
    }

    @Test("A log may grow, and stay as it is")
    func growing() throws {
        try withLog { bench in
            let seen = SeenCheckpoints(folder: bench.directory.path + "/state/seen")
            #expect(try seen.last(of: bench.log.id) == nil)
            for _ in 0..<3 {
                try check(bench, seen)
                try check(bench, seen)
                #expect(try seen.last(of: bench.log.id)?.root == (try bench.head.root))
                try bench.append([[1], [2]])
            }
        }
    }

    @Test("What was acknowledged is remembered, though it was never opened again")
    func acknowledged() throws {
        try withLog { bench in
            let seen = SeenCheckpoints(folder: bench.directory.path + "/state/seen")
            try check(bench, seen)
            let receipt = try bench.append([[1]])
            try seen.remember(
                Checkpoint(
                    origin: bench.log.founding.origin, size: receipt.size, root: receipt.root),
                of: bench.log.id)
            try withLog { backup in
                #expect(throws: RolledBack.self) { try check(backup, seen) }
            }
            try check(bench, seen)
        }
    }

    @Test("A log that is shorter than it was, or went on otherwise, is refused")
    func rolledBack() throws {
        try withLog { bench in
            let seen = SeenCheckpoints(folder: bench.directory.path + "/state/seen")
            try bench.append([[1], [2]])
            try check(bench, seen)
            for contents in [[[1]], [[1], [3]], [[1], [3], [4]]] as [[[UInt8]]] {
                try withLog { backup in
                    try backup.append(contents)
                    #expect(throws: RolledBack.self) { try check(backup, seen) }
                }
            }
            try check(bench, seen)
        }
    }
}
