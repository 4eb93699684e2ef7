/// What LMDB keeps of a tree of pages: `MDB_db` of mdb.c, 48 bytes in the machine's byte order.
///
///     pad 4 | flags 2 | depth 2 | branch pages 8 | leaf pages 8 | overflow pages 8 | entries 8 | root 8
struct TableRecord: Equatable, Sendable {
    static let byteCount = 48

    let pad: UInt32
    let flags: UInt16
    let depth: Int
    let branchPages: UInt64
    let leafPages: UInt64
    let overflowPages: UInt64
    let entries: UInt64
    let root: PageNumber

    init(_ bytes: [UInt8], at offset: Int) {
        pad = bytes.load(at: offset)
        flags = bytes.load(at: offset + 4)
        depth = Int(bytes.load(at: offset + 6) as UInt16)
        branchPages = bytes.load(at: offset + 8)
        leafPages = bytes.load(at: offset + 16)
        overflowPages = bytes.load(at: offset + 24)
        entries = bytes.load(at: offset + 32)
        root = PageNumber(bytes.load(at: offset + 40))
    }

    var isEmpty: Bool { root == .none }
}

extension [UInt8] {
    /// The integer at an offset, in the machine's byte order, as LMDB writes it.
    func load<Value: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Value {
        precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
        return unsafe withUnsafeBytes {
            unsafe $0.loadUnaligned(fromByteOffset: offset, as: Value.self)
        }
    }
}
