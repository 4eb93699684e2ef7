import Files
import Foundation
import TestSupport
import Testing

@Suite("Access lists")
struct AccessListTests {
    private static let example = {
        var list = AccessList(mode: 0o770)
        list.groups[5001] = [.read, .search]
        list.mask = [.read, .write, .search]
        return list
    }()

    private static let bytes = [UInt8](
        hex: """
            02000000 01000700ffffffff 04000700ffffffff 0800050089130000 10000700ffffffff
            20000000ffffffff
            """)

    @Test("The example of the format has the bytes that are written beside it, and is read back")
    func example() throws {
        #expect(Self.example.bytes == Self.bytes)
        #expect(AccessList(bytes: Self.bytes) == Self.example)
    }

    @Test("Bytes that are cut off, doubled, or of another version are no list")
    func malformed() {
        for end in 0..<Self.bytes.count {
            #expect(AccessList(bytes: Array(Self.bytes[..<end])) == nil)
        }
        #expect(AccessList(bytes: Self.bytes + Self.bytes.suffix(8)) == nil)
        for (place, byte) in [(0, 3), (4, 64), (6, 8), (28, 32)] {
            var bytes = Self.bytes
            bytes[place] = UInt8(byte)
            #expect(AccessList(bytes: bytes) == nil, "byte \(place) as \(byte)")
        }
    }

    @Test("Every list of an owner, a group and others is what its mode says")
    func modes() {
        for mode in mode_t(0)...0o777 { #expect(AccessList(mode: mode).mode == mode) }
    }

    @Test("What was stored is there, and what a folder hands down is what is made in it gets")
    func stored() throws {
        let directory = try TemporaryDirectory()
        guard AccessList.areKept(at: directory.path) else { return }
        try Self.example.store(at: directory.path)
        try AccessList.handDown(Self.example, at: directory.path)
        #expect(try AccessList(at: directory.path) == Self.example)
        #expect(try AccessList.handedDown(at: directory.path) == Self.example)

        try WholeFile.write([1], to: directory.path + "/file")
        try Folder.make(directory.path + "/folder")
        let file = try AccessList(at: directory.path + "/file")
        #expect(file.effective(file.groups[5001] ?? []) == .read)
        #expect(file.effective(file.group) == [.read, .write])
        #expect(try AccessList(at: directory.path + "/folder") == Self.example)

        // A lock is for those alone who may write in the folder.
        let lock = try LockFile(directory.path + "/lock")
        #expect(try AccessList(at: directory.path + "/lock") == AccessList(mode: 0o660))
        lock.release()

        try AccessList(mode: 0o700).store(at: directory.path)
        try AccessList.handDown(nil, at: directory.path)
        #expect(try AccessList(at: directory.path) == AccessList(mode: 0o700))
        #expect(try AccessList.handedDown(at: directory.path) == nil)
    }

    @Test("Where readers alone are let in, what is made can be read by them, and by no group")
    func readersOnly() throws {
        let directory = try TemporaryDirectory()
        guard AccessList.areKept(at: directory.path) else { return }
        var list = AccessList(mode: 0o700)
        list.groups[5001] = [.read, .search]
        list.mask = [.read, .search]
        try list.store(at: directory.path)
        try AccessList.handDown(list, at: directory.path)
        try WholeFile.write([1], to: directory.path + "/file")
        let file = try AccessList(at: directory.path + "/file")
        #expect(file.effective(file.groups[5001] ?? []) == .read)
        #expect(file.effective(file.group) == [])
        let lock = try LockFile(directory.path + "/lock")
        #expect(try AccessList(at: directory.path + "/lock") == AccessList(mode: 0o600))
        lock.release()
    }
}
