import Glibc

/// What can still be read of a data file, whatever has become of its trees: each record of each page
/// that may be a leaf, or was one before it was freed.
///
/// Nothing of it is believed: whoever asks finds out from what a record holds whether it ever was
/// one, and may get the same record several times. LMDB is not asked; the file is only read, and
/// `lock.mdb` and `data.sum` are not opened.
package final class Salvage {
    /// Where a record lies in the file.
    package struct Place: Hashable, Comparable, Sendable {
        fileprivate let offset: UInt64

        package static func < (one: Place, other: Place) -> Bool { one.offset < other.offset }
    }

    private let file: DataFile
    private let isOwned: Bool
    private let byteCount: Int
    private let pageByteCount: Int
    /// Why some of it could not be read; nil where all that was asked for could.
    package private(set) var failure: LMDBError?
    private var last: (number: Int, bytes: [UInt8])?

    /// Opens the data file in a directory.
    /// - Throws: `LMDBError`: `isNotFound`, `isPermissionDenied`, or for what is no file.
    package convenience init(in path: String) throws(LMDBError) {
        let descriptor = unsafe Glibc.open(
            path + "/data.mdb", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw LMDBError(code: errno, operation: "open data.mdb", path: path)
        }
        do throws(LMDBError) {
            try requireRegularFile(descriptor, "open data.mdb", path)
        } catch {
            close(descriptor)
            throw error
        }
        self.init(DataFile(descriptor: descriptor, path: path), isOwned: true)
    }

    /// - Parameter isOwned: whether the file is closed with this.
    init(_ file: DataFile, isOwned: Bool = false) {
        self.file = file
        self.isOwned = isOwned
        var status = stat()
        byteCount = unsafe fstat(file.descriptor, &status) == 0 ? Int(status.st_size) : 0
        pageByteCount = Self.pageByteCount(of: file)
    }

    deinit {
        if isOwned { close(file.descriptor) }
    }

    /// As either meta page has it, or else as LMDB would choose it here.
    private static func pageByteCount(of file: DataFile) -> Int {
        if let first = try? file.meta(0, at: 0) { return first.pageByteCount }
        for shift in 8...16 {
            let second = try? file.meta(1, at: 1 << shift)
            if second?.pageByteCount == 1 << shift { return 1 << shift }
        }
        return sysconf(Int32(_SC_PAGESIZE))
    }

    private func page(_ number: Int) -> [UInt8]? {
        if let last, last.number == number { return last.bytes }
        guard let bytes = read(pageByteCount, at: number * pageByteCount) else { return nil }
        last = (number, bytes)
        return bytes
    }

    private func read(_ count: Int, at offset: Int) -> [UInt8]? {
        do throws(LMDBError) {
            return try file.read(count, at: offset)
        } catch {
            failure = error
            return nil
        }
    }
}

extension Salvage {
    /// Hands over the key of each record, and how long its value says that it is.
    package func forEachRecord(
        _ body: (_ key: RawSpan, _ byteCount: Int, Place) throws -> Void
    ) rethrows {
        for number in 0..<(byteCount + pageByteCount - 1) / pageByteCount {
            guard let page = page(number), !isAnother(page, number) else { continue }
            try forEachNode(of: page) { node, offset in
                let key = unsafe page.span.bytes.extracting(node.key)
                let place = Place(offset: UInt64(number * pageByteCount + offset))
                try body(key, node.byteCount, place)
            }
        }
    }

    /// The bytes of a record's value; nil where they cannot be read, or reach beyond the file.
    package func value(at place: Place) -> [UInt8]? {
        let (number, offset) = Int(place.offset).quotientAndRemainder(dividingBy: pageByteCount)
        guard let page = page(number), let node = LooseNode(in: page, at: offset) else {
            return nil
        }
        switch node.value {
        case .inline(let start): return Array(page[start..<start + node.byteCount])
        case .overflow(let first):
            guard first.index < UInt64(byteCount / pageByteCount + 1) else { return nil }
            let start = Int(first.index) * pageByteCount + Page.headerByteCount
            guard node.byteCount <= byteCount, start <= byteCount - node.byteCount else {
                return nil
            }
            return read(node.byteCount, at: start)
        }
    }

    /// Whether a page says by its right number that it is something else than a leaf.
    private func isAnother(_ page: [UInt8], _ number: Int) -> Bool {
        guard page.count > Page.headerByteCount else { return true }
        let (says, flags): (UInt64, UInt16) = (page.load(at: 0), page.load(at: 10))
        return says == UInt64(number) && [0x01, 0x04, 0x08].contains(flags)
    }

    /// Goes through the offsets of the nodes as far as the page says, or as there is room for them,
    /// whichever is more, and passes over those that lead nowhere: one rotten node loses no other.
    private func forEachNode(
        of page: [UInt8], _ body: (LooseNode, _ offset: Int) throws -> Void
    ) rethrows {
        let lower = Int(page.load(at: 12) as UInt16)
        var lowest = page.count
        var place = Page.headerByteCount
        while place + 2 <= min(page.count, max(lower, lowest)) {
            let offset = Int(page.load(at: place) as UInt16)
            place += 2
            guard let node = LooseNode(in: page, at: offset) else { continue }
            lowest = min(lowest, offset)
            try body(node, offset)
        }
    }
}

/// A node that a leaf may have: it lies within the page, and its key is one that LMDB takes.
private struct LooseNode {
    enum Value {
        case inline(start: Int)
        case overflow(first: PageNumber)
    }

    let key: Range<Int>
    let value: Value
    let byteCount: Int

    init?(in page: [UInt8], at offset: Int) {
        let start = offset + 8
        guard offset >= Page.headerByteCount, offset.isMultiple(of: 2), start <= page.count else {
            return nil
        }
        let (flags, keyBytes): (UInt16, UInt16) = (
            page.load(at: offset + 4), page.load(at: offset + 6)
        )
        let end = start + Int(keyBytes)
        guard (1...Environment.maximumKeyBytes).contains(Int(keyBytes)) else { return nil }
        key = start..<end
        byteCount = Int(page.load(at: offset) as UInt32)
        switch flags {
        case 0:
            guard end + byteCount <= page.count else { return nil }
            value = .inline(start: end)
        case NodeFlag.overflow:
            guard end + 8 <= page.count else { return nil }
            value = .overflow(first: PageNumber(page.load(at: end)))
        default: return nil
        }
    }
}
