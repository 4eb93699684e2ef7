import Foundation
import LMDB
import TestSupport
import Testing

@Suite("Rot in LMDB's own pages")
struct RotTests {
    @Test(
        "A file with a history is sound after every commit", arguments: 1...4 as ClosedRange<UInt64>
    )
    func sound(seed: UInt64) throws {
        var file = try AgedFile(seed: seed, commits: 0)
        for number in 0..<80 {
            try file.commit(number)
            let report = try Environment.checkPages(in: file.directory.path)
            #expect(report.damages == [])
            #expect(report.pageCount == Layout(bytes: try file.bytes).pageCount)
        }
        #expect(try file.found() == file.lengths)
    }

    /// A bit of a page that decides where the next commit writes is flipped. Then a write is refused,
    /// or the bit meant nothing; and a refused write has changed nothing.
    @Test(
        "Nothing is committed onto a rotten free list or table of tables",
        arguments: [true, false])
    func decidingPages(isFreeList: Bool) throws {
        let file = try AgedFile()
        let before = try file.bytes
        let layout = Layout(bytes: before)
        var (refused, harmless) = (0, 0)
        for offset in layout.usedBytes(of: isFreeList ? layout.freeListPage : layout.mainPage) {
            let bit = UInt8(1) << UInt8.random(in: 0..<8)
            var rotten = before
            rotten[offset] ^= bit
            try file.put(rotten)
            var next = file
            do {
                try next.commit(1_000)
                harmless += 1
                #expect(try Environment.checkPages(in: file.directory.path).damages == [])
                #expect(try next.found() == next.lengths, "byte \(offset), bit \(bit)")
                try restore(file, before)
            } catch let error as LMDBError {
                #expect(error.isInvalid)
                #expect(error.damage != nil)
                refused += 1
                #expect(try file.bytes == rotten)
            }
        }
        try file.put(before)
        #expect(try file.found() == file.lengths)
        #expect(refused > 3 * harmless, "\(refused) refused, \(harmless) harmless")
    }

