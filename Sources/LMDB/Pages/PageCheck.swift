/// Whether every page of a data file is what its trees and its free list say: each page up to the
/// last reachable exactly once, or free exactly once.
///
/// LMDB keeps no checksums and follows what it finds. A rotten page in a tree is then a crash or a
/// wrong answer; one in the free list gives away pages that a tree still holds, and the next commit
/// destroys what was recorded long ago. Entries vouch for themselves by their hashes; this check
/// vouches for the pages that they lie in.
struct PageCheck {
    private(set) var tables: [NamedTable] = []
    private(set) var freePages = 0
    private(set) var damages: [LMDBError] = []
    private let file: DataFile
    private let meta: MetaPage
    /// In use or free, as far as is known.
    private let known: PageSet

    /// Checks the file as of one meta page. The caller keeps the pages from being written anew
    /// meanwhile: it holds the writer's lock, or a reader's slot of the transaction.
    /// - Throws: `LMDBError` where a page cannot be read.
    init(of meta: MetaPage, in file: DataFile) throws(LMDBError) {
        self.file = file
        self.meta = meta
        known = PageSet(upTo: meta.lastPage)
        _ = known.insert(PageNumber(0))
        _ = known.insert(PageNumber(1))
        try noteFreePages()
        try noteTables()
        if damages.isEmpty { noteLostPages() }
    }

    private mutating func noteFreePages() throws(LMDBError) {
        do throws(LMDBError) {
            let list = try FreeList(of: meta, in: file)
            freePages = list.pages.count
            for page in list.ownPages + list.pages { try mark(page, of: FreeList.name) }
        } catch {
            try note(error)
        }
    }

    private mutating func noteTables() throws(LMDBError) {
        do throws(LMDBError) {
            tables = try CommittedState.tables(
                of: meta, in: file, enters: marking(CommittedState.tablesName))
        } catch {
            try note(error)
        }
        for table in tables {
            let walk = TreeWalk(
                file: file, meta: meta, order: .bytes, table: table.name,
                enters: marking(table.name)
            ) { _, _ in }
            do throws(LMDBError) { try walk.run(table.tree) } catch { try note(error) }
        }
    }

    /// Goes on after a damage, which may be one of several.
    private mutating func note(_ error: LMDBError) throws(LMDBError) {
        guard error.damage != nil else { throw error }
        damages.append(error)
    }

    private func marking(
        _ table: String
    ) -> (TreeWalk.Reference) throws(LMDBError) -> Bool {
        { [self] reference throws(LMDBError) in
            for index in 0..<reference.count {
                try mark(reference.first.advanced(by: index), of: table)
            }
            return true
        }
    }

    private func mark(_ page: PageNumber, of table: String) throws(LMDBError) {
        guard meta.contains(page) else {
            throw file.damage(PageDamage(page, of: table, "there is no such page"))
        }
        guard known.insert(page) else {
            throw file.damage(PageDamage(page, of: table, "it is free, or in use, elsewhere too"))
        }
    }

    /// Pages that nobody holds do no harm, but no commit leaves any.
    private mutating func noteLostPages() {
        for index in PageNumber.firstOfTrees.index..<(meta.lastPage.index + 1)
        where !known.contains(PageNumber(index)) {
            damages.append(
                file.damage(PageDamage(PageNumber(index), "it is neither in use nor free")))
            return
        }
    }
}
