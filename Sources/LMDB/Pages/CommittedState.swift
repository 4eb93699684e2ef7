/// What a commit left: its meta page, the tables, and the pages that are free. The trees below the
/// tables are not looked at.
struct CommittedState {
    let meta: MetaPage
    /// By their names.
    let tables: [String: TableRecord]
    let free: FreeList

    /// - Throws: `LMDBError` with the damage of the table of tables or of the free list.
    init(of meta: MetaPage, in file: DataFile) throws(LMDBError) {
        self.meta = meta
        tables = try Self.tables(of: meta, in: file)
        free = try FreeList(of: meta, in: file)
    }

    static let tablesName = "the table of tables"

    static func tables(
        of meta: MetaPage, in file: DataFile,
        enters: @escaping (TreeWalk.Reference) throws(LMDBError) -> Bool = { _ in true }
    ) throws(LMDBError) -> [String: TableRecord] {
        var tables: [String: TableRecord] = [:]
        let walk = TreeWalk(
            file: file, meta: meta, order: .bytes, table: tablesName, enters: enters
        ) { page, node throws(LMDBError) in
            guard case .table(let tree) = try file.value(of: node, page, tablesName) else {
                throw file.damage(
                    PageDamage(page.number, of: tablesName, "record \(node) is no table"))
            }
            tables[String(decoding: page.bytes[page.key(of: node)], as: UTF8.self)] = tree
        }
        try walk.run(meta.main)
        return tables
    }

    var sum: StateSum {
        StateSum(
            transaction: meta.transaction, tables: Self.sum(of: tables, meta), free: free.sum(meta))
    }

    static func sum(of tables: [String: TableRecord], _ meta: MetaPage) -> UInt64 {
        var sum = FNV1a()
        sum.add(meta.lastPage)
        sum.add(meta.main)
        for (name, tree) in tables.sorted(by: { $0.key < $1.key }) {
            sum.add(name)
            sum.add(tree)
        }
        return sum.value
    }
}

extension FreeList {
    fileprivate func sum(_ meta: MetaPage) -> UInt64 {
        var sum = FNV1a()
        sum.add(meta.freeList)
        for page in ownPages { sum.add(page) }
        for page in pages { sum.add(page) }
        return sum.value
    }
}
