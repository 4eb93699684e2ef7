import FoundationEssentials
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
        let file: SmallFile
        do {
            file = try SmallFile(reading: path)
        } catch {
            throw error.code == ENOENT ? .missing(path) : .failed(path, errno: error.code)
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
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        if !folder.isEmpty {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
            } catch {
                throw .failed(folder, errno: errno)
            }
        }
        guard !exists else { throw .exists(path) }
        // Written whole under another name, then linked to its own, which must be free.
        let draft = "\(path).\(getpid())"
        unlink(draft)
        defer { unlink(draft) }
        try write(PEM(key, lockedWith: passphrase).text, to: draft)
        guard link(draft, path) == 0 else {
            throw errno == EEXIST ? .exists(path) : .failed(path, errno: errno)
        }
        try syncFolder(folder.isEmpty ? "." : folder)
    }

    private func write(_ text: String, to draft: String) throws(KeyFileError) {
        let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .failed(path, errno: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        let count = Glibc.write(descriptor, bytes, bytes.count)
        guard count == bytes.count, fsync(descriptor) == 0 else {
            throw .failed(path, errno: count < 0 ? errno : ENOSPC)
        }
    }

    private func syncFolder(_ folder: String) throws(KeyFileError) {
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(folder, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .failed(folder, errno: errno) }
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
