import Coordinates
import Testing
import TransparencyLog

@Suite struct ConsistencyProofTests {
    let tree = MemoryTree(size: 101)

    @Test("Every pair of sizes is proved, and no damaged proof passes", arguments: 0...100)
    func everyPair(size: Int) {
        let root = tree.root(size)
        for old in 0...size {
            let oldRoot = tree.root(old)
            let proof = prove(old, size)
            #expect(check(old, oldRoot, size, root, proof), "from \(old)")
            for damaged in damaged(proof) {
                #expect(!check(old, oldRoot, size, root, damaged), "from \(old)")
            }
        }
    }

    @Test("No other root passes", arguments: 1...100)
    func otherRoots(size: Int) {
        let root = tree.root(size)
        for old in 1...size {
            let oldRoot = tree.root(old)
            let proof = prove(old, size)
            #expect(!check(old, oldRoot.corrupted, size, root, proof), "from \(old)")
            #expect(!check(old, oldRoot, size, root.corrupted, proof), "from \(old)")
        }
    }

    @Test("No proof passes for its neighbouring sizes", arguments: 2...100)
    func otherSizes(size: Int) {
        for old in 1..<size {
            let proof = prove(old, size)
            let others = [(old - 1, size), (old + 1, size), (old, size - 1), (old, size + 1)]
            // The empty proof is right wherever the sizes are equal or the older is 0.
            for (old, size) in others where old > 0 && old < size {
                #expect(!check(old, tree.root(old), size, tree.root(size), proof))
            }
        }
    }

    @Test("A log that changed an old entry is found out", arguments: 1...32)
    func rewrittenEntry(old: Int) {
        for rewritten in 0..<old {
            var entries = (0..<33).map { Array("\($0)".utf8) }
            entries[rewritten] = Array("rewritten".utf8)
            let other = MemoryTree(entries)
            let proof = MerkleTree.proveConsistency(
                from: TreeSize(UInt64(old)), to: TreeSize(33), reading: other)
            #expect(check(old, other.root(old), 33, other.root(33), proof))
            #expect(!check(old, tree.root(old), 33, other.root(33), proof))
        }
    }

    @Test("Every tree begins with the empty one, and a shrunken log is refused")
    func edges() {
        let root = tree.root(5)
        #expect(check(0, .emptyTree, 5, root, []))
        #expect(check(0, .emptyTree, 0, .emptyTree, []))
        #expect(!check(0, root, 5, root, []))
        #expect(!check(0, .emptyTree, 0, root, []))
        #expect(!check(0, .emptyTree, 5, root, [root]))
        #expect(!check(5, root, 0, .emptyTree, []))
        #expect(!check(5, root, 4, tree.root(4), prove(4, 5)))
        #expect(!check(5, root, 5, tree.root(4), []))
    }

    @Test(
        "The largest trees are proved, and any count of hostile hashes is refused",
        arguments: [
            (1, 1 << 63), ((1 << 63) - 1, 1 << 63), (1 << 62, 1 << 63), (3, .max),
            (1 << 63, .max), ((1 << 63) - 1, .max), ((1 << 63) + 1, .max), (.max - 1, .max),
        ] as [(UInt64, UInt64)])
    func largestTrees(old: UInt64, size: UInt64) {
        let tree = UniformTree()
        let old = TreeSize(old)
        let size = TreeSize(size)
        let oldRoot = MerkleTree.root(of: old, reading: tree)
        let root = MerkleTree.root(of: size, reading: tree)
        let proof = MerkleTree.proveConsistency(from: old, to: size, reading: tree)
        #expect(proof.count <= 65)
        #expect(
            MerkleTree.checkConsistency(
                from: old, oldRoot: oldRoot, to: size, newRoot: root, proof: proof))
        for count in 0...70 {
            let hostile = [Hash](repeating: .emptyTree, count: count)
            #expect(
                !MerkleTree.checkConsistency(
                    from: old, oldRoot: oldRoot, to: size, newRoot: root, proof: hostile))
        }
    }

    private func prove(_ old: Int, _ size: Int) -> [Hash] {
        MerkleTree.proveConsistency(
            from: TreeSize(UInt64(old)), to: TreeSize(UInt64(size)), reading: tree)
    }

    private func check(
        _ old: Int, _ oldRoot: Hash, _ size: Int, _ root: Hash, _ proof: [Hash]
    ) -> Bool {
        MerkleTree.checkConsistency(
            from: TreeSize(UInt64(old)), oldRoot: oldRoot, to: TreeSize(UInt64(size)),
            newRoot: root,
            proof: proof)
    }
}
