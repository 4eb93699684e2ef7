/// A walk over the pages of a tree, from its root to its leaves and the pages of long values.
///
/// Each page's layout, kind and depth are checked, and that keys ascend from the first to the last
/// and lie where the branches above say. Below a page that `enters` refuses nothing is looked at.
struct TreeWalk {
    let file: DataFile
    let meta: MetaPage
    let order: KeyOrder
    let table: String
    /// Whether to enter what is referred to: a page, or the run of pages of a long value.
    let enters: (Reference) throws(LMDBError) -> Bool
    /// Called with each record of the leaves that were entered, in the order of their keys.
    let record: (Page, _ node: Int) throws(LMDBError) -> Void

    /// As many levels as a cursor of LMDB has room for (mdb.c: `CURSOR_STACK`).
    private static let deepest = 32

    /// Pages that a page of the tree, or the tree's record, refers to: one, or a run.
    struct Reference {
        let first: PageNumber
        let count: Int
        let table: String
    }

    private struct Tally {
        var branchPages: UInt64 = 0
        var leafPages: UInt64 = 0
        var overflowPages: UInt64 = 0
        var entries: UInt64 = 0
        var enteredAll = true
    }

    /// Keys of a page are not below `low`, and below `high`.
    private struct Bounds {
        var low: [UInt8]?
        var high: [UInt8]?
    }

    /// - Throws: `LMDBError` with the first damage; what `enters` and `record` throw.
    func run(_ tree: TableRecord) throws(LMDBError) {
        guard !tree.isEmpty else {
            guard tree.entries == 0, tree.depth == 0 else {
                throw damage(tree.root, "it has \(tree.entries) records and no page")
            }
            return
        }
        guard (1...Self.deepest).contains(tree.depth) else {
            throw damage(tree.root, "it has \(tree.depth) levels")
        }
        var tally = Tally()
        try visit(tree.root, depth: 1, of: tree, Bounds(), &tally)
        guard tally.enteredAll else { return }
        let found = [tally.branchPages, tally.leafPages, tally.overflowPages, tally.entries]
        let told = [tree.branchPages, tree.leafPages, tree.overflowPages, tree.entries]
        guard found == told else {
            throw damage(
                tree.root,
                "its branches, leaves, overflow pages and records are \(found), not \(told)")
        }
    }

    private func visit(
        _ number: PageNumber, depth: Int, of tree: TableRecord, _ bounds: Bounds,
        _ tally: inout Tally
    ) throws(LMDBError) {
        guard try enters(Reference(first: number, count: 1, table: table)) else {
            tally.enteredAll = false
            return
        }
        let page = try file.page(number, in: meta, of: table)
        let isLeaf = depth == tree.depth
        // While LMDB writes the free list, it may leave a branch of it with one page below.
        let fewest = isLeaf || order == .integers ? 1 : 2
        guard page.kind == (isLeaf ? .leaf : .branch), page.nodeCount >= fewest else {
            throw damage(number, "it is no \(isLeaf ? "leaf" : "branch") of \(tree.depth) levels")
        }
        try requireOrder(page, bounds)
        if isLeaf {
            tally.leafPages += 1
            tally.entries += UInt64(page.nodeCount)
            for node in 0..<page.nodeCount {
                if case .overflow(let first, let byteCount) = try file.value(of: node, page, table)
                {
                    try visitOverflow(first, byteCount: byteCount, &tally)
                }
                try record(page, node)
            }
        } else {
            tally.branchPages += 1
            for node in 0..<page.nodeCount {
                // A branch's first key is not looked at by LMDB, and may be of an earlier time.
                let low = node == 0 ? bounds.low : Array(page.bytes[page.key(of: node)])
                let high =
                    node + 1 == page.nodeCount
                    ? bounds.high : Array(page.bytes[page.key(of: node + 1)])
                try visit(
                    page.child(of: node), depth: depth + 1, of: tree, Bounds(low: low, high: high),
                    &tally)
            }
        }
    }

    private func visitOverflow(
        _ first: PageNumber, byteCount: Int, _ tally: inout Tally
    ) throws(LMDBError) {
        let size = meta.pageByteCount
        let count = (Page.headerByteCount + byteCount + size - 1) / size
        tally.overflowPages += UInt64(count)
        guard meta.contains(first), meta.contains(first.advanced(by: count - 1)) else {
            throw damage(first, "there is no such page")
        }
        guard try enters(Reference(first: first, count: count, table: table)) else { return }
        _ = try file.overflowPages(first, byteCount: byteCount, in: meta, of: table)
    }

    private func requireOrder(_ page: Page, _ bounds: Bounds) throws(LMDBError) {
        do throws(PageDamage) {
            try page.requireOrder(order, of: table)
        } catch {
            throw file.damage(error)
        }
        guard page.nodeCount > page.firstKeyed else { return }
        if let low = bounds.low, isKey(of: page.firstKeyed, page, before: low) {
            throw damage(page.number, "its keys begin before those of the branch that leads to it")
        }
        if let high = bounds.high, !isKey(of: page.nodeCount - 1, page, before: high) {
            throw damage(page.number, "its keys go beyond those of the branch that leads to it")
        }
    }

    private func isKey(of node: Int, _ page: Page, before bound: [UInt8]) -> Bool {
        let key = page.key(of: node)
        switch order {
        case .bytes: return unsafe page.compare(bound.span.bytes, node) > 0
        case .integers:
            let (own, other): (UInt64, UInt64) = (
                page.bytes.load(at: key.lowerBound), bound.load(at: 0)
            )
            return own < other
        }
    }

    private func damage(_ page: PageNumber, _ problem: String) -> LMDBError {
        file.damage(PageDamage(page, of: table, problem))
    }
}
