import Foundation
import TestSupport
import Testing
import TransparencyLog

@testable import Keys

@Suite("Which key is the user's")
struct UserKeyTests {
    private static let home = ["HOME": "/home/karin"]
    private static let config = home.merging(["XDG_CONFIG_HOME": "/etc/karin"]) { $1 }
    private static let variable = config.merging(["LIGGARE_KEY": "from-variable"]) { $1 }

    @Test(
        "The one that is named, else that of the variable, else the usual one",
        arguments: [
            ("named", variable, "named", true), (nil, variable, "from-variable", true),
            (nil, config, "/etc/karin/liggare/key.pem", false),
            (nil, home, "/home/karin/.config/liggare/key.pem", false),
        ] as [(String?, [String: String], String, Bool)])
    func place(
        named: String?, variables: [String: String], path: String, isNamed: Bool
    ) throws {
        let key = try #require(UserKey(named: named) { variables[$0] })
        #expect(key.file.path == path)
        #expect(key.isNamed == isNamed)
    }

    @Test("Where there is no home, there is none")
    func homeless() { #expect(UserKey(named: nil) { _ in nil } == nil) }

    private func userKey(_ file: KeyFile) throws -> UserKey {
        try #require(UserKey(named: file.path) { _ in nil })
    }

    @Test("A plain key signs itself; a locked one asks for its passphrase, by its path")
    func atHand() throws {
        let directory = try TemporaryDirectory()
        for (name, asked) in [("plain.pem", 0), ("aes256.pem", 1)] {
            let file = try directory.keyFile(fixture: name)
            var paths: [String] = []
            let signer = try userKey(file).signer(agent: nil) {
                paths.append($0)
                return .hemlig
            }
            #expect(signer.publicKey.bytes.hex.hasPrefix("4af205ca"))
            #expect(paths == Array(repeating: file.path, count: asked))
        }
    }

    @Test("A public key means the agent; where there is none, that is said")
    func kept() throws {
        let directory = try TemporaryDirectory()
        let key = try directory.keyFile(fixture: "openssh").loadPlain()
        let user = try userKey(try directory.keyFile(fixture: "openssh.pub", mode: 0o644))
        let fake = try FakeAgent(in: directory, keys: [key])
        let signer = try user.signer(agent: SSHAgent(socketPath: fake.path)) { _ in
            throw CancellationError()
        }
        #expect(signer.publicKey == key.publicKey)
        #expect(key.publicKey.isValid(signature: try signer.signature(over: [1]), over: [1]))
        #expect(throws: AgentError.noAgent(for: key.publicKey)) {
            try user.signer(agent: nil) { _ in .hemlig }
        }
    }
}
