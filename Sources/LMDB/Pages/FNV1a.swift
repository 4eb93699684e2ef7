/// The checksum FNV-1a of 64 bits (draft-eastlake-fnv): two inputs that differ in one byte never have
/// the same, since each step is a bijection. It is against rot; who can forge a page can forge it.
struct FNV1a {
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
