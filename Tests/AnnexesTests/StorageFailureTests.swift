import Annexes
import Foundation
import TestSupport
import Testing

@Suite("Where an annex cannot be stored")
struct StorageFailureTests {
    @Test("A ledger's directory that is not there is not created")
    func noLedger() throws {
        try withAnnexes { bench in
            let path = bench.ledger + "/nowhere/annexes"
            let source = try bench.write([1, 2, 3])
            #expect(throws: AnnexError.failed(path, errno: ENOENT)) {
                try AnnexFolder(path: path).store(fileAt: source)
            }
            #expect(try bench.ledgerNames == [])
        }
    }

    @Test("A file in the folder's place is left alone")
    func fileInPlace() throws {
        try withAnnexes { bench in
            let path = bench.source("annexes")
            let source = try bench.write([1, 2, 3])
            try bench.write([4], to: "annexes")
            #expect(throws: AnnexError.failed(path, errno: ENOTDIR)) {
                try AnnexFolder(path: path).store(fileAt: source)
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == Data([4]))
        }
    }

    @Test(
        "On a full disk nothing is left behind, and what is stored stays whole",
        .enabled(if: SmallDisk.canBeMounted, "needs the right to mount"))
    func fullDisk() throws {
        try withAnnexes { outer in
            let disk = try #require(try SmallDisk(at: outer.ledger + "/disk"))
            let bench = try AnnexBench(ledger: outer.ledger + "/disk")
            let full = AnnexError.failed(bench.folder, errno: ENOSPC)
            let annex = try bench.annexes.store(fileAt: bench.write([1, 2, 3]))
            let large = try bench.write([UInt8](repeating: 7, count: 1 << 20), to: "large.pdf")
            let small = try bench.write([4, 5, 6], to: "small.pdf")

            #expect(throws: full) { try bench.annexes.store(fileAt: large) }
            disk.fill()
            #expect(throws: full) { try bench.annexes.store(fileAt: small) }
            #expect(bench.annexes.problem(with: annex) == nil)
            #expect(try bench.fileNames.count == 1)

            disk.makeRoom()
            _ = try bench.annexes.store(fileAt: small)
            #expect(try bench.fileNames.count == 2)
            try bench.expectWhole()
        }
    }
}
