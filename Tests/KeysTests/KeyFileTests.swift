import Foundation
import Keys
import TestSupport
import Testing
import TransparencyLog

@Suite("A key file")
struct KeyFileTests {
    private let directory: TemporaryDirectory
    private let file: KeyFile

    init() throws {
        directory = try TemporaryDirectory()
        file = KeyFile(path: directory.path + "/keys/key.pem")
    }

    private func setMode(_ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("It gives back the key, and nobody but its owner can read it")
    func roundTrip() throws {
        let key = SigningKey.seven
        try file.store(key)
        #expect(try file.loadPlain().seed == key.seed)
        #expect(try mode(file.path) == 0o600)
        #expect(try mode(directory.path + "/keys") == 0o700)
    }

    @Test("It is never overwritten")
    func existing() throws {
        try file.store(SigningKey.seven)
        #expect(throws: KeyFileError.exists(file.path)) {
            try file.store(SigningKey.eight)
        }
        #expect(try file.loadPlain().seed == SigningKey.seven.seed)
    }

    @Test("It is refused while others can touch it", arguments: [0o640, 0o644, 0o620, 0o601])
    func loose(mode: Int) throws {
        try file.store(SigningKey.seven)
        try setMode(mode)
        #expect(throws: KeyFileError.looseMode(file.path, mode: UInt32(mode))) {
            try file.load()
        }
    }

    @Test("Where there is none, that is said")
    func missing() {
        #expect(throws: KeyFileError.missing(file.path)) { try file.load() }
    }

    @Test("A name without a folder lies in the working directory")
    func bareName() throws {
        let name = "liggare-\(UUID()).pem"
        defer { try? FileManager.default.removeItem(atPath: name) }
        try KeyFile(path: name).store(SigningKey.seven)
        #expect(try KeyFile(path: name).loadPlain().seed == SigningKey.seven.seed)
    }

    private static let header = "-----BEGIN PRIVATE KEY-----\n"
    private static let footer = "-----END PRIVATE KEY-----\n"
    /// The key of RFC 8410 section 10.3.
    private static let base64 = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"

    @Test("It reads the example of RFC 8410")
    func example() throws {
        try write(Self.header + Self.base64 + Self.footer)
        #expect(try file.loadPlain().seed.starts(with: [0xd4, 0xee, 0x72, 0xdb]))
    }

    private static let truncated = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp\n"
    private static let notKeys: [String] = [
        "", "\n\n\n", header + footer, base64, header + "!!!!\n" + footer,
        header + String(base64.dropFirst(4)) + footer, header + "AAAA" + base64 + footer,
        header + truncated + footer, String(repeating: "x", count: 10_000),
        "-----BEGIN PUBLIC KEY-----\n" + base64 + footer, header + base64,
        header + base64 + footer + header + base64 + footer, "hej\n" + header + base64 + footer,
        header + base64 + footer + "hej\n",
    ]

    @Test("What is not exactly a key is refused", arguments: notKeys)
    func malformed(text: String) throws {
        try write(text)
        #expect(throws: KeyFileError.unread(file.path, .malformed)) { try file.load() }
    }

    private func write(_ text: String) throws {
        try file.store(SigningKey.seven)
        try Data(text.utf8).write(to: URL(filePath: file.path))
    }
}
