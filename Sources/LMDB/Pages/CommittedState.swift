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

/// The checksum FNV-1a of 64 bits (draft-eastlake-fnv): two inputs that differ in one byte never have
/// the same, since each step is a bijection. It is against rot; who can forge a page can forge it.
private struct FNV1a {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    mutating func add(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) {
            add(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    mutating func add(_ page: PageNumber) { add(page.index) }

    mutating func add(_ text: String) {
        add(UInt64(text.utf8.count))
        for byte in text.utf8 { add(byte) }
    }

    mutating func add(_ tree: TableRecord) {
        add(UInt64(tree.flags) << 32 | UInt64(tree.pad))
        add(UInt64(tree.depth))
        add(tree.branchPages)
        add(tree.leafPages)
        add(tree.overflowPages)
        add(tree.entries)
        add(tree.root)
    }
}
