import Coordinates
import Publication
import TransparencyLog

// What is read in batches.

extension EntryBundle {
    /// Those that a log of `new` entries has and one of `old` had not, so many at a time.
    ///
    /// They are listed while they are read, since a checkpoint may promise more than there can be.
    static func batches(
        from old: TreeSize, to new: TreeSize
    ) -> UnfoldSequence<[EntryBundle], TreeSize> {
        let step = UInt64(PublishedLog.batchSize * Tile.fullWidth)
        return sequence(state: old) { start in
            guard start < new else { return nil }
            let end = TreeSize(Swift.min(new.count, (start.count / step + 1) * step))
            defer { start = end }
            return EntryBundle.added(from: start, to: end)
        }
    }
}

extension Array {
    /// Runs of at most so many elements, in order.
    func batches(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
