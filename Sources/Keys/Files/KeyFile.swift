package import Failures
import Files
import Glibc
package import TransparencyLog

/// A file with a user's key. A private key is refused while others than its owner can touch it.
package struct KeyFile: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    package var exists: Bool { access(path, F_OK) == 0 }

    /// Reads a private key as `openssl` or `ssh-keygen` wrote it, or a public key (`.pub`), whose
    /// private half an agent keeps. What it holds is told by its content, never by its name.
    /// - Throws: `KeyFileError`.
    package func load() throws(KeyFileError) -> KeptKey {
        let file: SecretFile
        do {
            file = try SecretFile(reading: path)
        } catch {
            throw error.errno == ENOENT ? .missing(path) : .failed(path, errno: error.errno)
        }
        let text = String(decoding: file.bytes, as: UTF8.self)
        if PublicKey.isOpenSSH(text) {
            guard text.hasPrefix(PublicKey.openSSHType + " ") else {
                throw .unread(path, .otherAlgorithm)
            }
            guard let key = PublicKey(openSSH: text) else { throw .unread(path, .malformed) }
            return .elsewhere(key)
        }
        guard file.othersMode == 0 else { throw .looseMode(path, mode: file.mode) }
        do {
            return try KeptKey(parsing: text, in: path)
        } catch {
            throw .unread(path, error)
        }
    }

    /// The key in it, where nobody is there to be asked for a passphrase.
    /// - Throws: `KeyFileError`, also where the key is locked or elsewhere.
    package func loadPlain() throws(KeyFileError) -> SigningKey {
        guard case .plain(let key) = try load() else { throw .unread(path, .notPlain) }
        return key
    }

    /// Writes a new key where there is none, as PKCS#8 in PEM. Durable on return.
    /// - Parameter passphrase: locks the key, if there is one.
    /// - Throws: `KeyFileError`, also where there already is a file.
    package func store(
        _ key: SigningKey, lockedWith passphrase: Passphrase? = nil
    ) throws(KeyFileError) {
        do throws(FileFailure) {
            let folder = Folder.holding(path)
            try Folder.make(folder, for: .owner)
            guard !exists else { throw FileFailure(path, errno: EEXIST) }
            let draft = try Draft(in: folder, for: .owner, called: path)
            try draft.write(Array(PEM(key, lockedWith: passphrase).text.utf8)[...])
            try draft.place(at: path, isReplacing: false)
        } catch {
            throw error.errno == EEXIST ? .exists(path) : .failed(error.path, errno: error.errno)
        }
    }
}

package enum KeyFileError: Error, Hashable, Sendable {
    case missing(String)
    /// There already is a file where a new key was to be written.
    case exists(String)
    /// Others than the owner can read or write the file.
    case looseMode(String, mode: UInt32)
    case unread(String, UnreadKey)
    /// The passphrase is another one, or the file is damaged: nothing tells which.
    case wrongPassphrase(String)
    case failed(String, errno: Int32)
}

/// Why a key was not read.
package enum UnreadKey: Error, Hashable, Sendable {
    case malformed
    /// A sound key, but none of Ed25519.
    case otherAlgorithm
    /// Locked as OpenSSH does it. Only OpenSSH unlocks it, and its agent can keep it.
    case lockedByOpenSSH
    /// Locked in a way that is not read here, or so that unlocking would take for ever.
    case otherEncryption
    /// Locked, or a public key, where a plain private key is needed.
    case notPlain
}

extension KeyFileError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .missing: .notPermitted("no-key-file")
        case .exists: .refused("key-file-exists")
        case .looseMode: .notPermitted("loose-key-file")
        case .unread(_, let reason): reason.failureKind
        case .wrongPassphrase: .notPermitted("wrong-passphrase")
        case .failed(_, let code): .system(code)
        }
    }
}

extension UnreadKey: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .malformed: .refused("malformed-key")
        case .otherAlgorithm: .refused("other-key-algorithm")
        case .lockedByOpenSSH: .refused("key-locked-by-openssh")
        case .otherEncryption: .refused("key-otherwise-locked")
        case .notPlain: .refused("key-not-plain")
        }
    }
}
