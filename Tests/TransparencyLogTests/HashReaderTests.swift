import Coordinates
import Testing
import TransparencyLog

@Suite struct HashReaderTests {
    @Test("A transaction that cannot be copied serves as a reader")
    func transaction() {
        struct Transaction: HashReader, ~Copyable {
            let tree: MemoryTree

            borrowing func hash(of subtree: Subtree) -> Hash { tree.hash(of: subtree) }
        }
        let tree = MemoryTree(size: 9)
        let transaction = Transaction(tree: tree)
        #expect(MerkleTree.root(of: TreeSize(9), reading: transaction) == tree.root(9))
        #expect(
            MerkleTree.proveInclusion(of: Position(3), in: TreeSize(9), reading: transaction)
                == MerkleTree.proveInclusion(of: Position(3), in: TreeSize(9), reading: tree))
    }

    @Test("A reader's failure reaches the caller as it is")
    func failure() {
        struct Missing: Error, Equatable { let subtree: Subtree }
        struct Hollow: HashReader {
            func hash(of subtree: Subtree) throws(Missing) -> Hash {
                throw Missing(subtree: subtree)
            }
        }
        #expect(throws: Missing(subtree: Subtree(level: 3, index: 0))) {
            try MerkleTree.root(of: TreeSize(9), reading: Hollow())
        }
        #expect(throws: Missing(subtree: Subtree(level: 0, index: 8))) {
            try MerkleTree.proveConsistency(from: TreeSize(8), to: TreeSize(9), reading: Hollow())
        }
    }

    @Test("A proof reads few hashes, none from outside the tree", arguments: [100, 1000, 1023])
    func reads(size: Int) {
        /// Counts, and stops at a subtree that the tree does not wholly hold.
        final class Counter: HashReader {
            let tree = UniformTree()
            let size: TreeSize
            var reads = 0

            init(_ size: TreeSize) { self.size = size }

            func hash(of subtree: Subtree) -> Hash {
                precondition(subtree.isComplete(in: size), "\(subtree) is outside the tree")
                reads += 1
                return tree.hash(of: subtree)
            }
        }
        for position in 0..<UInt64(size) {
            let counter = Counter(TreeSize(UInt64(size)))
            _ = MerkleTree.proveInclusion(
                of: Position(position), in: counter.size, reading: counter)
            #expect(counter.reads <= 20)
            _ = MerkleTree.proveConsistency(
                from: TreeSize(position), to: counter.size, reading: counter)
            #expect(counter.reads <= 40)
        }
    }
}
