import Foundation
import LMDB
import TestSupport
import Testing

@Suite("What can still be read of a damaged data file")
struct SalvageTests {
    /// What is found in a file by the scan alone: each value that lies at a key.
    private func salvaged(from file: AgedFile) throws -> [[UInt8]: Set<[UInt8]>] {
        let salvage = try Salvage(in: file.directory.path)
        var found: [[UInt8]: Set<[UInt8]>] = [:]
        var places: [([UInt8], Salvage.Place)] = []
        salvage.forEachRecord { key, _, place in places.append((key.array, place)) }
        for (key, place) in places {
            if let value = salvage.value(at: place) { found[key, default: []].insert(value) }
        }
        return found
    }

    private func missing(from file: AgedFile) throws -> [[UInt8]] {
        let found = try salvaged(from: file)
        return file.expected.values.flatMap { records in
            records.filter { found[$0.key]?.contains($0.value) != true }.map(\.key)
        }
    }

    private func layout(_ file: AgedFile) throws -> Layout { Layout(bytes: try file.bytes) }

    private func zero(_ pages: [Int], of file: AgedFile) throws {
        var bytes = try file.bytes
        for page in pages {
            let start = page * Layout.pageBytes
            bytes.replaceSubrange(
                start..<start + Layout.pageBytes, with: Data(count: Layout.pageBytes))
        }
        try file.put(bytes)
    }

    @Test("Of a sound file every record", arguments: 1...3 as ClosedRange<UInt64>)
    func sound(seed: UInt64) throws {
        #expect(try missing(from: AgedFile(seed: seed)) == [])
    }

    @Test(
        "Every record where the meta pages, the table of tables or the free list are gone",
        arguments: ["metas", "first meta", "tables", "free list", "all of these"])
    func withoutTrees(what: String) throws {
        let file = try AgedFile()
        let layout = try layout(file)
        let pages =
            switch what {
            case "metas": [0, 1]
            case "first meta": [0]
            case "tables": [layout.mainPage]
            case "free list": [layout.freeListPage]
            default: [0, 1, layout.mainPage, layout.freeListPage]
            }
        try zero(pages, of: file)
        #expect(try missing(from: file) == [])
    }

    @Test("Every record where each branch is gone")
    func withoutBranches() throws {
        let file = try AgedFile()
        let bytes = try file.bytes
        let branches = (2..<bytes.count / Layout.pageBytes).filter {
            Layout(bytes: bytes).load($0 * Layout.pageBytes + 10, as: UInt16.self) == 0x01
        }
        #expect(!branches.isEmpty)
        try zero(branches, of: file)
        #expect(try missing(from: file) == [])
    }

    @Test("A page that is zeroed loses only what lay in it")
    func zeroedPage() throws {
        let file = try AgedFile()
        let bytes = try file.bytes
        for page in stride(from: 2, to: bytes.count / Layout.pageBytes, by: 7) {
            try zero([page], of: file)
            // As many as there are short ones.
            #expect(try missing(from: file).count <= 50)
            try file.put(bytes)
        }
    }

    @Test("A file that was cut off gives what lies before the cut")
    func cutOff() throws {
        let file = try AgedFile()
        let bytes = try file.bytes
        let whole = try salvaged(from: file)
        for cut in [0, 1, 5_000, bytes.count / 3, bytes.count / 2 + 77, bytes.count - 1] {
            try file.put(bytes.prefix(cut))
            let found = try salvaged(from: file)
            #expect(found.count <= whole.count)
            #expect((found.count > whole.count / 4) == (cut >= bytes.count / 3), "\(cut)")
        }
    }

    @Test(
        "A flipped bit loses one record, or the value of one",
        arguments: 1...3 as ClosedRange<UInt64>)
    func flips(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let file = try AgedFile(seed: seed)
        let bytes = try file.bytes
        for _ in 0..<60 {
            var rotten = bytes
            let offset = Int.random(in: 0..<bytes.count, using: &generator)
            rotten[offset] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try file.put(rotten)
            #expect(try missing(from: file).count <= 1, "byte \(offset)")
        }
    }

    @Test("Random bytes trap nobody", arguments: 1...3 as ClosedRange<UInt64>)
    func noise(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let file = try AgedFile(seed: seed)
        let bytes = try file.bytes
        for round in 0..<16 {
            var rotten = bytes
            for _ in 0..<1 << round {
                rotten[Int.random(in: 0..<bytes.count, using: &generator)] =
                    .random(in: 0...255, using: &generator)
            }
            try file.put(rotten)
            _ = try salvaged(from: file)
        }
    }

    @Test("Neither the file nor what lies beside it is touched")
    func untouched() throws {
        let file = try AgedFile()
        try FileManager.default.removeItem(atPath: file.directory.path + "/lock.mdb")
        try FileManager.default.removeItem(atPath: file.directory.path + "/data.sum")
        let bytes = try file.bytes
        _ = try salvaged(from: file)
        #expect(try file.bytes == bytes)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: file.directory.path)
                == ["data.mdb"])
    }
}
