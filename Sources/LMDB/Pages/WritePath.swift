/// The pages that a write is about to touch, checked before LMDB trusts them.
///
/// LMDB copies each page from the root to the record, and frees the old ones by the number that their
/// headers have; it follows the numbers that branches have. A rotten one would free, and let be
/// overwritten, a page that another branch holds. What it takes new pages from was checked with the
/// state; so a commit that follows from sound pages leaves a sound state.
///
/// A page is read and checked once a transaction: what LMDB has copied of it since is its own.
final class WritePath {
    private let file: DataFile
    private let state: CommittedState
    private var pages: [PageNumber: Page] = [:]
    private var wholeTables: Set<String> = []

    init(of state: CommittedState, in file: DataFile) {
        self.file = file
        self.state = state
    }

    /// Checks the committed pages from a table's root to the leaf where `key` is or would be, and the
    /// pages of its value.
    /// - Throws: `LMDBError` with the damage.
    func check(_ table: String, _ key: RawSpan) throws(LMDBError) {
        guard let tree = state.tree(of: table), !tree.isEmpty, !wholeTables.contains(table) else {
            return
        }
        var number = tree.root
        for depth in 1...max(tree.depth, 1) {
            let page = try page(number, of: table, isLeaf: depth == tree.depth)
            guard page.kind == .branch else {
                guard let node = page.firstNode(from: key), page.compare(key, node) == 0 else {
                    return
                }
                return try checkValue(of: node, page, table)
            }
            let after = page.firstNode(from: key, after: 1) ?? page.nodeCount
            let isAt = after < page.nodeCount && page.compare(key, after) == 0
            number = page.child(of: isAt ? after : after - 1)
        }
    }

    /// Checks all pages of a table, which is to be emptied, or from which a record is removed: then
    /// pages beside the path may be merged.
    func checkAll(_ table: String) throws(LMDBError) {
        guard let tree = state.tree(of: table), wholeTables.insert(table).inserted else { return }
        let seen = PageSet(upTo: state.meta.lastPage)
        for page in state.free.pages { _ = seen.insert(page) }
        let walk = TreeWalk(file: file, meta: state.meta, order: .bytes, table: table) {
            [file, state] reference throws(LMDBError) in
            for index in 0..<reference.count {
                let page = reference.first.advanced(by: index)
                guard state.meta.contains(page), seen.insert(page) else {
                    throw file.damage(
                        PageDamage(page, of: table, "it is free, or in use, elsewhere too"))
                }
            }
            return true
        } record: { _, _ in
        }
        try walk.run(tree)
    }

    private func page(
        _ number: PageNumber, of table: String, isLeaf: Bool
    ) throws(LMDBError) -> Page {
        if let page = pages[number] { return page }
        let page = try file.page(number, in: state.meta, of: table)
        do throws(PageDamage) {
            guard page.kind == (isLeaf ? .leaf : .branch), page.nodeCount > 0 else {
                throw PageDamage(number, of: table, "it is no \(isLeaf ? "leaf" : "branch")")
            }
            try page.requireOrder(.bytes, of: table)
        } catch {
            throw file.damage(error)
        }
        pages[number] = page
        return page
    }

    private func checkValue(of node: Int, _ page: Page, _ table: String) throws(LMDBError) {
        guard case .overflow(let first, let byteCount) = try file.value(of: node, page, table)
        else { return }
        _ = try file.overflowPages(first, byteCount: byteCount, in: state.meta, of: table)
    }
}
