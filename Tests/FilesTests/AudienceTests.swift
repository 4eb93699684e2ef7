import Files
import Foundation
import TestSupport
import Testing

@Suite("Who may use what is made")
struct AudienceTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func mode(of path: String) throws -> Int {
        var status = stat()
        try #require(lstat(path, &status) == 0)
        return Int(status.st_mode) & 0o7777
    }

    @Test(
        "What is made takes after its folder, and not after the umask",
        arguments: [
            (0o755, 0o600, 0o700), (0o700, 0o600, 0o700), (0o750, 0o600, 0o700),
            (0o2750, 0o600, 0o700), (0o770, 0o660, 0o2770), (0o2770, 0o660, 0o2770),
            (0o775, 0o660, 0o2770), (0o1777, 0o600, 0o700), (0o2777, 0o600, 0o700),
        ])
    func inherited(folder: Int, file: Int, inner: Int) throws {
        #expect(chmod(directory.path, mode_t(folder)) == 0)
        try WholeFile.write([1], to: directory.path + "/file")
        try Folder.make(directory.path + "/a/b")
        try WholeFile.write([1], to: directory.path + "/a/b/file")
        #expect(try mode(of: directory.path + "/file") == file)
        #expect(try mode(of: directory.path + "/a/b/file") == file)
        #expect(try mode(of: directory.path + "/a") == inner)
        #expect(try mode(of: directory.path + "/a/b") == inner)
    }

    @Test(
        "What is shared belongs to the folder's group", .enabled(if: geteuid() == 0, "needs root"))
    func group() throws {
        #expect(chown(directory.path, 0, 4711) == 0 && chmod(directory.path, 0o770) == 0)
        try WholeFile.write([1], to: directory.path + "/file")
        try Folder.make(directory.path + "/a")
        for name in ["file", "a"] {
            var status = stat()
            #expect(stat(directory.path + "/" + name, &status) == 0 && status.st_gid == 4711)
        }
    }

    @Test("A folder whose making was cut off before it was shared is shared the next time")
    func cutOff() throws {
        #expect(chmod(directory.path, 0o2770) == 0)
        #expect(mkdir(directory.path + "/a", 0o700) == 0)
        try Folder.make(directory.path + "/a")
        #expect(try mode(of: directory.path + "/a") == 0o2770)
    }

    @Test("What is the owner's alone, and what is published, is so in any folder")
    func stated() throws {
        #expect(chmod(directory.path, 0o770) == 0)
        try Folder.make(directory.path + "/mine", for: .owner)
        try Folder.make(directory.path + "/published", for: .everybody)
        try WholeFile.write([1], to: directory.path + "/published/file", for: .everybody)
        #expect(try mode(of: directory.path + "/mine") == 0o700)
        #expect(try mode(of: directory.path + "/published") == 0o2775)
        #expect(try mode(of: directory.path + "/published/file") == 0o664)
        #expect(chmod(directory.path, 0o700) == 0)
        try Folder.make(directory.path + "/own", for: .everybody)
        try WholeFile.write([1], to: directory.path + "/own/file", for: .everybody)
        #expect(try mode(of: directory.path + "/own") == 0o755)
        #expect(try mode(of: directory.path + "/own/file") == 0o644)
    }

    @Test("What everybody may write is refused, and what is not there passes")
    func openToAll() throws {
        let path = directory.path + "/file"
        try WholeFile.write([1], to: path)
        try Audience.requireLimited([directory.path, path, path + "/nowhere"])
        #expect(chmod(path, 0o602) == 0)
        #expect(throws: OpenToAll(path: path)) {
            try Audience.requireLimited([directory.path, path])
        }
    }
}
