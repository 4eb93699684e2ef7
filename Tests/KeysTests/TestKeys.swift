import Foundation
import Keys
import TestSupport
import Testing
import TransparencyLog

extension SigningKey {
    static let seven = SigningKey(seed: Array(repeating: 7, count: 32))!
    static let eight = SigningKey(seed: Array(repeating: 8, count: 32))!
}

extension Passphrase {
    /// That of the fixtures.
    static let hemlig = Passphrase("hemlig")

    init(_ text: String) { self.init(Array(text.utf8))! }
}

/// The folder `Fixtures/keys`.
enum KeyFixtures {
    static let path = URL(filePath: #filePath).appending(path: "../../../Fixtures/keys")
        .standardized.path

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }
}

extension TemporaryDirectory {
    /// A file that nobody else can touch.
    func keyFile(_ text: String, mode: Int = 0o600) throws -> KeyFile {
        let file = path + "/key-\(UUID())"
        try Data(text.utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return KeyFile(path: file)
    }

    func keyFile(fixture name: String, mode: Int = 0o600) throws -> KeyFile {
        try keyFile(try KeyFixtures.text(name), mode: mode)
    }
}

extension KeyFile {
    /// The key in it, whether it is locked or not.
    func unlocked(with passphrase: Passphrase) throws -> SigningKey {
        switch try load() {
        case .plain(let key): return key
        case .locked(let key): return try key.unlock(with: passphrase)
        case .elsewhere: throw KeyFileError.unread(path, .notPlain)
        }
    }
}

/// A program of the system, if it is installed.
struct InstalledProgram {
    let path: String

    init?(_ name: String) {
        let places = ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { $0 + name }
        guard let path = places.first(where: FileManager.default.isExecutableFile) else {
            return nil
        }
        self.path = path
    }

    static let openssl = InstalledProgram("openssl")
    static let sshKeygen = InstalledProgram("ssh-keygen")
    static let sshAgent = InstalledProgram("ssh-agent")
    static let sshAdd = InstalledProgram("ssh-add")

    /// Runs it to its end, which must be a good one, and gives what it said.
    @discardableResult
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        // Not a pipe, which stays open for as long as any program started meanwhile has it.
        let directory = try TemporaryDirectory()
        let output = URL(filePath: directory.path + "/output")
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(arguments)")
        return try Data(contentsOf: output)
    }
}
