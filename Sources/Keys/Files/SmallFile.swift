import Glibc

/// A file of a few kilobytes as it was read, with its permissions at that moment.
struct SmallFile {
    static let byteLimit = 16 * 1024

    let bytes: [UInt8]
    let mode: UInt32

    /// What others than the owner may do with it.
    var othersMode: UInt32 { mode & 0o077 }

    /// - Throws: the code of the system; `EFBIG` for a file above `byteLimit`.
    init(reading path: String) throws(SystemError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemError(code: errno) }
        mode = status.st_mode & 0o777
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        // In parts, since a pipe gives what it has.
        while true {
            let count = read(descriptor, &part, part.count)
            guard count >= 0 else { throw SystemError(code: errno) }
            if count == 0 { break }
            bytes += part.prefix(count)
            guard bytes.count <= Self.byteLimit else { throw SystemError(code: EFBIG) }
        }
        self.bytes = bytes
    }
}

struct SystemError: Error {
    let code: Int32
}
