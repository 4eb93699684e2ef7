/// A page of a tree as LMDB 0.9 lays it out (mdb.c: `MDB_page` and `MDB_node`), once its layout has
/// been checked: whatever is asked of it lies within it.
///
///     page   number 8 | pad 2 | flags 2 | lower 2 | upper 2 | offsets of the nodes, 2 each | … | nodes
///     node   size, or a child's low bits, 4 | flags, or its high bits, 2 | key size 2 | key | value
///
/// Offsets end at `lower`, nodes begin at `upper` and fill the page to its end. Of a value that needs
/// pages of its own, `overflow`, the leaf holds the first page's number; such a run of pages has one
/// header, in which the last 4 bytes count the pages.
struct Page: Sendable {
    enum Kind: Equatable, Sendable {
        case branch
        case leaf
        case overflow(pages: Int)
    }

    static let headerByteCount = 16

    let number: PageNumber
    let kind: Kind
    let nodeCount: Int
    let bytes: [UInt8]

    /// - Throws: `PageDamage` where the page says that it is another one, is of no kind that a tree
    ///   has, or its nodes do not fit.
    init(_ number: PageNumber, _ bytes: [UInt8]) throws(PageDamage) {
        self.number = number
        self.bytes = bytes
        let says = PageNumber(bytes.load(at: 0))
        guard says == number else {
            throw PageDamage(number, "it says that it is page \(says)")
        }
        let flags: UInt16 = bytes.load(at: 10)
        switch flags {
        case 0x01: kind = .branch
        case 0x02: kind = .leaf
        case 0x04:
            kind = .overflow(pages: Int(bytes.load(at: 12) as UInt32))
            nodeCount = 0
            return
        default: throw PageDamage(number, "it is of no kind that a tree has (\(flags))")
        }
        let (lower, upper): (UInt16, UInt16) = (bytes.load(at: 12), bytes.load(at: 14))
        guard Int(lower) >= Self.headerByteCount, lower <= upper, Int(upper) <= bytes.count,
            lower.isMultiple(of: 2)
        else { throw PageDamage(number, "its bounds are \(lower) and \(upper)") }
        nodeCount = (Int(lower) - Self.headerByteCount) / 2
        try requireNodesFill(from: Int(upper))
    }

    private func requireNodesFill(from upper: Int) throws(PageDamage) {
        var filled = 0
        for index in 0..<nodeCount {
            let offset = self.offset(of: index)
            guard offset >= upper, offset.isMultiple(of: 2), offset + 8 <= bytes.count else {
                throw PageDamage(number, "node \(index) lies at \(offset)")
            }
            let size = nodeByteCount(at: offset)
            guard offset + size <= bytes.count else {
                throw PageDamage(number, "node \(index) is \(size) bytes long")
            }
            filled += size + size % 2
        }
        guard upper + filled == bytes.count else {
            throw PageDamage(number, "its nodes take \(filled) bytes of \(bytes.count - upper)")
        }
    }

    private func nodeByteCount(at offset: Int) -> Int {
        let keyBytes = Int(bytes.load(at: offset + 6) as UInt16)
        if kind == .branch { return 8 + keyBytes }
        let flags: UInt16 = bytes.load(at: offset + 4)
        let isElsewhere = flags & NodeFlag.overflow != 0
        return 8 + keyBytes + (isElsewhere ? 8 : Int(bytes.load(at: offset) as UInt32))
    }

    private func offset(of node: Int) -> Int {
        Int(bytes.load(at: Self.headerByteCount + 2 * node) as UInt16)
    }
}

enum NodeFlag {
    static let overflow: UInt16 = 0x01
    static let table: UInt16 = 0x02
}

extension Page {
    /// What a leaf holds at a key.
    enum Value {
        /// Its place in the page's bytes.
        case inline(Range<Int>)
        case overflow(first: PageNumber, byteCount: Int)
        case table(TableRecord)
    }

    func key(of node: Int) -> Range<Int> {
        let start = offset(of: node) + 8
        return start..<start + Int(bytes.load(at: start - 2) as UInt16)
    }

    /// The page below a branch's node.
    func child(of node: Int) -> PageNumber {
        let offset = offset(of: node)
        let (low, high): (UInt32, UInt16) = (bytes.load(at: offset), bytes.load(at: offset + 4))
        return PageNumber(UInt64(low) | UInt64(high) << 32)
    }

    /// - Throws: `PageDamage` for a node of no kind that is ours.
    func value(of node: Int) throws(PageDamage) -> Value {
        let offset = offset(of: node)
        let start = key(of: node).upperBound
        let byteCount = Int(bytes.load(at: offset) as UInt32)
        switch bytes.load(at: offset + 4) as UInt16 {
        case 0: return .inline(start..<start + byteCount)
        case NodeFlag.overflow:
            return .overflow(first: PageNumber(bytes.load(at: start)), byteCount: byteCount)
        case NodeFlag.table where byteCount == TableRecord.byteCount:
            return .table(TableRecord(bytes, at: start))
        case let flags:
            throw PageDamage(number, "node \(node) has flags \(flags), \(byteCount) bytes")
        }
    }
}
