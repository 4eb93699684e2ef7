import Coordinates

/// The way up from a small tree to the root of the whole tree, and the siblings met on it.
///
/// Both kinds of proof are the hashes along an ascent. Prover and checker derive it alike from
/// positions and sizes alone, so a proof's shape is never taken from the proof.
struct Ascent {
    /// The tree that is joined to the one the ascent has reached, and on which side it stands.
    enum Sibling {
        case left(Range<Position>)
        case right(Range<Position>)
    }

    /// The entries of the tree that the ascent starts from.
    let start: Range<Position>
    /// Lowest first; at most 64.
    let siblings: [Sibling]

    /// From the leaf at `position` to the root: PATH of RFC 9162, section 2.1.3.1.
    ///
    /// - Precondition: `position` is within `size`.
    init(fromLeafAt position: Position, in size: TreeSize) {
        self.init(from: position, in: size) { $0.entryCount == 1 }
    }

    /// From the largest tree that ends where the one of `old` entries does to the root: SUBPROOF of
    /// RFC 9162, section 2.1.4.1. Left siblings lie wholly in the old tree, right ones outside it.
    ///
    /// - Precondition: 0 < `old` ≤ `size`.
    init(fromEndOf old: TreeSize, in size: TreeSize) {
        self.init(from: Position(old.count - 1), in: size) { $0.upperBound.index == old.count }
    }

    /// The siblings are found on the way down, from the root towards `position`.
    private init(
        from position: Position, in size: TreeSize, isStart: (Range<Position>) -> Bool
    ) {
        var entries = Position(0)..<Position(size.count)
        precondition(entries.contains(position), "position \(position.index) is outside the tree")
        var siblings: [Sibling] = []
        while !isStart(entries) {
            let (left, right) = entries.halves
            if left.contains(position) {
                siblings.append(.right(right))
                entries = left
            } else {
                siblings.append(.left(left))
                entries = right
            }
        }
        self.start = entries
        self.siblings = siblings.reversed()
    }
}

extension Ascent.Sibling {
    var entries: Range<Position> {
        switch self {
        case .left(let entries), .right(let entries): entries
        }
    }
}
