import Files
import Foundation
import Sharing
import TestSupport
import Testing

@Suite("A ledger that is shared")
struct SharingTests {
    private let directory: TemporaryDirectory
    private var ledger: String { directory.path + "/ledger" }
    private let group = getegid()

    /// What a ledger is made of, as one user made it for herself, some of it carelessly.
    init() throws {
        directory = try TemporaryDirectory()
        for folder in [
            "", "log", "views", "views/generation-1", "annexes", "annexes/ab", "checkpoints",
        ] {
            try Folder.make("\(ledger)/\(folder)", for: .owner)
        }
        for file in [
            "log/data.mdb", "log/lock.mdb", "views/generation-1/data.mdb", "checkpoints/3",
            "views/generation-1/lock.mdb", "views/build.lock", "annexes/ab/abcd",
        ] {
            try WholeFile.write([1], to: "\(ledger)/\(file)", for: .owner)
        }
        chmod(ledger + "/annexes/ab/abcd", 0o400)
    }

    private func list(_ name: String) throws -> AccessList {
        try AccessList(at: "\(ledger)/\(name)")
    }

    private func mode(_ name: String) throws -> mode_t {
        var status = stat()
        try #require(stat("\(ledger)/\(name)", &status) == 0)
        return status.st_mode & 0o7777
    }

    @Test("With a group, all of it is the group's, and what is made later, too")
    func withAGroup() throws {
        #expect(try Sharing(of: ledger) == Sharing())
        let shared = Sharing(group: group)
        let (changed, left) = try shared.apply(toLedgerAt: ledger)
        #expect(changed == 14 && left.isEmpty)
        #expect(try Sharing(of: ledger) == shared)
        for folder in ["", "log", "views", "views/generation-1", "annexes/ab", "checkpoints"] {
            #expect(try mode(folder) == 0o2770, "\(folder)")
        }
        for file in ["log/data.mdb", "log/lock.mdb", "views/build.lock", "checkpoints/3"] {
            #expect(try mode(file) == 0o660, "\(file)")
        }
        #expect(try mode("annexes/ab/abcd") == 0o440)
        try WholeFile.write([2], to: ledger + "/checkpoints/4")
        try Folder.make(ledger + "/annexes/cd")
        #expect(try shared.deviations(in: ledger).isEmpty)
        #expect(try shared.apply(toLedgerAt: ledger).changed == 0)
    }

    @Test("Readers read, and can open neither a lock nor a folder that is locked")
    func withReaders() throws {
        guard AccessList.areKept(at: ledger) else { return }
        let shared = Sharing(group: group, readers: 5001)
        #expect(try shared.apply(toLedgerAt: ledger).left.isEmpty)
        #expect(try Sharing(of: ledger) == shared)
        func may(_ name: String) throws -> AccessList.Permissions {
            let list = try list(name)
            return list.effective(list.groups[5001] ?? [])
        }
        for folder in ["", "views", "annexes", "annexes/ab", "checkpoints"] {
            #expect(try may(folder) == [.read, .search], "\(folder)")
        }
        for folder in ["log", "views/generation-1"] { #expect(try may(folder) == .search) }
        for file in ["log/data.mdb", "views/generation-1/data.mdb", "annexes/ab/abcd"] {
            #expect(try may(file) == .read, "\(file)")
        }
        for lock in ["log/lock.mdb", "views/generation-1/lock.mdb", "views/build.lock"] {
            #expect(try may(lock) == [], "\(lock)")
        }
        #expect(try shared.deviations(in: ledger).isEmpty)
    }

    @Test("It ends with nobody but the owner")
    func withNobody() throws {
        var shared = Sharing(group: group)
        if AccessList.areKept(at: ledger) { shared.readers = 5001 }
        _ = try shared.apply(toLedgerAt: ledger)
        #expect(try Sharing().apply(toLedgerAt: ledger).left.isEmpty)
        #expect(try Sharing(of: ledger) == Sharing())
        #expect(try mode("") & 0o777 == 0o700)
        #expect(try mode("log/lock.mdb") == 0o600)
        #expect(try list("checkpoints") == AccessList(mode: 0o700))
        #expect(try AccessList.handedDown(at: ledger + "/checkpoints") == nil)
    }

    @Test("What does not follow the directory is found, each in its kind, and is mended")
    func deviations() throws {
        guard AccessList.areKept(at: ledger) else { return }
        let shared = Sharing(group: group, readers: 5001)
        _ = try shared.apply(toLedgerAt: ledger)
        chmod(ledger + "/checkpoints/3", 0o600)
        chmod(ledger + "/annexes", 0o770)
        chmod(ledger + "/log/data.mdb", 0o664)
        var lock = try list("log/lock.mdb")
        lock.groups[5001] = .read
        try lock.store(at: ledger + "/log/lock.mdb")
        try AccessList.handDown(nil, at: ledger + "/annexes/ab")
        let flaws = Dictionary(
            uniqueKeysWithValues: try shared.deviations(in: ledger).map {
                ($0.path.dropFirst(ledger.count + 1), $0.flaws)
            })
        #expect(
            flaws == [
                "checkpoints/3": [.groupMayNot([.read, .write]), .readersMayNot(.read)],
                "annexes": [.groupNotHandedDown], "log/data.mdb": [.everybodyMay(.read)],
                "log/lock.mdb": [.readersMay(.read)], "annexes/ab": [.readersNotHandedDown],
            ])
        #expect(try shared.apply(toLedgerAt: ledger).left.isEmpty)
    }

    @Test("A link is neither followed nor changed")
    func links() throws {
        let elsewhere = directory.path + "/elsewhere"
        try WholeFile.write([1], to: elsewhere, for: .owner)
        symlink(elsewhere, ledger + "/checkpoints/9")
        symlink(directory.path, ledger + "/annexes/ef")
        _ = try Sharing(group: group).apply(toLedgerAt: ledger)
        var status = stat()
        #expect(stat(elsewhere, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(stat(directory.path, &status) == 0 && status.st_mode & S_IWGRP == 0)
    }
}
