/// One of the two pages with which a data file begins: what a commit made current. Commits write
/// them by turns.
///
///     page header 16 | magic 4 | version 4 | address 8 | map size 8 | free list 48 | main table 48
///     | last page 8 | transaction 8
struct MetaPage: Equatable, Sendable {
    static let magic: UInt32 = 0xBEEF_C0DE
    static let version: UInt32 = 1
    static let byteCount = 152

    let transaction: UInt64
    let lastPage: PageNumber
    /// The pages that are free: by the transaction that freed them.
    let freeList: TableRecord
    /// The other tables, by their names.
    let main: TableRecord
    /// As the free list's record has it.
    let pageByteCount: Int

    /// - Throws: `PageDamage` where it is none, or what it says cannot be.
    init(_ number: PageNumber, _ bytes: [UInt8], at start: Int = 0) throws(PageDamage) {
        guard start + Self.byteCount <= bytes.count else {
            throw PageDamage(number, "the file ends before it does")
        }
        let flags: UInt16 = bytes.load(at: start + 10)
        guard PageNumber(bytes.load(at: start)) == number, flags == 0x08,
            bytes.load(at: start + 16) == Self.magic, bytes.load(at: start + 20) == Self.version
        else { throw PageDamage(number, "it is no meta page of LMDB's version \(Self.version)") }
        freeList = TableRecord(bytes, at: start + 40)
        main = TableRecord(bytes, at: start + 88)
        lastPage = PageNumber(bytes.load(at: start + 136))
        transaction = bytes.load(at: start + 144)
        pageByteCount = Int(freeList.pad)
        guard (256...65_536).contains(pageByteCount), pageByteCount.nonzeroBitCount == 1 else {
            throw PageDamage(number, "its pages have \(pageByteCount) bytes")
        }
        // No commit writes beyond the map. Who believed another number would ask for as much memory.
        let mapByteCount: UInt64 = bytes.load(at: start + 32)
        guard lastPage.index >= 1, lastPage.index < mapByteCount / UInt64(pageByteCount) else {
            throw PageDamage(number, "its last page is \(lastPage)")
        }
    }

    /// Whether a tree may have the page: it is no meta page, and not beyond the last.
    func contains(_ page: PageNumber) -> Bool { page >= .firstOfTrees && page <= lastPage }
}
