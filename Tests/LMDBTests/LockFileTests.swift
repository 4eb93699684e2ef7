import Files
import Foundation
import LMDB
import TestSupport
import Testing

@Suite("LMDB's lock file")
struct LockFileTests {
    let directory: TemporaryDirectory
    private let impatient = Patience(limit: .milliseconds(50))

    init() throws {
        directory = try TemporaryDirectory()
        let environment = try directory.open(durability: .full)
        for number in 0..<3 {
            try environment.write { try $0.put(environment.entries, key(number), [1]) }
        }
    }

    private var lockFile: String { directory.path + "/lock.mdb" }

    @Test(
        "One process opens at a time, and another waits as long as it has patience",
        arguments: [Environment.Access.readOnly, .readWrite, .create])
    func oneOpens(access: Environment.Access) throws {
        let opener = open(lockFile, O_RDWR | O_CLOEXEC)
        defer { close(opener) }
        #expect(flock(opener, LOCK_EX | LOCK_NB) == 0)
        let error = #expect(throws: LMDBError.self) {
            try Patience.$current.withValue(impatient) { try directory.open(access) }
        }
        #expect(error?.isTimedOut == true)
        #expect(error?.description.contains("process \(getpid())") == true)
        flock(opener, LOCK_UN)
        #expect(throws: Never.self) { try directory.open(access) }
    }

    @Test("Who has opened lets others open")
    func opensBeside() async throws {
        let environment = try directory.open(durability: .full)
        let path = directory.path
        await #expect(processExitsWith: .success) { [path = path as String] in
            let other = try Environment(path: path, access: .readWrite, tables: ["entries"])
            try other.write { try $0.put(other.table("entries")!, key: [9], value: [9]) }
        }
        #expect(try environment.read { try $0.value(environment.entries, [9]) } == [9])
    }

    /// What is left by a first opener that is killed before it has set the file up, and by whoever
    /// writes into it.
    @Test("Nothing is read or committed on a state that is not the newest", arguments: [0, 2, 99])
    func otherTransaction(transaction: UInt64) throws {
        let environment = try directory.open(durability: .full)
        let before = try Data(contentsOf: URL(filePath: directory.dataFile))
        try poke(transaction)
        let read = #expect(throws: LMDBError.self) { try environment.read { _ in } }
        #expect(read?.damage != nil)
        let written = #expect(throws: LMDBError.self) {
            try environment.write { try $0.put(environment.entries, key(7), [7]) }
        }
        #expect(written?.damage != nil)
        #expect(try Data(contentsOf: URL(filePath: directory.dataFile)) == before)
    }

    @Test("Of a writer that died after its meta page, readers see the commit, and so do writers")
    func unfinishedCommit() throws {
        let environment = try directory.open(durability: .full)
        try poke(try newest - 1)
        #expect(try environment.read { try $0.value(environment.entries, key(2)) } == [1])
        try environment.write { try $0.put(environment.entries, key(7), [7]) }
        #expect(try environment.read { try $0.value(environment.entries, key(7)) } == [7])
    }

    @Test("A writer that is alive between its meta page and the lock file is waited for")
    func slowCommit() throws {
        let environment = try directory.open(durability: .full)
        try poke(try newest - 1)
        let writer = open(directory.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(writer) }
        #expect(flock(writer, LOCK_EX | LOCK_NB) == 0)
        let error = #expect(throws: LMDBError.self) {
            try Patience.$current.withValue(impatient) { try environment.read { _ in } }
        }
        #expect(error?.isTimedOut == true)
        try poke(try newest)
        #expect(throws: Never.self) { try environment.read { _ in } }
    }

    private var newest: UInt64 {
        get throws {
            Layout(bytes: try Data(contentsOf: URL(filePath: directory.dataFile))).transaction
        }
    }

    @Test("The next opener after all have closed sets the file up anew")
    func setUpAnew() throws {
        try poke(0)
        let environment = try directory.open(durability: .full)
        #expect(try environment.read { try $0.count(environment.entries) } == 3)
        try environment.write { try $0.put(environment.entries, key(7), [7]) }
        #expect(try environment.read { try $0.count(environment.entries) } == 4)
    }

    @Test("Nothing is committed once the file was removed or replaced", arguments: [true, false])
    func replaced(isRemoved: Bool) throws {
        let environment = try directory.open(durability: .full)
        #expect(throws: LMDBError.self) {
            try environment.write { transaction in
                try transaction.put(environment.entries, key(7), [7])
                try FileManager.default.removeItem(atPath: lockFile)
                if !isRemoved { try Data(count: 8_192).write(to: URL(filePath: lockFile)) }
            }
        }
    }

    @Test("Two writers wait for one another, whatever becomes of the lock file")
    func writersWait() async throws {
        let environment = try directory.open(durability: .full)
        let path = directory.path
        try environment.write { transaction in
            try transaction.put(environment.entries, key(7), [7])
            try FileManager.default.moveItem(atPath: lockFile, toPath: lockFile + ".away")
            let other = Process()
            other.executableURL = URL(filePath: "/usr/bin/flock")
            other.arguments = ["--nonblock", path, "true"]
            try other.run()
            other.waitUntilExit()
            #expect(other.terminationStatus == 1)
            try FileManager.default.moveItem(atPath: lockFile + ".away", toPath: lockFile)
        }
    }

    @Test("The file has room for a thousand readers, and grows when nobody has it open")
    func room() throws {
        let size = 65_536
        #expect(try fileSize(lockFile) == size)
        try FileManager.default.removeItem(atPath: lockFile)
        try Data(count: 8_192).write(to: URL(filePath: lockFile))
        let environment = try directory.open(durability: .full)
        #expect(try fileSize(lockFile) == size)
        try environment.write { try $0.put(environment.entries, key(7), [7]) }
    }

    @Test("A FIFO in place of a file is refused at once", arguments: ["data.mdb", "lock.mdb"])
    func fifo(name: String) throws {
        let path = directory.path + "/" + name
        try FileManager.default.removeItem(atPath: path)
        #expect(mkfifo(path, 0o600) == 0)
        for access in [Environment.Access.readOnly, .readWrite, .create] {
            #expect(throws: LMDBError.self) { try directory.open(access) }
        }
        #expect(throws: LMDBError.self) { try Environment.checkPages(in: directory.path) }
    }

    /// Writes the transaction that is current into the file: it stands behind 8 bytes and the mutex of
    /// the readers.
    private func poke(_ transaction: UInt64) throws {
        let file = try FileHandle(forUpdating: URL(filePath: lockFile))
        try file.seek(toOffset: 48)
        try file.write(contentsOf: withUnsafeBytes(of: transaction) { Data($0) })
        try file.close()
    }

    private func fileSize(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    }
}
