import Foundation
import Keys
import TestSupport
import Testing
import TransparencyLog

@Suite("A public key as text")
struct PublicKeyTextTests {
    /// That of `openssh.pub`.
    private static let blob =
        "AAAAC3NzaC1lZDI1NTE5AAAAIOGQkLMs6sVcJ1o/MigMTod0EGNtvoH0HfgdqNNSfvVX"
    private static let bytes = "4ZCQsyzqxVwnWj8yKAxOh3QQY22+gfQd+B2o01J+9Vc="

    @Test(
        "It is read with or without a comment, as the blob alone, and as its bytes alone",
        arguments: [
            "ssh-ed25519 \(blob)", "ssh-ed25519 \(blob) karin@dals-ed.example\n",
            "ssh-ed25519 \(blob) Karin på kontoret", blob, bytes, bytes + "\n",
        ])
    func read(text: String) throws {
        let key = try #require(PublicKey(openSSH: text))
        #expect(Data(key.bytes).base64EncodedString() == Self.bytes)
        #expect(key.openSSH == "ssh-ed25519 " + Self.blob)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", " ", "ssh-ed25519", "ssh-ed25519 ", "ssh-ed25519 \(bytes)",
            "ssh-ed25519 \(blob.dropLast(4))", "ssh-ed25519 \(blob)AAAA", "ssh-rsa \(blob)",
            "ssh-ed25519 \(blob)\nssh-ed25519 \(blob)", "\(blob) karin", "\(bytes) karin",
            // The type inside is another, of the same length; then a length that goes too far.
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE4AAAAIOGQkLMs6sVcJ1o/MigMTod0EGNtvoH0HfgdqNNSfvVX",
            "ssh-ed25519 /////3NzaC1lZDI1NTE5AAAAIOGQkLMs6sVcJ1o/MigMTod0EGNtvoH0HfgdqNNSfvVX",
            String(bytes.dropLast(4)), "å", "hej",
        ])
    func refused(text: String) {
        #expect(PublicKey(openSSH: text) == nil)
    }

    @Test("It is what ssh-keygen says", .enabled(if: InstalledProgram.sshKeygen != nil))
    func sshKeygen() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/key"
        let keygen = try #require(InstalledProgram.sshKeygen)
        try keygen.run(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path])
        let key = try KeyFile(path: path).loadPlain().publicKey
        let theirs = try String(contentsOfFile: path + ".pub", encoding: .utf8)
        #expect(theirs.trimmingCharacters(in: .whitespacesAndNewlines) == key.openSSH)
        #expect(PublicKey(openSSH: theirs) == key)
    }
}
