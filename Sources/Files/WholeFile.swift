import Glibc

/// Files that are read and written whole. Whoever reads one that is being written sees it as it was
/// before, or as it is afterwards.
package enum WholeFile {
    /// A file's bytes; nil where there is none.
    /// - Throws: `FileFailure`, with `EFBIG` for one that is longer than the limit.
    package static func read(
        _ path: String, byteLimit: Int = 1 << 30
    ) throws(FileFailure) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileFailure(path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileFailure(path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FileFailure(path, errno: EISDIR) }
        guard status.st_size <= byteLimit else { throw FileFailure(path, errno: EFBIG) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size) + 1)
        var chunk = [UInt8](repeating: 0, count: max(4096, Int(status.st_size) + 1))
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            guard count >= 0 else { throw FileFailure(path) }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= byteLimit else { throw FileFailure(path, errno: EFBIG) }
        }
    }

    /// Puts a file in place of what may be there, in a folder that is there.
    /// - Parameters:
    ///   - audience: who may use it; by default it takes after the folder.
    ///   - isDurable: whether it is on the disk on return, and so is its name.
    package static func write(
        _ bytes: [UInt8], to path: String, for audience: Audience? = nil, isDurable: Bool = true
    ) throws(FileFailure) {
        let draft = "\(path).draft-\(getpid())"
        unlink(draft)
        defer { unlink(draft) }
        let audience = try Audience(audience, in: Folder.holding(path))
        try create(draft, for: path, bytes, audience, isDurable: isDurable)
        guard rename(draft, path) == 0 else { throw FileFailure(path) }
        if isDurable { try Folder.sync(Folder.holding(path)) }
    }

    /// Removes a file, where there is one.
    package static func remove(_ path: String) { unlink(path) }

    private static func create(
        _ draft: String, for path: String, _ bytes: [UInt8], _ audience: Audience,
        isDurable: Bool
    ) throws(FileFailure) {
        let file = open(
            draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, audience == .usual ? 0o666 : 0o600)
        guard file >= 0 else { throw FileFailure(path) }
        defer { close(file) }
        try audience.admit(to: file, at: path)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw FileFailure(path, errno: count < 0 ? errno : ENOSPC) }
            rest = rest.dropFirst(count)
        }
        if isDurable, fsync(file) != 0 { throw FileFailure(path) }
    }
}

/// A file or a folder could not be read or written: which, and why.
package struct FileFailure: Error, Hashable, Sendable {
    package let path: String
    package let errno: Int32

    package init(_ path: String, errno: Int32 = Glibc.errno) {
        self.path = path
        self.errno = errno
    }
}
