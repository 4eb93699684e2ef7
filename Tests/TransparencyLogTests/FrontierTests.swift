import Coordinates
import LogSupport
import TestSupport
import Testing
import TransparencyLog

@Suite struct FrontierTests {
    let tree = MemoryTree(size: 200)

    @Test("The root is at every size the one that the RFC defines")
    func definedRoots() {
        var frontier = Frontier()
        #expect(frontier.root == .emptyTree)
        for (index, leaf) in tree.leaves.enumerated() {
            frontier.append(leaf)
            #expect(frontier.size == TreeSize(UInt64(index) + 1))
            #expect(frontier.root == tree.root(index + 1), "size \(index + 1)")
        }
    }

    @Test("A frontier read from storage is the one that grew there")
    func readFromStorage() {
        var grown = Frontier()
        for leaf in tree.leaves {
            #expect(MerkleTree.frontier(of: grown.size, reading: tree) == grown)
            #expect(MerkleTree.root(of: grown.size, reading: tree) == grown.root)
            #expect(Frontier(size: grown.size, hashes: grown.hashes) == grown)
            grown.append(leaf)
        }
    }

    @Test(
        "A stored frontier with too few or too many hashes is refused",
        arguments: [(0, 1), (1, 0), (7, 2), (7, 4), (8, 3), (.max, 63), (1 << 63, 0)]
            as [(UInt64, Int)])
    func wrongCount(size: UInt64, hashes: Int) {
        let hashes = [Hash](repeating: .emptyTree, count: hashes)
        #expect(Frontier(size: TreeSize(size), hashes: hashes) == nil)
    }

    @Test("Appending hands over just the subtrees that the entry completes, smallest first")
    func completedSubtrees() {
        var frontier = Frontier()
        for leaf in tree.leaves {
            let before = frontier.size
            let after = TreeSize(before.count + 1)
            var completed: [Subtree] = []
            frontier.append(leaf) { subtree, hash in
                completed.append(subtree)
                #expect(hash == root(of: subtree))
            }
            let expected = (0..<64).compactMap { level -> Subtree? in
                let subtree = Subtree(level: level, index: before.count >> UInt64(level))
                return subtree.isComplete(in: after) ? subtree : nil
            }
            #expect(completed == expected, "size \(after.count)")
            #expect(completed.allSatisfy { !$0.isComplete(in: before) })
        }
    }

    @Test("An append whose hashes cannot be stored changes nothing", arguments: 0..<4)
    func failedAppend(failing: Int) {
        struct DiskFull: Error {}
        let before = MerkleTree.frontier(of: TreeSize(7), reading: tree)
        var frontier = before
        #expect(throws: DiskFull.self) {
            try frontier.append(tree.leaves[7]) { subtree, _ throws(DiskFull) in
                if subtree.level == failing { throw DiskFull() }
            }
        }
        #expect(frontier == before)
    }

    @Test(
        "The largest sizes grow without overflow",
        arguments: [(1 << 63) - 2, (1 << 63) - 1, 1 << 63, .max - 2, .max - 1] as [UInt64])
    func largestSizes(size: UInt64) {
        let tree = UniformTree()
        var frontier = MerkleTree.frontier(of: TreeSize(size), reading: tree)
        frontier.append(UniformTree.leaf)
        #expect(frontier == MerkleTree.frontier(of: TreeSize(size + 1), reading: tree))
    }

    private func root(of subtree: Subtree) -> Hash {
        let first = Int(subtree.index) << subtree.level
        return definedRoot(tree.leaves[first..<first + (1 << subtree.level)])
    }
}
