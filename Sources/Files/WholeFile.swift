import Glibc

/// Files that are read and written whole. Whoever reads one that is being written sees it as it was
/// before, or as it is afterwards.
package enum WholeFile {
    /// A file's bytes; nil where there is none.
    /// - Parameter acceptingPipes: as ``RegularFile`` has it.
    /// - Throws: `FileFailure`, with `EFBIG` for one that is longer than the limit.
    package static func read(
        _ path: String, byteLimit: Int = 1 << 30, acceptingPipes: Bool = false
    ) throws(FileFailure) -> [UInt8]? {
        do throws(FileFailure) {
            let file = try RegularFile(reading: path, acceptingPipes: acceptingPipes)
            return try file.bytes(byteLimit: byteLimit)
        } catch {
            if error.isAbsence { return nil }
            throw error
        }
    }

    /// Puts a file in place of what may be there, in a folder that is there.
    /// - Parameters:
    ///   - audience: who may use it; by default it takes after the folder.
    ///   - drafts: the folder for a draft, on the same file system; by default that of the file.
    ///   - durability: what is on the disk on return.
    package static func write(
        _ bytes: [UInt8], to path: String, for audience: Audience? = nil,
        draftIn drafts: String? = nil, durability: Durability = .full
    ) throws(FileFailure) {
        let folder = Folder.holding(path)
        let draft = try Draft(
            in: drafts ?? folder, for: Audience(audience, in: folder), called: path)
        try draft.write(bytes[...])
        try draft.place(at: path, durability: durability)
    }

    /// Makes durable what a file holds, which may have been written by somebody else.
    package static func sync(_ path: String) throws(FileFailure) {
        try syncItem(path, O_NOFOLLOW)
    }

    /// When a file was written, in milliseconds since 1970; nil where there is none to look at.
    package static func writtenAt(_ path: String) -> Int64? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
    }

    /// Removes a file, where there is one.
    package static func remove(_ path: String) { unlink(path) }
}
