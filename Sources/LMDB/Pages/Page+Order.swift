import Glibc

/// How the keys of a tree are ordered.
enum KeyOrder {
    /// As tables have them: byte by byte, a prefix first.
    case bytes
    /// As the free list has them (`MDB_INTEGERKEY`): integers in the machine's order.
    case integers
}

extension Page {
    /// The node with the first key that counts. LMDB does not look at the first one of a branch,
    /// which may be of an earlier time.
    var firstKeyed: Int { kind == .branch ? 1 : 0 }

    /// - Throws: `PageDamage` where a key has a length that it can't have, or does not come after the
    ///   one before it.
    func requireOrder(_ order: KeyOrder, of table: String) throws(PageDamage) {
        for node in stride(from: firstKeyed, to: nodeCount, by: 1) {
            let key = key(of: node)
            guard order == .bytes ? !key.isEmpty : key.count == 8 else {
                throw PageDamage(number, of: table, "a key has \(key.count) bytes")
            }
            guard node == firstKeyed || compare(self.key(of: node - 1), key, order) < 0 else {
                throw PageDamage(
                    number, of: table, "key \(node) does not come after the one before it")
            }
        }
    }

    /// Negative where the key comes before the node's, byte by byte.
    func compare(_ key: RawSpan, _ node: Int) -> Int {
        let own = self.key(of: node)
        return unsafe key.withUnsafeBytes { key in
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe compareBytes(key, UnsafeRawBufferPointer(rebasing: bytes[own]))
            }
        }
    }

    /// The first node whose key is `key` or comes after it; nil where there is none.
    func firstNode(from key: RawSpan, after first: Int = 0) -> Int? {
        var (low, high) = (first, nodeCount)
        while low < high {
            let middle = low + (high - low) / 2
            if compare(key, middle) > 0 { low = middle + 1 } else { high = middle }
        }
        return low < nodeCount ? low : nil
    }

    private func compare(_ one: Range<Int>, _ other: Range<Int>, _ order: KeyOrder) -> Int {
        switch order {
        case .integers:
            let (one, other): (UInt64, UInt64) = (
                bytes.load(at: one.lowerBound), bytes.load(at: other.lowerBound)
            )
            return one < other ? -1 : one > other ? 1 : 0
        case .bytes:
            return unsafe bytes.withUnsafeBytes { bytes in
                unsafe compareBytes(
                    UnsafeRawBufferPointer(rebasing: bytes[one]),
                    UnsafeRawBufferPointer(rebasing: bytes[other]))
            }
        }
    }
}

private func compareBytes(
    _ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer
) -> Int {
    let shared = min(one.count, other.count)
    if shared > 0, let first = one.baseAddress, let second = other.baseAddress {
        let order = unsafe memcmp(first, second, shared)
        if order != 0 { return Int(order) }
    }
    return one.count - other.count
}
