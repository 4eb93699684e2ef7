import Foundation
import TestSupport
import Testing
import TransparencyLog

@testable import Keys

@Suite("An agent that keeps keys")
struct SSHAgentTests {
    private let directory: TemporaryDirectory
    private let key = SigningKey.seven
    private let message = Array("En rad i liggaren".utf8)

    init() throws { directory = try TemporaryDirectory() }

    private func signer(_ fake: FakeAgent, timeoutSeconds: Int = 60) -> AgentSigner {
        AgentSigner(
            key.publicKey,
            keptBy: SSHAgent(socketPath: fake.path, timeoutSeconds: timeoutSeconds))
    }

    @Test("It lists its Ed25519 keys, and signs with them")
    func signs() throws {
        let fake = try FakeAgent(in: directory, keys: [.eight, .seven])
        let agent = SSHAgent(socketPath: fake.path)
        #expect(try agent.publicKeys() == [SigningKey.eight.publicKey, key.publicKey])
        for message in [[], message, [UInt8](repeating: 0xff, count: 100_000)] {
            let signature = try signer(fake).signature(over: message)
            #expect(key.publicKey.isValid(signature: signature, over: message))
        }
    }

    @Test("Keys of other types are left out")
    func otherTypes() throws {
        var rsa: [UInt8] = []
        rsa.append(wireString: Array("ssh-rsa".utf8))
        let blobs = [rsa, [], key.publicKey.openSSHBlob, [1, 2, 3]]
        let fake = try FakeAgent(in: directory) { _ in
            FakeAgent.framed(FakeAgent.identities(blobs))
        }
        #expect(try SSHAgent(socketPath: fake.path).publicKeys() == [key.publicKey])
    }

    @Test("One that lacks the key is told from one that refuses to sign")
    func refusals() throws {
        let lacking = try FakeAgent(in: directory, keys: [.eight])
        #expect(throws: AgentError.lacksKey(key.publicKey)) {
            try signer(lacking).signature(over: message)
        }
        let blob = key.publicKey.openSSHBlob
        let refusing = try FakeAgent(in: try TemporaryDirectory()) { message in
            FakeAgent.framed(
                message == [11] ? FakeAgent.identities([blob]) : FakeAgent.failure)
        }
        #expect(throws: AgentError.refused(key.publicKey)) {
            try signer(refusing).signature(over: message)
        }
    }

    @Test("A signature over something else, or by another key, is not used")
    func wrongSignatures() throws {
        for signature in [
            try key.signature(over: message + [0]), try SigningKey.eight.signature(over: message),
            [UInt8](repeating: 0, count: 64),
        ] {
            let fake = try FakeAgent(in: try TemporaryDirectory()) { _ in
                FakeAgent.framed(FakeAgent.signed(signature))
            }
            #expect(throws: AgentError.wrongSignature(key.publicKey)) {
                try signer(fake).signature(over: message)
            }
        }
    }

    /// What goes back for any message: lengths that lie, answers to something else, and answers cut
    /// short.
    private static let nonsense: [[UInt8]] = [
        [], [0], [0, 0, 0, 0], [0xff, 0xff, 0xff, 0xff], [0, 4, 0, 1, 14], [0, 0, 0, 9, 14],
        FakeAgent.framed([6]), FakeAgent.framed([14]), FakeAgent.framed([12]),
        FakeAgent.framed([14, 0xff, 0xff, 0xff, 0xff]),
        FakeAgent.framed([12, 0xff, 0xff, 0xff, 0xff]),
        FakeAgent.framed(FakeAgent.signed([1, 2, 3])),
        FakeAgent.framed(FakeAgent.signed([UInt8](repeating: 1, count: 64), type: "ssh-rsa")),
        FakeAgent.framed(FakeAgent.signed([UInt8](repeating: 1, count: 64)) + [0]),
        FakeAgent.framed(FakeAgent.identities([[1]]) + [0]),
        Array("HTTP/1.1 400 Bad Request".utf8),
    ]

    @Test("What does not speak the protocol is told so", arguments: nonsense)
    func malformed(answer: [UInt8]) throws {
        let fake = try FakeAgent(in: directory) { _ in answer }
        #expect(throws: AgentError.malformed(fake.path)) {
            try signer(fake).signature(over: message)
        }
        #expect(throws: AgentError.malformed(fake.path)) {
            try SSHAgent(socketPath: fake.path).publicKeys()
        }
    }

    @Test("One that says nothing is waited for so long, and no longer")
    func silent() throws {
        let fake = try FakeAgent(in: directory) { _ in nil }
        #expect(throws: AgentError.timedOut(fake.path, seconds: 1)) {
            try signer(fake, timeoutSeconds: 1).signature(over: message)
        }
    }

    @Test("One that sends its answer byte by byte is waited for no longer than any other")
    func dripping() throws {
        let fake = try FakeAgent(in: directory, dripping: true) { _ in
            FakeAgent.framed([UInt8](repeating: 14, count: 100))
        }
        let start = ContinuousClock.now
        #expect(throws: AgentError.timedOut(fake.path, seconds: 1)) {
            try signer(fake, timeoutSeconds: 1).signature(over: message)
        }
        #expect(ContinuousClock.now - start < .seconds(4))
    }

    @Test("A message that no agent takes is not sent")
    func tooLarge() throws {
        let fake = try FakeAgent(in: directory, keys: [key])
        #expect(throws: AgentError.self) {
            try signer(fake).signature(over: [UInt8](repeating: 0, count: 256 * 1024))
        }
    }

    @Test("Where no agent listens, that is said")
    func nobody() throws {
        let path = directory.path + "/nobody"
        #expect(throws: AgentError.failed(path, errno: ENOENT)) {
            try SSHAgent(socketPath: path).publicKeys()
        }
        let long = directory.path + "/" + String(repeating: "x", count: 200)
        #expect(throws: AgentError.failed(long, errno: ENAMETOOLONG)) {
            try SSHAgent(socketPath: long).publicKeys()
        }
    }
}

@Suite(
    "The agent of OpenSSH",
    .enabled(
        if: InstalledProgram.sshAgent != nil && InstalledProgram.sshAdd != nil,
        "ssh-agent is not installed"))
struct InstalledAgentTests {
    @Test("It signs for us with a key that was added to it, and not once it is removed")
    func signs() throws {
        let directory = try TemporaryDirectory()
        let socket = directory.path + "/agent"
        let process = Process()
        process.executableURL = URL(filePath: try #require(InstalledProgram.sshAgent).path)
        process.arguments = ["-D", "-a", socket]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // It inherits that this thread lets other signals wait.
        defer {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        while process.isRunning, access(socket, F_OK) != 0 { usleep(10_000) }

        let file = try directory.keyFile(fixture: "openssh")
        let key = try file.loadPlain().publicKey
        let agent = SSHAgent(socketPath: socket)
        #expect(throws: AgentError.lacksKey(key)) { try agent.signature(over: [1], by: key) }

        let environment = ["SSH_AUTH_SOCK": socket]
        let sshAdd = try #require(InstalledProgram.sshAdd)
        for name in ["openssh-rsa", "openssh"] {
            try sshAdd.run(
                ["-q", try directory.keyFile(fixture: name).path], environment: environment)
        }
        #expect(try agent.publicKeys() == [key])
        let message = Array("En rad i liggaren".utf8)
        let signature = try agent.signature(over: message, by: key)
        #expect(key.isValid(signature: signature, over: message))

        try sshAdd.run(["-q", "-D"], environment: environment)
        #expect(throws: AgentError.lacksKey(key)) { try agent.signature(over: [1], by: key) }
    }
}
