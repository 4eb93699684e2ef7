import Keys
import TransparencyLog

/// An Ed25519 key that signs: a person's, or the one that signs a ledger's checkpoints.
public struct Key: Sendable {
    let signing: SigningKey

    /// The key in a file that openssl or ssh-keygen wrote, without a passphrase.
    public init(at path: String) throws(LedgerError) {
        signing = try telling { try KeyFile(path: path).loadPlain() }
    }

    /// Makes a key and keeps it in a file, where there is none yet. Durable on return.
    public static func make(at path: String) throws(LedgerError) -> Key {
        let key = SigningKey()
        try telling { try KeyFile(path: path).store(key) }
        return Key(key)
    }

    private init(_ signing: SigningKey) { self.signing = signing }

    /// As OpenSSH writes it: what `key grant` takes.
    public var publicKey: String { signing.publicKey.openSSH }
}
