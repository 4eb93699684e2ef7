/// The pages that LMDB's free list names: those that each transaction freed.
struct FreeList {
    struct Record {
        let freedBy: UInt64
        let count: Int
    }

    private(set) var pages: [PageNumber] = []
    private(set) var records: [Record] = []
    /// The pages that the list itself lies in.
    private(set) var ownPages: [PageNumber] = []

    /// Reads the list. A record is keyed by the transaction that freed its pages: their count, then
    /// their numbers, falling (`MDB_IDL`); a record may have room behind them.
    /// - Throws: `LMDBError` with the first damage.
    init(of meta: MetaPage, in file: DataFile) throws(LMDBError) {
        var (pages, ownPages): ([PageNumber], [PageNumber]) = ([], [])
        var records: [Record] = []
        let walk = TreeWalk(file: file, meta: meta, order: .integers, table: Self.name) {
            reference throws(LMDBError) in
            ownPages += (0..<reference.count).map { reference.first.advanced(by: $0) }
            return true
        } record: { page, node throws(LMDBError) in
            let freedBy: UInt64 = page.bytes.load(at: page.key(of: node).lowerBound)
            let freed = try Self.pages(of: node, freedBy, page, in: meta, file)
            records.append(Record(freedBy: freedBy, count: freed.count))
            pages += freed
        }
        try walk.run(meta.freeList)
        self.pages = pages
        self.ownPages = ownPages
        self.records = records
    }

    static let name = "the free list"

    private static func pages(
        of node: Int, _ freedBy: UInt64, _ page: Page, in meta: MetaPage, _ file: DataFile
    ) throws(LMDBError) -> [PageNumber] {
        func damage(_ problem: String) -> LMDBError {
            file.damage(PageDamage(page.number, of: name, problem))
        }
        guard freedBy > 0, freedBy <= meta.transaction else {
            throw damage("transaction \(freedBy) is not over yet")
        }
        let list: [UInt8]
        switch try file.value(of: node, page, name) {
        case .inline(let place): list = Array(page.bytes[place])
        case .overflow(let first, let byteCount):
            list = try file.overflow(first, byteCount: byteCount, in: meta, of: name)
        case .table: throw damage("record \(node) is a table")
        }
        let size = MemoryLayout<UInt64>.size
        let room = list.count / size - 1
        guard room >= 0, list.count.isMultiple(of: size),
            let count = Int(exactly: list.load(at: 0) as UInt64), count <= room
        else { throw damage("a list of \(list.count) bytes does not say how many pages it has") }
        var pages: [PageNumber] = []
        pages.reserveCapacity(count)
        for index in 1..<(count + 1) {
            let freed = PageNumber(list.load(at: index * size))
            guard meta.contains(freed), pages.last.map({ freed < $0 }) ?? true else {
                throw damage("the pages that transaction \(freedBy) freed are not in order")
            }
            pages.append(freed)
        }
        return pages
    }
}
