import Foundation
import LMDB
import TestSupport
import Testing

@Suite("Opening an environment")
struct EnvironmentTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test(
        "What was committed is there after opening anew",
        arguments: [Environment.Durability.full, .none])
    func reopen(durability: Environment.Durability) throws {
        do {
            let environment = try directory.open(durability: durability)
            try environment.write { try $0.put(environment.entries, [1], [2]) }
            try environment.sync()
        }
        let environment = try directory.open(.readOnly)
        let found = try environment.read { try $0.value(environment.entries, [1]) }
        #expect(found == [2])
        let error = #expect(throws: LMDBError.self) { try environment.sync() }
        #expect(error?.isPermissionDenied == true)
    }

    @Test("It knows whether its file was replaced or removed")
    func place() throws {
        let environment = try directory.open()
        #expect(environment.isInPlace)
        let files = FileManager.default
        try files.copyItem(atPath: directory.dataFile, toPath: directory.path + "/copy")
        try files.removeItem(atPath: directory.dataFile)
        #expect(!environment.isInPlace)
        try files.moveItem(atPath: directory.path + "/copy", toPath: directory.dataFile)
        #expect(!environment.isInPlace)
    }

    @Test("A directory is open once in a process, also by another name, until it is closed")
    func openOnce() throws {
        let alias = directory.path + "-alias"
        try FileManager.default.createSymbolicLink(
            atPath: alias, withDestinationPath: directory.path)
        defer { try? FileManager.default.removeItem(atPath: alias) }
        do {
            let environment = try directory.open()
            for path in [directory.path, alias] {
                let error = #expect(throws: LMDBError.self) {
                    try Environment(path: path, access: .readOnly, tables: [])
                }
                #expect(error?.isAlreadyOpen == true)
            }
            withExtendedLifetime(environment) {}
        }
        #expect(throws: Never.self) { try directory.open() }
    }

    @Test("A transaction keeps its environment open")
    func transactionKeepsOpen() throws {
        func begin() throws -> ReadTransaction { try directory.open().beginRead() }
        let transaction = try begin()
        let error = #expect(throws: LMDBError.self) { try directory.open() }
        #expect(error?.isAlreadyOpen == true)
        _ = consume transaction
        #expect(throws: Never.self) { try directory.open() }
    }

    @Test("A failed opening leaves the directory free")
    func failureFreesClaim() throws {
        #expect(throws: LMDBError.self) { try directory.open(.readOnly) }
        #expect(throws: LMDBError.self) { try directory.open(.readWrite) }
        #expect(throws: Never.self) { try directory.open() }
    }

    @Test("Opening read-only where nothing is throws not-found and creates nothing")
    func readOnlyMissing() throws {
        let error = #expect(throws: LMDBError.self) { try directory.open(.readOnly) }
        #expect(error?.isNotFound == true)
        #expect(try directory.fileNames.isEmpty)
    }

    @Test("A directory that is missing, or no directory, is a typed error")
    func badDirectory() throws {
        let file = directory.path + "/file"
        try Data().write(to: URL(filePath: file))
        for (path, code) in [("/nowhere/at/all", ENOENT), (file, ENOTDIR)] {
            let error = #expect(throws: LMDBError.self) {
                try Environment(path: path, access: .create, tables: [])
            }
            #expect(error?.code == code)
        }
    }

    @Test("A read-only environment lacks tables that were never created")
    func missingTable() throws {
        do { _ = try Environment(path: directory.path, access: .create, tables: ["meta"]) }
        let environment = try directory.open(.readOnly)
        #expect(environment.table("entries") == nil)
        #expect(environment.table("meta")?.name == "meta")
        #expect(environment.table("other") == nil)
    }

    @Test("A write in a read-only environment is refused")
    func readOnlyWrite() throws {
        do { _ = try directory.open() }
        let environment = try directory.open(.readOnly)
        let error = #expect(throws: LMDBError.self) {
            try environment.write { try $0.put(environment.entries, [1], [1]) }
        }
        #expect(error?.isPermissionDenied == true)
        #expect(throws: Never.self) { try environment.read { try $0.count(environment.entries) } }
    }

    @Test(
        "Opening existing tables does not wait for a writer of another process",
        .timeLimit(.minutes(1)))
    func openBesideWriter() async throws {
        do { _ = try directory.open() }
        let lock = URL(filePath: directory.path + "/writing")
        async let writer: Void = holdWriterLock(while: lock)
        while !FileManager.default.fileExists(atPath: lock.path) {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(throws: Never.self) { try directory.open() }
        try FileManager.default.removeItem(at: lock)
        await writer
    }

    /// Writes in another process until `file`, which it makes, is gone.
    private func holdWriterLock(while file: URL) async {
        let path = directory.path
        await #expect(processExitsWith: .success) { [path = path as String, file = file as URL] in
            let environment = try Environment(path: path, access: .create, tables: ["meta"])
            try environment.write { _ in
                try Data().write(to: file)
                while FileManager.default.fileExists(atPath: file.path) { usleep(1_000) }
            }
        }
    }

    @Test("An error names the operation, the directory and the code")
    func description() throws {
        let first = try directory.open()
        let error = #expect(throws: LMDBError.self) { try directory.open() }
        #expect(
            error?.description == """
                LMDB could not open in \(directory.path): this process has the directory open \
                already (16)
                """)
        withExtendedLifetime(first) {}
    }
}
