import Files
import Foundation
import TestSupport
import Testing

@Suite("What is read must be a file")
struct RegularFileTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test("A pipe, a device, a socket and a folder are refused, and none is waited for")
    func refused() throws {
        let path = directory.path
        try #require(mkfifo(path + "/pipe", 0o600) == 0)
        let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: (path + "/s").utf8) }
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(isBound == 0)
        for other in [path + "/pipe", path + "/s", "/dev/zero"] {
            for acceptingPipes in [false, true] {
                #expect(throws: FileFailure(other, errno: FileFailure.notAFile)) {
                    try WholeFile.read(other, acceptingPipes: acceptingPipes)
                }
            }
            #expect(throws: FileFailure(other, errno: FileFailure.notAFile)) {
                try RegularFile.require(other)
            }
        }
        #expect(throws: FileFailure(path, errno: EISDIR)) { try RegularFile.require(path) }
        try RegularFile.require(path + "/nowhere")
    }

    @Test("A pipe that was opened before is read to its end, where one is accepted")
    func pipe() throws {
        var ends: [Int32] = [0, 0]
        try #require(Foundation.pipe(&ends) == 0)
        defer { close(ends[0]) }
        #expect(write(ends[1], "abc", 3) == 3)
        let path = "/dev/fd/\(ends[0])"
        #expect(throws: FileFailure(path, errno: FileFailure.notAFile)) {
            try WholeFile.read(path)
        }
        close(ends[1])
        #expect(try WholeFile.read(path, acceptingPipes: true) == Array("abc".utf8))
    }
}

@Suite("A file in the making")
struct DraftTests {
    private let directory: TemporaryDirectory
    private var path: String { directory.path + "/file" }

    init() throws { directory = try TemporaryDirectory() }

    @Test("Nothing of it is to be seen until it is placed, and nothing is left of one that is not")
    func unseen() throws {
        do {
            let draft = try Draft(in: directory.path, for: .owner)
            try draft.write([1, 2, 3])
            #expect(try directory.fileNames == [])
        }
        #expect(try directory.fileNames == [])
    }

    @Test("What must not be replaced is left as it was")
    func existing() throws {
        try WholeFile.write([1], to: path)
        #expect(throws: FileFailure(path, errno: EEXIST)) {
            let draft = try Draft(in: directory.path, for: .owner, called: path)
            try draft.place(at: path, isReplacing: false)
        }
        #expect(try WholeFile.read(path) == [1])
        #expect(try directory.fileNames == ["file"])
    }

    @Test("What was cut off goes when the next has the lock")
    func swept() throws {
        try WholeFile.write([1], to: directory.path + "/.draft-1f")
        try WholeFile.write([2], to: path)
        let names = try Folder.withLock(on: directory.path) { try directory.fileNames }
        #expect(names == ["file"])
    }

    @Test("A lock is held until it is let go of")
    func locked() throws {
        let folder = open(directory.path, O_RDONLY)
        defer { close(folder) }
        try Folder.withLock(on: directory.path) {
            #expect(flock(folder, LOCK_EX | LOCK_NB) == -1 && errno == EWOULDBLOCK)
        }
        #expect(flock(folder, LOCK_EX | LOCK_NB) == 0)
    }
}
