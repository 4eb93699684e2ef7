import Coordinates
import Testing
import TransparencyLog

/// The eight entries of Certificate Transparency's reference test data, and what is known of them.
enum KnownTree {
    static let entries: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Array(0x50...0x57), Array(0x60...0x6f),
    ]

    /// The roots of the sizes 0 to 8.
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
}

@Suite struct KnownTreeTests {
    let tree = MemoryTree(KnownTree.entries)

    @Test("The published roots come out", arguments: zip(0...8, KnownTree.roots))
    func publishedRoots(size: Int, root: String) {
        #expect(MerkleTree.root(of: TreeSize(UInt64(size)), reading: tree).description == root)
    }

    @Test("The leaves of the worked example are as printed")
    func exampleLeaves() {
        #expect(
            abbreviated(Array(tree.leaves.prefix(7))) == [
                "6e340b9c", "96a296d2", "0298d122", "07506a85", "bc1a0643", "4271a26b", "b08693ec",
            ])
    }

    @Test(
        "The nodes of the worked example are as printed",
        arguments: [
            (1, 0, "fac54203"), (1, 1, "5f083f0a"), (1, 2, "0ebc5d34"), (2, 0, "d37ee418"),
        ] as [(Int, UInt64, String)])
    func exampleNodes(level: Int, index: UInt64, printed: String) {
        #expect(abbreviated([tree.hash(of: Subtree(level: level, index: index))]) == [printed])
    }

    @Test("The frontier of the worked example is as printed")
    func exampleFrontier() {
        let frontier = MerkleTree.frontier(of: TreeSize(7), reading: tree)
        #expect(abbreviated(frontier.hashes) == ["d37ee418", "0ebc5d34", "b08693ec"])
        #expect(abbreviated([frontier.root]) == ["ddb89be4"])
    }

    @Test("The inclusion proof of the worked example is as printed")
    func exampleInclusion() {
        let proof = MerkleTree.proveInclusion(of: Position(4), in: TreeSize(7), reading: tree)
        #expect(abbreviated(proof) == ["4271a26b", "b08693ec", "d37ee418"])
    }

    @Test(
        "The consistency proofs of the worked example are as printed",
        arguments: [
            (3, ["0298d122", "07506a85", "fac54203", "837dbb15"]),
            (4, ["837dbb15"]),
        ] as [(UInt64, [String])])
    func exampleConsistency(from old: UInt64, printed: [String]) {
        let proof = MerkleTree.proveConsistency(from: TreeSize(old), to: TreeSize(7), reading: tree)
        #expect(abbreviated(proof) == printed)
    }

    private func abbreviated(_ hashes: [Hash]) -> [String] {
        hashes.map { String($0.description.prefix(8)) }
    }
}
