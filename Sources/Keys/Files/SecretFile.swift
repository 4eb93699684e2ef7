import Files

/// A file with a secret of a few kilobytes as it was read, and who else could have read it then.
struct SecretFile {
    static let byteLimit = 16 * 1024

    let bytes: [UInt8]
    let mode: UInt32

    /// What others than the owner may do with it.
    var othersMode: UInt32 { mode & 0o077 }

    /// - Throws: `FileFailure`, with `EFBIG` for a file above `byteLimit`.
    init(reading path: String) throws(FileFailure) {
        let file = try RegularFile(reading: path, acceptingPipes: true)
        mode = file.permissions
        bytes = try file.bytes(byteLimit: Self.byteLimit)
    }
}
