import Coordinates

// How RFC 6962, section 2.1, takes a list of entries apart.
//
// Meant for 0..<n and what repeated halving makes of it. Such a range starts at a multiple of every
// power of two up to its length, so the subtrees cut from its left end have whole indexes.

extension Range<Position> {
    /// How many entries the range spans.
    var entryCount: UInt64 { upperBound.index - lowerBound.index }

    /// The two lists of which the tree over these entries is the node: the left has as many entries
    /// as the largest power of two smaller than `entryCount`, the right has the rest.
    ///
    /// - Precondition: there are at least two entries.
    var halves: (left: Self, right: Self) {
        precondition(entryCount >= 2, "a single entry has no halves")
        let middle = Position(lowerBound.index + (entryCount - 1).highestPowerOfTwo)
        return (lowerBound..<middle, middle..<upperBound)
    }

    /// The perfect subtrees that these entries fill, left to right: one for each bit set in
    /// `entryCount`, so each is smaller than the one before.
    var perfectSubtrees: [Subtree] {
        var subtrees: [Subtree] = []
        var rest = self
        while !rest.isEmpty {
            let width = rest.entryCount.highestPowerOfTwo
            let level = width.trailingZeroBitCount
            subtrees.append(Subtree(level: level, index: rest.lowerBound.index >> level))
            rest = Position(rest.lowerBound.index + width)..<upperBound
        }
        return subtrees
    }
}

extension UInt64 {
    /// The largest power of two that is not larger than this number, which is not 0.
    fileprivate var highestPowerOfTwo: UInt64 {
        1 << (UInt64.bitWidth - 1 - leadingZeroBitCount)
    }
}
