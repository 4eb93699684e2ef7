extension Reader {
    /// Passes one whole item of any type and returns its bytes, which are then known to be
    /// canonical all the way down: shortest heads, sorted keys, UTF-8, depth. Allocates nothing.
    @_lifetime(copy self)
    public mutating func skip() throws(CBORError) -> RawSpan {
        let start = offset
        let around = depth
        try spend(0)
        try pass(depth: around)
        return input.extracting(start..<offset)
    }

    /// Passes the item at `offset`, which has `depth` arrays, maps and tags around it.
    private mutating func pass(depth: Int) throws(CBORError) {
        let start = offset
        let head = try Head(in: input, at: start)
        offset += head.length
        switch head.type {
        case .unsigned, .negative, .simple, .float:
            return
        case .bytes:
            _ = try takeContent(head.argument, of: start)
        case .text:
            _ = try utf8(try takeContent(head.argument, of: start), of: start)
        case .array:
            try checkDepth(depth + 1, of: start)
            for _ in 0..<(try checkedCount(head.argument, itemsEach: 1, of: start)) {
                try pass(depth: depth + 1)
            }
        case .map:
            try checkDepth(depth + 1, of: start)
            var previous: Range<Int>?
            for _ in 0..<(try checkedCount(head.argument, itemsEach: 2, of: start)) {
                let key = offset
                try pass(depth: depth + 1)
                try checkOrder(of: key..<offset, after: &previous)
                try pass(depth: depth + 1)
            }
        case .tag:
            try checkDepth(depth + 1, of: start)
            try pass(depth: depth + 1)
        }
    }

    /// Throws `.tooDeep` at `start` if what begins there would put its items at a forbidden depth.
    func checkDepth(_ depth: Int, of start: Int) throws(CBORError) {
        guard depth <= maximumDepth else { throw CBORError(.tooDeep, at: start) }
    }
}