    @Test(
        "A flipped bit in any page is found, or leaves every record in its place",
        arguments: 1...4 as ClosedRange<UInt64>)
    func anyPage(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let file = try AgedFile(seed: seed, commits: 30)
        let before = try file.bytes
        let layout = Layout(bytes: before)
        var found = 0
        for _ in 0..<300 {
            let page = Int.random(in: 0..<layout.pageCount, using: &generator)
            let offset =
                page < 2
                ? page * Layout.pageBytes + Int.random(in: 0..<152, using: &generator)
                : layout.usedBytes(of: page).randomElement(using: &generator)!
            var rotten = before
            rotten[offset] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try file.put(rotten)
            var next = file
            if try Environment.checkPages(in: file.directory.path).isSound {
                #expect(
                    try keys(file) == file.lengths.mapValues { Set($0.keys) }
                        || layout.isWithinKey(offset),
                    "byte \(offset % Layout.pageBytes) of page \(page)")
                continue
            }
            found += 1
            // Damage may be where a write does not come; a write that is refused changes nothing, and
            // one that is not leaves the damage to be found.
            do {
                try next.commit(1_000)
                #expect(try !Environment.checkPages(in: file.directory.path).isSound)
                try restore(file, before)
            } catch let error as LMDBError {
                #expect(error.isInvalid)
                #expect(try file.bytes == rotten)
            }
        }
        #expect(found > 15)
    }

    @Test("A last page before the first, and a last transaction, are damage")
    func impossibleMeta() throws {
        let file = try AgedFile(commits: 2)
        let before = try file.bytes
        for (offset, value) in [(136, UInt64(0)), (144, .max)] {
            var rotten = before
            for page in 0..<2 { rotten.put(value, at: page * Layout.pageBytes + offset) }
            try file.put(rotten)
            #expect(try !Environment.checkPages(in: file.directory.path).isSound)
        }
    }

    @Test(
        "A free list that leads back to itself through more levels than there may be is damage",
        arguments: [0, UInt16.max])
    func endlessFreeList(levels: UInt16) throws {
        let file = try AgedFile()
        var rotten = try file.bytes
        let layout = Layout(bytes: rotten)
        let start = layout.freeListPage * Layout.pageBytes
        rotten.put(levels, at: layout.meta + 40 + 6)
        // A branch with one node: itself.
        for (offset, value) in [(10, UInt16(1)), (12, 18), (14, 4_088), (16, 4_088)] {
            rotten.put(value, at: start + offset)
        }
        rotten.put(UInt64(layout.freeListPage), at: start + 4_088)
        try file.put(rotten)
        #expect(try !Environment.checkPages(in: file.directory.path).isSound)
        #expect(throws: LMDBError.self) {
            var next = file
            try next.commit(1_000)
        }
    }

    @Test("A writer that was killed before it kept the sums costs the next one no walk")
    func killedBeforeSums() throws {
        var file = try AgedFile()
        let sums = try Data(contentsOf: file.sums)
        try file.commit(100)
        try sums.write(to: file.sums)
        // A page that no commit comes near, and that only a walk finds.
        let before = try file.bytes
        let rotten = try #require(
            try Layout(bytes: before).leaves(beginningWith: 20..<200).first { leaf in
                var rotten = before
                rotten[leaf * Layout.pageBytes] ^= 4
                try file.put(rotten)
                return try !Environment.checkPages(in: file.directory.path).isSound
            })
        try file.commit(101)
        #expect(try !Environment.checkPages(in: file.directory.path).isSound)
        try FileManager.default.removeItem(at: file.sums)
        let error = #expect(throws: LMDBError.self) { try file.commit(102) }
        #expect(error?.damage?.page == UInt64(rotten))
    }

    @Test("Sums that were written in part, up to any byte, say nothing, and stop nobody")
    func tornSums() throws {
        var file = try AgedFile(commits: 5)
        let before = try Data(contentsOf: file.sums)
        try file.commit(5)
        let after = try Data(contentsOf: file.sums)
        #expect(before.count == after.count && before != after)
        for (number, end) in stride(from: 0, to: after.count, by: 7).enumerated() {
            try (after.prefix(end) + before.suffix(from: end)).write(to: file.sums)
            #expect(throws: Never.self) { try file.commit(6 + number) }
        }
        #expect(try Environment.checkPages(in: file.directory.path).isSound)
    }

    @Test("Of a file that nothing was committed to, no sums are kept")
    func unwritten() throws {
        let directory = try TemporaryDirectory()
        let environment = try Environment(path: directory.path, access: .create, tables: [])
        struct Nothing: Error {}
        #expect(throws: Nothing.self) { try environment.write { _ in throw Nothing() } }
        #expect(!Environment.wasWritten(at: directory.path))
    }

    @Test("Nothing is committed onto a rotten free list of a writer that was killed")
    func rottenAfterKill() throws {
        var file = try AgedFile()
        let sums = try Data(contentsOf: file.sums)
        try file.commit(100)
        let before = try file.bytes
        let layout = Layout(bytes: before)
        var refused = 0
        for offset in layout.usedBytes(of: layout.freeListPage) {
            var rotten = before
            rotten[offset] ^= 1 << UInt8.random(in: 0..<8)
            try file.put(rotten)
            try sums.write(to: file.sums)
            var next = file
            do {
                try next.commit(1_000)
                #expect(try Environment.checkPages(in: file.directory.path).damages == [])
                #expect(try next.found() == next.lengths)
            } catch let error as LMDBError {
                #expect(error.isInvalid)
                refused += 1
            }
        }
        #expect(refused > 50)
    }

    @Test("A data file that went back behind what was committed is refused")
    func wentBack() throws {
        var file = try AgedFile(commits: 5)
        let before = try file.bytes
        try file.commit(6)
        try file.put(before)
        let error = #expect(throws: LMDBError.self) { try file.found() }
        #expect(error?.damage != nil)
        #expect(throws: LMDBError.self) { try file.commit(7) }
        #expect(try file.bytes == before)
    }

    private func restore(_ file: AgedFile, _ bytes: Data) throws {
        try file.put(bytes)
        try? FileManager.default.removeItem(at: file.sums)
        // A write of nothing keeps the sums again.
        let environment = try file.directory.open(durability: .full)
        try environment.write { _ in }
    }

    private func keys(_ file: AgedFile) throws -> [String: Set<[UInt8]>] {
        try file.found().mapValues { Set($0.keys) }
    }
}

extension AgedFile {
    fileprivate var sums: URL { URL(filePath: directory.path + "/data.sum") }
}

extension Data {
    fileprivate mutating func put(_ value: some FixedWidthInteger, at offset: Int) {
        Swift.withUnsafeBytes(of: value.littleEndian) {
            self.replaceSubrange(offset..<offset + $0.count, with: $0)
        }
    }
}

extension Layout {
    /// Leaves, also of earlier times, whose first key is the key of a position in a range.
    fileprivate func leaves(beginningWith positions: Range<Int>) -> [Int] {
        (2..<pageCount).filter { page in
            let start = page * Self.pageBytes
            guard load(start + 10, as: UInt16.self) == 2, load(start + 12, as: UInt16.self) > 16
            else { return false }
            let node = start + Int(load(start + 16, as: UInt16.self))
            return positions.contains { Data(key($0)) == bytes[node + 8..<node + 16] }
        }
    }

    /// Keys that are still in order are as good as others to LMDB; who reads the records knows better.
    fileprivate func isWithinKey(_ offset: Int) -> Bool {
        let start = offset / Self.pageBytes * Self.pageBytes
        let lower = Int(load(start + 12, as: UInt16.self))
        return stride(from: start + 16, to: start + lower, by: 2).contains { place in
            let node = start + Int(load(place, as: UInt16.self))
            let size = Int(load(node + 6, as: UInt16.self))
            return (node + 6..<node + 8 + size).contains(offset)
        }
    }
}
