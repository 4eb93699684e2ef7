import Answers
import EntryLog
import Keys
package import TransparencyLog

/// A key was made.
package struct NewKeyOutput: Output {
    package let publicKey: PublicKey
    package let path: String

    package init(publicKey: PublicKey, path: String) {
        self.publicKey = publicKey
        self.path = path
    }

    package var isRehearsal: Bool { false }
    package func text(in words: any Wording) -> String { words.newKey(self) }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            keyFile: path, keyID: publicKey.id.description, publicKey: base64(publicKey.bytes),
            openSSH: publicKey.openSSH)
    }

    private struct Content: Encodable {
        let keyFile, keyID, publicKey, openSSH: String
    }
}
