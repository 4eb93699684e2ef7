import Coordinates
import EntryLog
import LMDB
import LogSupport
import TestSupport
import Testing
import TransparencyLog

@Suite struct TreeTests {
    static let size = 600

    /// A log of 600 entries, from commands of 1, 2, 3 ... entries, and its leaf hashes.
    private func withLargeLog(
        _ body: (LogBench, [Hash]) throws -> Void
    ) throws {
        try withLog { bench in
            var (next, count) = (UInt64(1), UInt64(1))
            while next < Self.size {
                let end = min(next + count, UInt64(Self.size))
                try bench.append(contents(next..<end))
                (next, count) = (end, count + 1)
            }
            let leaves = try bench.storedEntries().map(leaf)
            try #require(leaves.count == Self.size)
            try body(bench, leaves)
        }
    }

    @Test("Full tiles of leaves are stored, and above them every hash there is")
    func tiles() throws {
        try withLargeLog { bench, leaves in
            try bench.log.read { log in
                for index in 0..<2 as Range<UInt64> {
                    let tile = try #require(Tile(level: 0, index: index, width: 256))
                    let first = Int(index) * 256
                    let stored = try log.storedHashes(of: tile)
                    #expect(stored == Array(leaves[first..<first + 256]))
                }
                let above = try #require(Tile(level: 1, index: 0, width: 2))
                let roots = [0, 256].map { definedRoot(leaves[$0..<$0 + 256]) }
                #expect(try log.storedHashes(of: above) == roots)
            }
            var count = 0
            try bench.change("tiles") { count = try $0.count($1) }
            #expect(count == 3)
            try bench.reopen()
        }
    }

    @Test("The root of every size is that of RFC 9162")
    func roots() throws {
        try withLargeLog { bench, leaves in
            try bench.log.read { log in
                for size in 0...Self.size {
                    let root = try log.root(of: TreeSize(UInt64(size)))
                    #expect(root == definedRoot(leaves.prefix(size)), "size \(size)")
                }
            }
        }
    }

    @Test("Proofs of inclusion, read from the log, check")
    func inclusion() throws {
        try withLargeLog { bench, leaves in
            try bench.log.read { log in
                for size in [1, 2, 255, 256, 257, 511, 512, 513, Self.size] {
                    let root = definedRoot(leaves.prefix(size))
                    for index in stride(from: 0, to: size, by: 7) {
                        let position = Position(UInt64(index))
                        let proof = try MerkleTree.proveInclusion(
                            of: position, in: TreeSize(UInt64(size)), reading: log)
                        #expect(
                            MerkleTree.checkInclusion(
                                of: leaves[index], at: position, in: TreeSize(UInt64(size)),
                                root: root, proof: proof),
                            "\(index) in \(size)")
                    }
                }
            }
        }
    }

    @Test("Proofs of consistency, read from the log, check")
    func consistency() throws {
        try withLargeLog { bench, leaves in
            try bench.log.read { log in
                let sizes = [1, 2, 3, 200, 255, 256, 257, 300, 511, 512, 513, 599, Self.size]
                let roots = sizes.map { definedRoot(leaves.prefix($0)) }
                for (new, newRoot) in zip(sizes, roots) {
                    for (old, oldRoot) in zip(sizes, roots) where old <= new {
                        let (old, new) = (TreeSize(UInt64(old)), TreeSize(UInt64(new)))
                        let proof = try MerkleTree.proveConsistency(
                            from: old, to: new, reading: log)
                        #expect(
                            MerkleTree.checkConsistency(
                                from: old, oldRoot: oldRoot, to: new, newRoot: newRoot, proof: proof
                            ),
                            "\(old) in \(new)")
                    }
                }
            }
        }
    }
}
