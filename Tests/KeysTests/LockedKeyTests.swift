import Foundation
import Keys
import TestSupport
import Testing
import TransparencyLog

@Suite("A key under a passphrase")
struct LockedKeyTests {
    private let directory: TemporaryDirectory
    private let file: KeyFile

    init() throws {
        directory = try TemporaryDirectory()
        file = KeyFile(path: directory.path + "/key.pem")
    }

    @Test("It is read with its passphrase, and with no other")
    func roundTrip() throws {
        try file.store(.seven, lockedWith: Passphrase("på ön"))
        #expect(try file.unlocked(with: Passphrase("på ön")).seed == SigningKey.seven.seed)
        for other in ["på on", "på ö", " på ön"] {
            #expect(throws: KeyFileError.wrongPassphrase(file.path)) {
                try file.unlocked(with: Passphrase(other))
            }
        }
        #expect(throws: KeyFileError.unread(file.path, .notPlain)) { try file.loadPlain() }
    }

    @Test("Two files of one key have nothing in common")
    func salted() throws {
        let other = KeyFile(path: directory.path + "/other.pem")
        try file.store(.seven, lockedWith: .hemlig)
        try other.store(.seven, lockedWith: .hemlig)
        let texts = try [file, other].map { try String(contentsOfFile: $0.path, encoding: .utf8) }
        #expect(texts[0] != texts[1])
        #expect(!texts[0].contains(Data(SigningKey.seven.seed).base64EncodedString().dropLast(4)))
    }

    @Test(
        "A file that asks for absurdly many iterations, or none, is refused at once",
        arguments: [
            "00989681",  // 10,000,001
            "7fffffff", "80000000", "00000000",
        ])
    func iterations(count: String) throws {
        let lines = try KeyFixtures.text("aes256.pem").split(separator: "\n")
        let bytes = try #require(Data(base64Encoded: lines.dropFirst().dropLast().joined()))
        // INTEGER 2048 becomes one of as many bytes as it needs, and the lengths around it follow.
        var number = [UInt8](hex: count)
        while number.count > 1, number[0] == 0, number[1] < 0x80 { number.removeFirst() }
        let place = try #require(bytes.range(of: Data([0x02, 0x02, 0x08, 0x00])))
        var changed = Array(bytes)
        changed.replaceSubrange(place, with: [0x02, UInt8(number.count)] + number)
        let growth = UInt8(truncatingIfNeeded: number.count - 2)
        for length in [2, 4, 17, 19, 32] { changed[length] &+= growth }
        let text = [
            String(lines[0]), Data(changed).base64EncodedString(), String(lines.last!),
        ].joined(separator: "\n")
        let hostile = try directory.keyFile(text)
        #expect(throws: KeyFileError.unread(hostile.path, .otherEncryption)) {
            try hostile.load()
        }
    }

    @Test(
        "OpenSSL reads what we write, plain and locked, and we read what it writes",
        .enabled(if: InstalledProgram.openssl != nil, "openssl is not installed"),
        arguments: [nil, Passphrase("hemlig")])
    func openSSL(passphrase: Passphrase?) throws {
        let openssl = try #require(InstalledProgram.openssl)
        let pass = passphrase == nil ? [] : ["-passin", "pass:hemlig"]
        try file.store(.seven, lockedWith: passphrase)
        let printed = try openssl.run(
            ["pkey", "-in", file.path, "-pubout", "-outform", "DER"] + pass)
        #expect(Array(printed.suffix(32)) == SigningKey.seven.publicKey.bytes)

        let other = KeyFile(path: directory.path + "/openssl.pem")
        try openssl.run(
            ["genpkey", "-algorithm", "ed25519", "-out", other.path]
                + (passphrase == nil ? [] : ["-aes256", "-pass", "pass:hemlig"]))
        let theirs = try openssl.run(
            ["pkey", "-in", other.path, "-pubout", "-outform", "DER"] + pass)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: other.path)
        let key = try other.unlocked(with: .hemlig)
        #expect(key.publicKey.bytes == Array(theirs.suffix(32)))
    }
}

@Suite("A file with a passphrase")
struct PassphraseFileTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test(
        "Its first line is the passphrase, without the line's end",
        arguments: ["hemlig", "hemlig\n", "hemlig\r\n", "hemlig\nmer\n"])
    func firstLine(text: String) throws {
        #expect(try Passphrase(firstLineOf: directory.keyFile(text).path) == .hemlig)
    }

    @Test(
        "One with none, or far too long a one, is refused",
        arguments: ["", "\n", "\nhemlig\n", String(repeating: "x", count: 1025)])
    func none(text: String) throws {
        let path = try directory.keyFile(text).path
        #expect(throws: PassphraseFileError.noPassphrase(path)) {
            try Passphrase(firstLineOf: path)
        }
    }

    @Test("One that others can read is refused, and so is one that is not there")
    func loose() throws {
        let path = try directory.keyFile("hemlig\n", mode: 0o644).path
        #expect(throws: PassphraseFileError.looseMode(path, mode: 0o644)) {
            try Passphrase(firstLineOf: path)
        }
        #expect(throws: PassphraseFileError.missing(path + "x")) {
            try Passphrase(firstLineOf: path + "x")
        }
    }
}
