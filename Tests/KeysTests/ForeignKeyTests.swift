import Foundation
import Keys
import TestSupport
import Testing
import TransparencyLog

@Suite("Keys of other tools")
struct ForeignKeyTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test(
        "Each form that openssl and ssh-keygen write is read",
        arguments: [
            ("plain.pem", "4af205cab9d1f05e84c7b5a4d593c8841dad8528b7528895911fb81e0a28c7f8"),
            ("aes256.pem", "4af205cab9d1f05e84c7b5a4d593c8841dad8528b7528895911fb81e0a28c7f8"),
            ("aes128-sha1.pem", "4af205cab9d1f05e84c7b5a4d593c8841dad8528b7528895911fb81e0a28c7f8"),
            (
                "rfc8410-version-1.pem",
                "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1"
            ),
            ("openssh", "e19090b32ceac55c275a3f32280c4e877410636dbe81f41df81da8d3527ef557"),
        ])
    func read(name: String, publicKey: String) throws {
        let key = try directory.keyFile(fixture: name).unlocked(with: .hemlig)
        #expect(key.publicKey.bytes.hex == publicKey)
    }

    @Test(
        "What is no Ed25519 key, or locked in another way, is refused and says so",
        arguments: [
            ("rsa.pem", UnreadKey.otherAlgorithm), ("rsa-pkcs1.pem", .otherAlgorithm),
            ("rsa-aes256.pem", .otherAlgorithm), ("openssh-rsa", .otherAlgorithm),
            ("openssh-rsa.pub", .otherAlgorithm), ("openssh-locked", .lockedByOpenSSH),
            ("scrypt.pem", .otherEncryption), ("pbe-3des.pem", .otherEncryption),
            ("des3.pem", .otherEncryption), ("public.pem", .malformed), ("README.md", .malformed),
        ])
    func refused(name: String, reason: UnreadKey) throws {
        let file = try directory.keyFile(fixture: name)
        #expect(throws: KeyFileError.unread(file.path, reason)) {
            try file.unlocked(with: .hemlig)
        }
    }

    private static let secret = [
        "plain.pem", "aes256.pem", "aes128-sha1.pem", "rfc8410-version-1.pem", "openssh",
        "openssh-locked", "rsa.pem",
    ]

    @Test("Each is refused while others can read it", arguments: secret)
    func loose(name: String) throws {
        let file = try directory.keyFile(fixture: name, mode: 0o640)
        #expect(throws: KeyFileError.looseMode(file.path, mode: 0o640)) { try file.load() }
    }

    @Test("A public key may be read by all, and says that the key is elsewhere")
    func publicKey() throws {
        let file = try directory.keyFile(fixture: "openssh.pub", mode: 0o644)
        guard case .elsewhere(let key) = try file.load() else {
            Issue.record("not a public key")
            return
        }
        #expect(key == PublicKey(openSSH: try KeyFixtures.text("openssh.pub")))
        #expect(throws: KeyFileError.unread(file.path, .notPlain)) { try file.loadPlain() }
        let rsa = try directory.keyFile(fixture: "openssh-rsa.pub", mode: 0o644)
        #expect(throws: KeyFileError.unread(rsa.path, .otherAlgorithm)) { try rsa.load() }
        let cut = try directory.keyFile("ssh-ed25519 AAAA", mode: 0o644)
        #expect(throws: KeyFileError.unread(cut.path, .malformed)) { try cut.load() }
    }

    @Test(
        "No key is read from one that is cut, nor another from one that is changed",
        arguments: [
            ("plain.pem", false), ("rfc8410-version-1.pem", true), ("aes256.pem", false),
            ("openssh", true),
        ])
    func damaged(name: String, attaches: Bool) throws {
        let lines = try KeyFixtures.text(name).split(separator: "\n")
        let bytes = try #require(Data(base64Encoded: lines.dropFirst().dropLast().joined()))
        func file(_ bytes: Data) throws -> KeyFile {
            try directory.keyFile(
                [String(lines[0]), bytes.base64EncodedString(), String(lines.last!)]
                    .joined(separator: "\n"))
        }
        let sound = try file(bytes).unlocked(with: .hemlig)
        for count in 0..<bytes.count {
            #expect(throws: KeyFileError.self, "cut to \(count)") {
                try file(bytes.prefix(count)).unlocked(with: .hemlig)
            }
        }
        #expect(throws: KeyFileError.self, "one too many") {
            try file(bytes + [0]).unlocked(with: .hemlig)
        }
        // Some bytes say nothing, such as those of a comment. Where the public key is attached, no
        // change gives another key; elsewhere the bytes of the seed are as good as any.
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x01
            let key = try? file(changed).unlocked(with: .hemlig)
            #expect(key == nil || key?.seed == sound.seed || !attaches)
        }
    }
}
