import Annexes
import Crypto
import Foundation
import TestSupport
import Testing

@Suite("Storing an annex")
struct StoreTests {
    @Test("A stored annex is read-only and named by its digest")
    func example() throws {
        try withAnnexes { bench in
            // The first example of FIPS 180-2, appendix B.
            let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            let annex = try bench.annexes.store(fileAt: bench.write(Array("abc".utf8)))
            #expect(annex.digest.hex == hex)
            #expect(annex.byteCount == 3)
            let path = bench.folder + "/ba/" + hex
            #expect(bench.annexes.path(of: annex.digest) == path)
            #expect(try Data(contentsOf: URL(filePath: path)) == Data("abc".utf8))
            #expect(try bench.mode(of: path) == 0o400)
            #expect(try bench.ledgerNames == ["annexes"])
            #expect(try bench.fileNames == ["ba/" + hex])
        }
    }

    @Test(
        "A file of any length is hashed and stored whole",
        arguments: [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5 << 19])
    func lengths(byteCount: Int) throws {
        try withAnnexes { bench in
            let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
            let annex = try bench.annexes.store(fileAt: bench.write(bytes))
            #expect(annex.byteCount == UInt64(byteCount))
            #expect(annex.digest == Array(SHA256.hash(data: bytes)))
            let stored = URL(filePath: bench.annexes.path(of: annex.digest))
            #expect(try Data(contentsOf: stored) == Data(bytes))
        }
    }

    @Test("A dry run tells the digest and the size, and stores nothing")
    func dryRun() throws {
        try withAnnexes { bench in
            let source = try bench.write(Array("Bilaga 1".utf8))
            let annex = try bench.annexes.digest(ofFileAt: source)
            #expect(try bench.ledgerNames == [])
            #expect(try bench.annexes.store(fileAt: source) == annex)
        }
    }

    @Test("Content that is stored already is not written again")
    func again() throws {
        try withAnnexes { bench in
            let first = try bench.annexes.store(fileAt: bench.write([1, 2, 3], to: "a.pdf"))
            let path = bench.annexes.path(of: first.digest)
            let number = try #require(try bench.number(of: path))
            let second = try bench.annexes.store(fileAt: bench.write([1, 2, 3], to: "b.pdf"))
            #expect(second == first)
            #expect(try bench.fileNames.count == 1)
            #expect(try bench.number(of: path) == number)
        }
    }

    @Test("An annex stays as it is when its source is changed")
    func copy() throws {
        try withAnnexes { bench in
            let first = try bench.annexes.store(fileAt: bench.write([1, 2, 3]))
            try bench.write([1, 2, 4])
            #expect(bench.annexes.problem(with: first) == nil)
            let second = try bench.annexes.store(fileAt: bench.write([1, 2, 4]))
            #expect(second != first)
            #expect(try bench.fileNames.count == 2)
        }
    }

    @Test("A symbolic link is followed, and what it leads to is stored")
    func link() throws {
        try withAnnexes { bench in
            let target = try bench.write([1, 2, 3])
            let link = bench.source("link.pdf")
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: target)
            let annex = try bench.annexes.store(fileAt: link)
            #expect(try annex == bench.annexes.digest(ofFileAt: target))
        }
    }

    @Test("A draft that was left behind is no stray, and the next store clears it away")
    func leftover() throws {
        try withAnnexes { bench in
            let annex = try bench.annexes.store(fileAt: bench.write([1, 2, 3]))
            try Data("half a fi".utf8).write(to: URL(filePath: bench.folder + "/.draft-1"))
            #expect(bench.annexes.strays(besides: [annex.digest]) == [])
            #expect(try bench.fileNames.contains(".draft-1"))
            _ = try bench.annexes.store(fileAt: bench.write([4]))
            #expect(try bench.fileNames.count == 2)
        }
    }

    @Test("A source that is changed while it is read is stored as it was read")
    func changing() throws {
        try withAnnexes { bench in
            let contents = (0..<2).map { [UInt8](repeating: $0, count: 3 << 20) }
            let source = try bench.write(contents[0])
            DispatchQueue.concurrentPerform(iterations: 2) { worker in
                for round in 0..<20 {
                    if worker == 0 {
                        expectStored(source, in: bench.annexes)
                    } else {
                        #expect(throws: Never.self) { try bench.write(contents[round % 2]) }
                    }
                }
            }
        }
    }

    @Test("A store waits for the one that is under way, and leaves its draft alone")
    func waiting() throws {
        try withAnnexes { bench in
            _ = try bench.annexes.store(fileAt: bench.write([1, 2, 3]))
            let source = try bench.write([4, 5, 6])
            let other = open(bench.folder + "/lock", O_RDWR)
            try #require(other >= 0)
            try #require(flock(other, LOCK_EX) == 0)
            try Data("half a fi".utf8).write(to: URL(filePath: bench.folder + "/.draft-1"))

            let isDone = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                _ = try? bench.annexes.store(fileAt: source)
                isDone.signal()
            }
            #expect(isDone.wait(timeout: .now() + .milliseconds(200)) == .timedOut)
            #expect(try bench.fileNames.contains(".draft-1"))
            close(other)
            isDone.wait()
            let annex = try bench.annexes.digest(ofFileAt: source)
            #expect(bench.annexes.problem(with: annex) == nil)
            #expect(try bench.fileNames.count == 2)
        }
    }

    @Test("Stores at the same time lose nothing")
    func concurrent() throws {
        try withAnnexes { bench in
            let sources = try (0..<3).map { number in
                try bench.write(
                    [UInt8](repeating: UInt8(number), count: 2 << 20), to: "\(number).pdf")
            }
            DispatchQueue.concurrentPerform(iterations: 24) { round in
                expectStored(sources[round % 3], in: AnnexFolder(path: bench.folder))
            }
            #expect(try bench.fileNames.count == 3)
        }
    }

    private func expectStored(_ source: String, in annexes: AnnexFolder) {
        #expect(throws: Never.self) {
            let annex = try annexes.store(fileAt: source)
            #expect(annexes.problem(with: annex) == nil)
        }
    }
}
