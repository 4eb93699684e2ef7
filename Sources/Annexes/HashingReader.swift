import Crypto
import Files

/// Reads a file from its start to its end, and hashes on the way just what it gives out, whatever
/// is written to the file meanwhile. A large file needs no more memory than a small one.
struct HashingReader: ~Copyable {
    /// The size of the file when it was opened.
    let fileByteCount: UInt64
    /// What has been read so far.
    private(set) var byteCount: UInt64 = 0
    private let file: RegularFile
    private var chunk = [UInt8](repeating: 0, count: 1 << 20)
    private var hasher = SHA256()

    /// - Throws: `ReadFailure`, also for whatever is not a regular file.
    init(_ path: String, followingLinks: Bool) throws(ReadFailure) {
        do {
            file = try RegularFile(reading: path, followingLinks: followingLinks)
        } catch {
            throw ReadFailure(error)
        }
        fileByteCount = file.byteCount
    }

    /// The next bytes, 1 MiB at most; nil at the end.
    mutating func next() throws(ReadFailure) -> ArraySlice<UInt8>? {
        let count: Int
        do { count = try file.read(into: &chunk) } catch { throw ReadFailure(error) }
        guard count > 0 else { return nil }
        let bytes = chunk.prefix(count)
        hasher.update(data: bytes)
        byteCount += UInt64(count)
        return bytes
    }

    /// What has been read so far, as an annex.
    var annex: StoredAnnex {
        StoredAnnex(digest: Array(hasher.finalize()), byteCount: byteCount)
    }
}
