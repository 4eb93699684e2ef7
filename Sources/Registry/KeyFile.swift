import FoundationEssentials
import Glibc
package import TransparencyLog

/// A user's private key, in a file that nobody else can read: PEM of PKCS#8 (RFC 8410), as other
/// tools write and read Ed25519 keys.
package struct KeyFile: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// - Throws: `KeyFileError`.
    package func load() throws(KeyFileError) -> SigningKey {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(path) : .failed(path, errno: errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .failed(path, errno: errno) }
        guard status.st_mode & 0o077 == 0 else {
            throw .looseMode(path, mode: status.st_mode & 0o777)
        }
        var text = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &text, text.count)
        guard count >= 0 else { throw .failed(path, errno: errno) }
        guard let key = Self.decode(String(decoding: text.prefix(count), as: UTF8.self)) else {
            throw .malformed(path)
        }
        return key
    }

    /// Writes a new key where there is none. Durable on return.
    /// - Throws: `KeyFileError`, also where there already is a file.
    package func store(_ key: SigningKey) throws(KeyFileError) {
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
        // Written whole under another name, then linked to its own, which must be free.
        let draft = "\(path).\(getpid())"
        unlink(draft)
        defer { unlink(draft) }
        try write(Self.encode(key), to: draft)
        guard link(draft, path) == 0 else { throw .failed(path, errno: errno) }
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

    // RFC 8410 section 7: a fixed prefix (version 0, id-Ed25519, an octet string in an octet
    // string), then the 32 bytes of the seed.
    private static let prefix: [UInt8] = [
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ]
    private static let header = "-----BEGIN PRIVATE KEY-----"
    private static let footer = "-----END PRIVATE KEY-----"

    private static func encode(_ key: SigningKey) -> String {
        let base64 = Data(prefix + key.seed).base64EncodedString()
        return [header, base64, footer].map { $0 + "\n" }.joined()
    }

    private static func decode(_ text: String) -> SigningKey? {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count >= 3, lines.first == header[...], lines.last == footer[...],
            let bytes = Data(base64Encoded: lines.dropFirst().dropLast().joined()),
            bytes.starts(with: prefix)
        else { return nil }
        return SigningKey(seed: Array(bytes.dropFirst(prefix.count)))
    }
}

package enum KeyFileError: Error, Hashable, Sendable {
    case missing(String)
    /// Others than the owner can read or write the file.
    case looseMode(String, mode: UInt32)
    case malformed(String)
    case failed(String, errno: Int32)
}
