/// Arrays and maps. The closure forms count the items, check the keys and keep the depth; the two
/// forms that return a count leave that to the caller.
extension Reader {
    /// An array's count; that many items follow. At most the number of bytes left, so safe to
    /// reserve. Does not add to the depth: a decoder that recurses takes the closure form.
    public mutating func array() throws(CBORError) -> Int {
        let start = offset
        let count = try checkedCount(try take(.array), itemsEach: 1, of: start)
        owed &+= count
        return count
    }

    /// A map's count; that many keys follow, each before its value. Neither their order nor the
    /// depth is checked: prefer ``map(_:)`` and ``generalMap(_:)``, which do both.
    public mutating func mapHeader() throws(CBORError) -> Int {
        let start = offset
        let count = try checkedCount(try take(.map), itemsEach: 2, of: start)
        owed &+= 2 &* count
        return count
    }

    /// An array: `element` is called for each item, and takes exactly that one (`.notOneItem`).
    public mutating func array(
        _ element: (_ reader: inout Reader) throws(CBORError) -> Void
    ) throws(CBORError) {
        // What holds again afterwards, when the array is the one item taken.
        let outside = (level: level, owed: owed &- 1)
        let count = try enter(.array, itemsEach: 1)
        for _ in 0..<count {
            let start = offset
            owed = 1
            try element(&self)
            guard owed == 0 else { throw CBORError(.notOneItem, at: start) }
        }
        (level, owed) = outside
    }

    /// A map with unsigned keys, ascending and none twice. `body` is called for each key, and takes
    /// exactly the one item that is its value (`.notOneItem`).
    public mutating func map(
        _ body: (_ key: UInt64, _ reader: inout Reader) throws(CBORError) -> Void
    ) throws(CBORError) {
        let outside = (level: level, owed: owed &- 1)
        let count = try enter(.map, itemsEach: 2)
        var previous: UInt64?
        for _ in 0..<count {
            let keyStart = offset
            owed = 2
            let key = try take(.unsigned)
            // Among shortest unsigned encodings, order by bytes is order by value.
            if let previous, key <= previous {
                throw CBORError(key == previous ? .duplicateKey : .unsortedKeys, at: keyStart)
            }
            previous = key
            let start = offset
            try body(key, &self)
            guard owed == 0 else { throw CBORError(.notOneItem, at: start) }
        }
        (level, owed) = outside
    }

    /// A map with keys of any type, ascending and none twice. `body` is given each key's encoding,
    /// already validated, and takes exactly the one item that is its value (`.notOneItem`).
    public mutating func generalMap(
        _ body: (_ key: RawSpan, _ reader: inout Reader) throws(CBORError) -> Void
    ) throws(CBORError) {
        let outside = (level: level, owed: owed &- 1)
        let count = try enter(.map, itemsEach: 2)
        var previous: Range<Int>?
        for _ in 0..<count {
            let keyStart = offset
            owed = 2
            let key = try skip()
            try checkOrder(of: keyStart..<offset, after: &previous)
            let start = offset
            try body(key, &self)
            guard owed == 0 else { throw CBORError(.notOneItem, at: start) }
        }
        (level, owed) = outside
    }
}

extension Reader {
    /// Takes the head of an array or map, steps one level in, and returns its count.
    @inline(__always)
    private mutating func enter(_ type: MajorType, itemsEach: Int) throws(CBORError) -> Int {
        let start = offset
        let inside = depth + 1
        let argument = try take(type)
        try checkDepth(inside, of: start)
        level = inside
        return try checkedCount(argument, itemsEach: itemsEach, of: start)
    }

    /// A count that the bytes left can hold, at one byte an item; `start` is its head.
    @inline(__always)
    func checkedCount(
        _ argument: UInt64, itemsEach: Int, of start: Int
    ) throws(CBORError) -> Int {
        guard argument <= UInt64(remaining / itemsEach) else {
            throw CBORError(.truncated, at: start)
        }
        return Int(argument)
    }

    /// Checks that the key at `key` comes after the `previous` one, and makes it the previous.
    func checkOrder(
        of key: Range<Int>, after previous: inout Range<Int>?
    ) throws(CBORError) {
        if let previous {
            switch input.compare(previous, key) {
            case .ascending: break
            case .equal: throw CBORError(.duplicateKey, at: key.lowerBound)
            case .descending: throw CBORError(.unsortedKeys, at: key.lowerBound)
            }
        }
        previous = key
    }
}
