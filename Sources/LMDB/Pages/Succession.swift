/// Whether one committed state follows from the one before it, page by page, so that what was known
/// of that one is known of this one too. It costs as many pages as the commit wrote.
///
/// It rests on how LMDB commits: pages are never written in place. A commit writes only pages that
/// were free before it, or beyond the last; a page that it writes replaces one of the state before,
/// which it frees, and so do all pages above it. Both states are therefore whole until the next
/// commit, and the difference between their trees can be walked from both roots:
///
/// - every page that the commit might have written is in the new trees once, or still free once;
/// - every other page that is free now was in the old trees, once;
/// - the pages at which the two walks stop, which neither wrote nor freed, are the same.
///
/// If each page up to the last was in use once or free once before, it is so after.
struct Succession {
    private let file: DataFile
    private let before: CommittedState
    private let after: CommittedState

    /// - Throws: `LMDBError` with the damage of the newer state.
    static func require(
        _ after: CommittedState, follows before: CommittedState, in file: DataFile
    ) throws(LMDBError) {
        try Succession(file: file, before: before, after: after).require()
    }

    private func require() throws(LMDBError) {
        guard after.meta.lastPage >= before.meta.lastPage else {
            throw damage(after.meta.lastPage, "the file had pages behind it")
        }
        let writable = PageSet(upTo: after.meta.lastPage)
        for page in before.free.pages { _ = writable.insert(page) }
        let firstNew = before.meta.lastPage.index + 1
        for index in firstNew..<max(firstNew, after.meta.lastPage.index + 1) {
            _ = writable.insert(PageNumber(index))
        }
        let freed = PageSet(upTo: after.meta.lastPage)
        var freedCount = 0
        let known = PageSet(upTo: after.meta.lastPage)
        for page in after.free.pages {
            guard known.insert(page) else { throw damage(page, "it is free twice") }
            guard !writable.contains(page) else { continue }
            _ = freed.insert(page)
            freedCount += 1
        }
        let written = try Difference(of: after, in: file, within: writable, known)
        for index in firstNew..<max(firstNew, after.meta.lastPage.index + 1)
        where !known.contains(PageNumber(index)) {
            throw damage(PageNumber(index), "it is neither in use nor free")
        }
        for page in before.free.pages where !known.contains(page) {
            throw damage(page, "it is neither in use nor free")
        }
        let replaced = try Difference(
            of: before, in: file, within: freed, PageSet(upTo: after.meta.lastPage))
        guard replaced.pageCount == freedCount else {
            throw damage(
                after.meta.freeList.root,
                "\(freedCount) pages became free, and "
                    + "\(replaced.pageCount) were given up")
        }
        guard written.edge == replaced.edge else {
            let page = written.edge.symmetricDifference(replaced.edge).min() ?? .none
            throw damage(page, "it was given up and not freed, or taken and not free")
        }
    }

    private func damage(_ page: PageNumber, _ problem: String) -> LMDBError {
        file.damage(PageDamage(page, problem))
    }
}

/// The pages of a state's trees that lie within a set, from the roots down, and those below them that
/// do not.
private struct Difference {
    let pageCount: Int
    /// First pages, for runs.
    let edge: Set<PageNumber>

    /// - Parameter known: extended by the pages found, which are not in it yet.
    init(
        of state: CommittedState, in file: DataFile, within set: PageSet, _ known: PageSet
    ) throws(LMDBError) {
        var (pageCount, edge) = (0, Set<PageNumber>())
        func enters(_ reference: TreeWalk.Reference) throws(LMDBError) -> Bool {
            let pages = (0..<reference.count).map { reference.first.advanced(by: $0) }
            let inside = pages.count(where: set.contains)
            guard inside == 0 || inside == pages.count else {
                throw file.damage(
                    PageDamage(reference.first, of: reference.table, "its run is broken"))
            }
            guard inside > 0 else {
                guard edge.insert(reference.first).inserted else {
                    throw file.damage(
                        PageDamage(reference.first, of: reference.table, "it is in use twice"))
                }
                return false
            }
            for page in pages where !known.insert(page) {
                throw file.damage(
                    PageDamage(page, of: reference.table, "it is free, or in use, elsewhere too"))
            }
            pageCount += pages.count
            return true
        }
        func walk(
            _ tree: TableRecord, _ order: KeyOrder, _ table: String
        ) throws(LMDBError) {
            let walk = TreeWalk(
                file: file, meta: state.meta, order: order, table: table,
                enters: { reference throws(LMDBError) in try enters(reference) },
                record: { _, _ in })
            try walk.run(tree)
        }
        try walk(state.meta.freeList, .integers, FreeList.name)
        try walk(state.meta.main, .bytes, CommittedState.tablesName)
        for table in state.tables { try walk(table.tree, .bytes, table.name) }
        (self.pageCount, self.edge) = (pageCount, edge)
    }
}
