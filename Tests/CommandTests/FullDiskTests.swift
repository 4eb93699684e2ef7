import Foundation
import TestSupport
import Testing

@Suite("A full disk")
struct FullDiskTests {
    /// As long as a remark can be: no page that is free already has room for it.
    private static let note = String(repeating: "lång ", count: 1300)

    @Test(
        "A log that may not grow is said to be on a full disk, stays as it is, and grows later",
        arguments: [0, 3, 11])
    func fileSizeLimit(spareBlocks: Int) throws {
        let workplace = try Workplace()
        try workplace.found()
        let logBefore = try #require(workplace.logBytes)
        // POSIX counts in blocks of 512 bytes. A limit within a page lets a write end half-way.
        let blocks = logBefore.count / 512 + spareBlocks
        let outcome = try workplace.shell(
            """
            trap '' XFSZ; ulimit -f \(blocks)
            exec liggare status 1 ongoing --note "\(Self.note)"
            """)
        expectFull(outcome)
        #expect(try workplace.audit() == 4)
        try workplace.done("status", "1", "ongoing", "--note", Self.note)
        #expect(try workplace.audit() == 5)
    }

    @Test(
        "On a full disk nothing is appended, and what is there can still be read",
        .enabled(if: SmallDisk.canBeMounted, "needs the right to mount"))
    func smallDisk() throws {
        let workplace = try Workplace()
        let disk = try #require(try SmallDisk(at: workplace.path + "/ledger"))
        try workplace.found()
        try workplace.done("rebuild")
        disk.fill()
        expectFull(try workplace.run("status", "1", "ongoing", "--note", Self.note))
        expectFull(try workplace.run("rebuild"))
        try workplace.done("board", "KS")
        #expect(try workplace.audit() == 4)
        disk.makeRoom()
        try workplace.done("status", "1", "ongoing", "--note", Self.note)
        try workplace.done("rebuild")
        #expect(try workplace.audit() == 5)
    }

    private func expectFull(
        _ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.exitCode == 74, sourceLocation: sourceLocation)
        #expect(
            outcome.errors.hasPrefix("liggare: the disk is full"), "\(outcome.errors)",
            sourceLocation: sourceLocation)
    }
}
