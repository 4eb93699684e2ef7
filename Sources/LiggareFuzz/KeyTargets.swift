import SwiftASN1
import TransparencyLog

@testable import Keys

// Keys as other programs write them, and what an agent answers. The layers are tried one by one,
// since no fuzzer sees through base64.

extension Target {
    static let keys = [publicKey, privateKey, openSSHKey, pkcs8, encryptedKey, agent]

    private static let publicKey = Target(name: "public-key") { bytes in
        guard let key = PublicKey(openSSH: bytes.text) else { return }
        claim(PublicKey(openSSH: key.openSSH) == key, "a key is read as it is written")
    }

    private static let privateKey = Target(name: "private-key") { bytes in
        guard case .plain(let key)? = try? KeptKey(parsing: bytes.text, in: "key") else { return }
        claim(
            PEM(parsing: PEM(key, lockedWith: nil).text).map(\.bytes)
                == PrivateKeyInfo(key: key).derEncoded, "a key is read as it is written")
    }

    private static let openSSHKey = Target(name: "openssh-key") { bytes in
        guard let key = try? SigningKey(openSSH: bytes) else { return }
        claim(SigningKey(seed: key.seed)?.publicKey == key.publicKey, "the halves are of one key")
    }

    private static let pkcs8 = Target(name: "pkcs8") { bytes in
        guard let info = try? PrivateKeyInfo(derEncoded: bytes) else { return }
        let written = PrivateKeyInfo(key: info.key).derEncoded
        let again = try? PrivateKeyInfo(derEncoded: written)
        claim(again?.key.seed == info.key.seed, "a key is read as it is written")
    }

    /// Not unlocked: that takes long, on purpose.
    private static let encryptedKey = Target(name: "encrypted-key") { bytes in
        _ = try? EncryptedKey(derEncoded: bytes)
    }

    private static let agent = Target(name: "agent") { bytes in
        let keys = SSHAgent.publicKeys(in: bytes)
        claim((keys ?? []).count * 40 <= bytes.count, "no more keys than there are bytes for")
        let signature = SSHAgent.signature(in: bytes.dropFirst())
        claim(signature.map { $0.count == 64 } ?? true, "a signature has 64 bytes")
    }
}
