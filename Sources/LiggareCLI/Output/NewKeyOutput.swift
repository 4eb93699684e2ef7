import Answers
import EntryLog
import Keys
import TransparencyLog

/// A key was made.
struct NewKeyOutput: Output {
    let publicKey: PublicKey
    let path: String

    var isRehearsal: Bool { false }
    func text(in words: any Wording) -> String { words.newKey(self) }

    func content(in words: any Wording) -> any Encodable {
        Content(
            keyFile: path, keyID: publicKey.id.description, publicKey: base64(publicKey.bytes),
            openSSH: publicKey.openSSH)
    }

    private struct Content: Encodable {
        let keyFile, keyID, publicKey, openSSH: String
    }
}
