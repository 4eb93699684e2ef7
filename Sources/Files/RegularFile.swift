import Glibc

/// A file that is open for reading, and closed with this value.
///
/// Whatever else lies in its place is refused at once: to open a pipe waits for a writer, a device
/// has no end. But a pipe without a name, as a shell hands it over, has been opened by whoever named
/// it here, and may be accepted.
package struct RegularFile: ~Copyable {
    private let number: Int32
    private let path: String
    /// When it was opened; 0 for a pipe.
    package let byteCount: UInt64
    /// What the owner, the group and others may do with it.
    package let permissions: UInt32

    /// - Throws: `FileFailure`, with `EISDIR` or `notAFile` for what is none.
    package init(
        reading path: String, followingLinks: Bool = true, acceptingPipes: Bool = false
    ) throws(FileFailure) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
        let number = uninterrupted { open(path, flags) }
        // That a socket cannot be opened, the system says as it says it of a missing device.
        guard number >= 0 else {
            throw FileFailure(path, errno: errno == ENXIO ? FileFailure.notAFile : errno)
        }
        var status = stat()
        guard fstat(number, &status) == 0 else {
            let code = errno
            close(number)
            throw FileFailure(path, errno: code)
        }
        guard status.isFile || acceptingPipes && status.isPipe && isNameless(number) else {
            close(number)
            throw FileFailure(path, errno: status.isFolder ? EISDIR : FileFailure.notAFile)
        }
        if status.isPipe { _ = fcntl(number, F_SETFL, 0) }
        self.number = number
        self.path = path
        byteCount = UInt64(status.st_size)
        permissions = UInt32(status.st_mode & 0o777)
    }

    deinit { close(number) }

    /// Fills the start of `chunk` with the next bytes.
    /// - Returns: how many they are; 0 at the end.
    package borrowing func read(into chunk: inout [UInt8]) throws(FileFailure) -> Int {
        let count = uninterrupted { Glibc.read(number, &chunk, chunk.count) }
        guard count >= 0 else { throw FileFailure(path) }
        return count
    }

    /// All that it holds.
    /// - Throws: `FileFailure`, with `EFBIG` for more than the limit.
    package borrowing func bytes(byteLimit: Int) throws(FileFailure) -> [UInt8] {
        guard byteCount <= byteLimit else { throw FileFailure(path, errno: EFBIG) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(byteCount) + 1)
        var chunk = [UInt8](repeating: 0, count: max(4096, Int(byteCount) + 1))
        while true {
            let count = try read(into: &chunk)
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
            guard bytes.count <= byteLimit else { throw FileFailure(path, errno: EFBIG) }
        }
    }

    /// Refuses what is no file, before a library opens it by its name. What is not there passes.
    package static func require(_ path: String) throws(FileFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw FileFailure(path)
        }
        guard status.isFile else {
            throw FileFailure(path, errno: status.isFolder ? EISDIR : FileFailure.notAFile)
        }
    }
}

extension stat {
    fileprivate var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    fileprivate var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    fileprivate var isPipe: Bool { st_mode & S_IFMT == S_IFIFO }
}

/// Whether an open pipe lies in no folder: what the system calls it is then no path.
private func isNameless(_ pipe: Int32) -> Bool {
    var name = [UInt8](repeating: 0, count: 5)
    return readlink("/proc/self/fd/\(pipe)", &name, name.count) == name.count
        && name.elementsEqual("pipe:".utf8)
}
