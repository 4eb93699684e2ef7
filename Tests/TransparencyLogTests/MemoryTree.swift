import Coordinates
import LogSupport
import TestSupport
import TransparencyLog

/// A tree in memory, grown by a frontier and read back as stored subtrees.
struct MemoryTree: HashReader {
    private(set) var leaves: [Hash] = []
    private var frontier = Frontier()
    private var stored: [Subtree: Hash] = [:]

    /// The entries are the positions' decimal digits, so that no two leaves are alike.
    init(size: Int) {
        self.init((0..<size).map { Array("\($0)".utf8) })
    }

    init(_ entries: [[UInt8]]) {
        for entry in entries {
            let leaf = Hash.leaf(entry)
            leaves.append(leaf)
            frontier.append(leaf) { stored[$0] = $1 }
        }
    }

    var subtrees: some Collection<Subtree> { stored.keys }

    func hash(of subtree: Subtree) -> Hash {
        guard let hash = stored[subtree] else { preconditionFailure("\(subtree) is not stored") }
        return hash
    }

    /// The root of the tree over the first `size` leaves, by the definition.
    func root(_ size: Int) -> Hash { definedRoot(leaves.prefix(size)) }
}

// Spans, which must not outlive an expression, cannot stand in an expectation; arrays can.
extension Hash {
    init?(bytes: [UInt8]) { self.init(bytes: bytes.span.bytes) }

    static func leaf(_ entry: [UInt8]) -> Hash { leaf(entry.span.bytes) }
}
