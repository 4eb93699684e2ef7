/// What a commit left: its meta page, the tables, and the pages that are free. The trees below the
/// tables are not looked at.
struct CommittedState {
    let meta: MetaPage
    /// In the order of their names.
    let tables: [NamedTable]
    let free: FreeList

    /// - Throws: `LMDBError` with the damage of the table of tables or of the free list.
    init(of meta: MetaPage, in file: DataFile) throws(LMDBError) {
        self.meta = meta
        tables = try Self.tables(of: meta, in: file)
        free = try FreeList(of: meta, in: file)
    }

    func tree(of table: String) -> TableRecord? { tables.first { $0.name == table }?.tree }

    static let tablesName = "the table of tables"

    static func tables(
        of meta: MetaPage, in file: DataFile,
        enters: @escaping (TreeWalk.Reference) throws(LMDBError) -> Bool = { _ in true }
    ) throws(LMDBError) -> [NamedTable] {
        var tables: [NamedTable] = []
        let walk = TreeWalk(
            file: file, meta: meta, order: .bytes, table: tablesName, enters: enters
        ) { page, node throws(LMDBError) in
            guard case .table(let tree) = try file.value(of: node, page, tablesName) else {
                throw file.damage(
                    PageDamage(page.number, of: tablesName, "record \(node) is no table"))
            }
            let name = String(decoding: page.bytes[page.key(of: node)], as: UTF8.self)
            tables.append(NamedTable(name: name, tree: tree))
        }
        try walk.run(meta.main)
        return tables
    }

    var sum: StateSum {
        StateSum(
            transaction: meta.transaction, tables: Self.sum(of: tables, meta), free: free.sum(meta))
    }

    static func sum(of tables: [NamedTable], _ meta: MetaPage) -> UInt64 {
        var sum = FNV1a()
        sum.add(meta.lastPage)
        sum.add(meta.main)
        for table in tables {
            sum.add(table.name)
            sum.add(table.tree)
        }
        return sum.value
    }
}

struct NamedTable {
    let name: String
    let tree: TableRecord
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
