import Coordinates

extension RepairReport {
    /// Notes what lies behind the end of what was brought back, or is known to have been there.
    mutating func noteWhatIsMissing(in candidates: Candidates) {
        guard let known, known.size > size else {
            // What there is beyond is one that fits nowhere, or several.
            if gap == .absent { gap = nil }
            return
        }
        var position = size.end
        while position < known.size.end {
            let next = candidates.sources.compactMap { $0.next(from: position) }.min()
            let first = min(next ?? known.size.end, known.size.end)
            missing.extend(with: position..<first)
            guard first < known.size.end else { break }
            let isReadable = first > size.end && !candidates.entries(at: first).isEmpty
            candidates.forget(first)
            position = first.treeSize.end
            if isReadable {
                unplaced.extend(with: first..<position)
            } else {
                missing.extend(with: first..<position)
            }
        }
    }
}

extension [Range<Position>] {
    /// - Precondition: after all that are in it.
    fileprivate mutating func extend(with range: Range<Position>) {
        if range.isEmpty { return }
        if let last = last, last.upperBound == range.lowerBound {
            self[count - 1] = last.lowerBound..<range.upperBound
        } else {
            append(range)
        }
    }
}
