import Coordinates
import Testing
import TransparencyLog

@Suite struct InclusionProofTests {
    let tree = MemoryTree(size: 101)

    @Test("Every leaf of every size is proved, and no damaged proof passes", arguments: 1...100)
    func everyLeaf(size: Int) {
        let root = tree.root(size)
        for position in 0..<size {
            let proof = prove(position, size)
            #expect(check(position, size, root, proof), "position \(position)")
            for damaged in damaged(proof) {
                #expect(!check(position, size, root, damaged), "position \(position)")
            }
        }
    }

    @Test("No other leaf, position or tree passes", arguments: 1...100)
    func everythingElse(size: Int) {
        let root = tree.root(size)
        for position in 0..<size {
            let proof = prove(position, size)
            let leaf = tree.leaves[position]
            #expect(!check(position, size, root.corrupted, proof))
            #expect(!check(position, size, root, proof, leaf: leaf.corrupted))
            #expect(!check(position, size + 1, tree.root(size + 1), proof))
            #expect(!check(position, size - 1, tree.root(size - 1), proof))
            for other in [0, position - 1, position + 1, size - 1, size]
            where other >= 0 && other != position {
                #expect(!check(other, size, root, proof, leaf: leaf), "\(position) as \(other)")
            }
        }
    }

    @Test(
        "A position outside the tree is refused, whatever the proof",
        arguments: [(0, 0), (1, 1), (7, 7), (.max, 7), (.max, .max), (1 << 63, 1 << 63)]
            as [(UInt64, UInt64)])
    func outside(position: UInt64, size: UInt64) {
        for count in [0, 1, 3, 64, 100] {
            let proof = [Hash](repeating: .emptyTree, count: count)
            #expect(
                !MerkleTree.checkInclusion(
                    of: .emptyTree, at: Position(position), in: TreeSize(size), root: .emptyTree,
                    proof: proof))
        }
    }

    @Test(
        "The largest trees are proved, and any count of hostile hashes is refused",
        arguments: [
            (0, 1 << 63), ((1 << 63) - 1, 1 << 63), (1 << 62, (1 << 63) - 1),
            (1 << 63, (1 << 63) + 1), (0, .max), ((1 << 63) - 1, .max), (.max - 1, .max),
        ] as [(UInt64, UInt64)])
    func largestTrees(position: UInt64, size: UInt64) {
        let tree = UniformTree()
        let position = Position(position)
        let size = TreeSize(size)
        let root = MerkleTree.root(of: size, reading: tree)
        let proof = MerkleTree.proveInclusion(of: position, in: size, reading: tree)
        #expect(proof.count <= 64)
        #expect(
            MerkleTree.checkInclusion(
                of: UniformTree.leaf, at: position, in: size, root: root, proof: proof))
        for count in 0...70 {
            let hostile = [Hash](repeating: .emptyTree, count: count)
            #expect(
                !MerkleTree.checkInclusion(
                    of: UniformTree.leaf, at: position, in: size, root: root, proof: hostile))
        }
    }

    private func prove(_ position: Int, _ size: Int) -> [Hash] {
        MerkleTree.proveInclusion(
            of: Position(UInt64(position)), in: TreeSize(UInt64(size)), reading: tree)
    }

    private func check(
        _ position: Int, _ size: Int, _ root: Hash, _ proof: [Hash], leaf: Hash? = nil
    ) -> Bool {
        MerkleTree.checkInclusion(
            of: leaf ?? tree.leaves[position], at: Position(UInt64(position)),
            in: TreeSize(UInt64(size)), root: root, proof: proof)
    }
}
