import CLinux
import Glibc

/// Folders, by their paths.
package enum Folder {
    /// The folder that a path's last part lies in.
    package static func holding(_ path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        if parts.isEmpty { return "." }
        return parts == [""] ? "/" : parts.joined(separator: "/")
    }

    /// The path of a folder from the root, without symbolic links.
    package static func fullPath(_ path: String) throws(FileFailure) -> String {
        guard let full = realpath(path, nil) else { throw FileFailure(path) }
        defer { free(full) }
        return String(cString: full)
    }

    /// Makes a folder and those that it lies in, where they are not there. The names of those that
    /// were made are durable on return.
    /// - Parameter audience: who may use what is made; by default it takes after the folder that it
    ///   lies in.
    package static func make(_ path: String, for audience: Audience? = nil) throws(FileFailure) {
        do throws(FileFailure) {
            try makeLast(path, for: audience)
        } catch {
            guard error.errno == ENOENT, path != "/", path != "." else { throw error }
            try make(holding(path), for: audience)
            try makeLast(path, for: audience)
        }
    }

    /// As `make`, in a folder that must be there.
    package static func makeLast(
        _ path: String, for audience: Audience? = nil
    ) throws(FileFailure) {
        if mkdir(path, 0o700) != 0 {
            guard errno == EEXIST else { throw FileFailure(path) }
            guard audience == nil, isOwnersAlone(path) else { return }
        }
        let folder = holding(path)
        try Audience(audience, in: folder).admit(to: path)
        try sync(folder)
    }

    /// Whether it is as the user's own `makeLast` leaves it where that is cut off, or as it is to be
    /// where nothing is shared.
    private static func isOwnersAlone(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_uid == geteuid()
            && status.st_mode & (S_IFMT | 0o777) == S_IFDIR | 0o700
    }

    /// What lies in a folder, sorted; nil where there is none.
    package static func names(in path: String) throws(FileFailure) -> [String]? {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return nil }
            throw FileFailure(path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while true {
            // What tells the end of the folder from a failure.
            errno = 0
            guard let entry = readdir(folder) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw FileFailure(path) }
        return names.sorted()
    }

    /// Gives a folder another name, which nothing may have yet, in the folder that it lies in. Durable on
    /// return.
    /// - Throws: `FileFailure`, with `EEXIST` where something has the name.
    package static func move(_ path: String, to place: String) throws(FileFailure) {
        if renameat2(AT_FDCWD, path, AT_FDCWD, place, UInt32(RENAME_NOREPLACE)) != 0 {
            // Some file systems do not know that.
            guard errno == EINVAL else { throw FileFailure(place) }
            guard try !isThere(place) else { throw FileFailure(place, errno: EEXIST) }
            guard rename(path, place) == 0 else { throw FileFailure(place) }
        }
        try sync(holding(place))
    }

    /// Makes durable what was renamed into a folder.
    package static func sync(_ path: String) throws(FileFailure) {
        try syncItem(path, O_DIRECTORY)
    }

    /// Runs `body` while no other process has the folder locked, waiting for one that has.
    /// - Parameter name: as `FolderLock` has it.
    package static func withLock<Result>(
        on path: String, by name: String? = nil, _ body: () throws -> Result
    ) throws -> Result {
        let lock = try FolderLock(on: path, by: name)
        defer { lock.release() }
        return try body()
    }
}

/// Makes durable what is in a file or a folder.
func syncItem(_ path: String, _ flags: Int32) throws(FileFailure) {
    let item = uninterrupted { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags) }
    guard item >= 0 else { throw FileFailure(path) }
    defer { close(item) }
    guard uninterrupted({ fsync(item) }) == 0 else { throw FileFailure(path) }
}
