import Files
import Foundation
import TestSupport
import Testing

@Suite("Files read and written whole")
struct WholeFileTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test("A file is what was written last, and nothing lies beside it")
    func replaced() throws {
        let path = directory.path + "/file"
        #expect(try WholeFile.read(path) == nil)
        try WholeFile.write([1, 2, 3], to: path)
        try WholeFile.write([4], to: path, durability: .none)
        #expect(try WholeFile.read(path) == [4])
        #expect(try Folder.names(in: directory.path) == ["file"])
    }

    @Test("A file that is too long, and a folder, are refused")
    func refused() throws {
        let path = directory.path + "/file"
        try WholeFile.write([1, 2, 3], to: path)
        #expect(throws: FileFailure(path, errno: EFBIG)) {
            try WholeFile.read(path, byteLimit: 2)
        }
        #expect(throws: FileFailure(directory.path, errno: EISDIR)) {
            try WholeFile.read(directory.path)
        }
    }

    @Test("What cannot be written leaves what was there")
    func unwritable() throws {
        let path = directory.path + "/nowhere/file"
        #expect(throws: FileFailure(Folder.holding(path), errno: ENOENT)) {
            try WholeFile.write([1], to: path)
        }
        #expect(try Folder.names(in: directory.path + "/nowhere") == nil)
    }

    @Test(
        "Folders are made with those that they lie in, and again",
        arguments: ["a", "a/b/c"])
    func folders(name: String) throws {
        try Folder.make(directory.path + "/" + name)
        try Folder.make(directory.path + "/" + name)
        #expect(try Folder.names(in: directory.path + "/" + name) == [])
    }

    @Test(
        "The folder that holds a path",
        arguments: [("a/b", "a"), ("a", "."), ("/a", "/"), ("/a/b", "/a"), ("../a", "..")])
    func holding(path: String, folder: String) { #expect(Folder.holding(path) == folder) }
}
