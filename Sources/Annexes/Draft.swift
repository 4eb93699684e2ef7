import Files
import Glibc

/// A copy in the making, under a name of its own, that goes with this value unless it is moved.
struct Draft: ~Copyable {
    private let path: String
    private let file: Descriptor

    /// Begins anew: whatever lies there is no one's any more.
    init(_ path: String) throws(AnnexError) {
        unlink(path)
        guard let file = Descriptor(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o400) else {
            throw .failed(path, errno: errno)
        }
        do {
            try Audience(in: Folder.holding(path)).admit(to: file.number, at: path, isFixed: true)
        } catch {
            unlink(path)
            throw AnnexError(error)
        }
        self.path = path
        self.file = file
    }

    deinit { unlink(path) }

    func write(_ bytes: ArraySlice<UInt8>) throws(AnnexError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file.number, $0.baseAddress, $0.count) }
            guard count > 0 else { throw .failed(path, errno: count < 0 ? errno : ENOSPC) }
            rest = rest.dropFirst(count)
        }
    }

    /// Gives the copy its place. Its bytes are durable before it is there, and its name is when the
    /// folder has been synced.
    consuming func move(to place: String) throws(AnnexError) {
        guard fsync(file.number) == 0 else { throw .failed(path, errno: errno) }
        guard rename(path, place) == 0 else { throw .failed(place, errno: errno) }
    }
}
