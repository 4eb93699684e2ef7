import CLinux
import Glibc

/// A file in the making: whoever looks for it at its place finds all of it, or what was there before.
///
/// It has no name until it is whole, so that one that is cut off leaves nothing behind. Only while
/// it takes the place of another, and where the file system knows no files without names, it is
/// called `.draft-` and something random. ``FolderLock`` clears away what was left of these.
package struct Draft: ~Copyable {
    static let prefix = ".draft-"

    /// Whether a file in a folder is one that was cut off, or is in the making.
    package static func isName(_ name: String) -> Bool { name.hasPrefix(prefix) }

    private let file: Int32
    /// Its name, where it has one.
    private let name: String?
    private let folder: String
    /// What failures name.
    private let path: String

    /// - Parameters:
    ///   - folder: of the file system on which it is to be placed.
    ///   - isFixed: whether nobody is to write the file any more.
    ///   - path: what failures name; by default the folder.
    package init(
        in folder: String, for audience: Audience, isFixed: Bool = false, called path: String? = nil
    ) throws(FileFailure) {
        let path = path ?? folder
        let mode: mode_t = audience == .usual ? 0o666 : 0o600
        var name: String?
        // Without /proc it could not be given a name later on.
        var file: Int32 = -1
        if access("/proc/self/fd", F_OK) == 0 {
            file = uninterrupted { open(folder, O_WRONLY | withoutName | O_CLOEXEC, mode) }
        } else {
            errno = EOPNOTSUPP
        }
        if file < 0, [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) {
            let new = Self.newName(in: folder)
            file = uninterrupted { open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
            name = new
        }
        guard file >= 0 else { throw FileFailure(path) }
        do {
            try audience.admit(to: file, at: path, isFixed: isFixed)
        } catch {
            close(file)
            if let name { unlink(name) }
            throw error
        }
        self.file = file
        self.name = name
        self.folder = folder
        self.path = path
    }

    deinit {
        close(file)
        if let name { unlink(name) }
    }

    package borrowing func write(_ bytes: ArraySlice<UInt8>) throws(FileFailure) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { bytes in
                uninterrupted { Glibc.write(file, bytes.baseAddress, bytes.count) }
            }
            guard count > 0 else { throw FileFailure(path, errno: count < 0 ? errno : ENOSPC) }
            rest = rest.dropFirst(count)
        }
    }

    /// Gives it its place.
    /// - Parameters:
    ///   - isReplacing: whether in place of what may be there.
    ///   - durability: what is on the disk on return.
    /// - Throws: `FileFailure`, with `EEXIST` for what must not be replaced. One that was to replace
    ///   nothing is gone again then, whatever had been done.
    package consuming func place(
        at place: String, isReplacing: Bool = true, durability: Durability = .full
    ) throws(FileFailure) {
        do throws(FileFailure) {
            if durability > .none, uninterrupted({ fsync(file) }) != 0 { throw FileFailure(path) }
            if name != nil || link(to: place) != 0 {
                try move(to: place, isReplacing: isReplacing, afterLinkFailed: errno)
            }
            if durability == .full { try Folder.sync(Folder.holding(place)) }
        } catch {
            if !isReplacing { withdraw(from: place) }
            throw error
        }
    }

    /// Takes it away from its place, and nobody else's file.
    private borrowing func withdraw(from place: String) {
        var (own, there) = (stat(), stat())
        if fstat(file, &own) == 0, lstat(place, &there) == 0, own.st_dev == there.st_dev,
            own.st_ino == there.st_ino
        {
            unlink(place)
        }
    }

    /// Gives a name to what has none.
    private borrowing func link(to place: String) -> Int32 {
        linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, place, AT_SYMLINK_FOLLOW)
    }

    private borrowing func move(
        to place: String, isReplacing: Bool, afterLinkFailed linkFailure: Int32
    ) throws(FileFailure) {
        let own = name ?? Self.newName(in: folder)
        if name == nil {
            guard isReplacing, linkFailure == EEXIST else {
                throw FileFailure(path, errno: linkFailure)
            }
            guard link(to: own) == 0 else { throw FileFailure(path) }
        }
        if renameat2(AT_FDCWD, own, AT_FDCWD, place, isReplacing ? 0 : 1) == 0 { return }
        // Some file systems cannot rename so that nothing is replaced.
        if !isReplacing, errno == EINVAL, Glibc.link(own, place) == 0 {
            unlink(own)
            return
        }
        let code = errno
        unlink(own)
        throw FileFailure(path, errno: code)
    }

    private static func newName(in folder: String) -> String {
        "\(folder)/\(prefix)\(String(UInt64.random(in: 0 ... .max), radix: 16))"
    }
}

/// What of a file that was placed is on the disk.
package enum Durability: Comparable, Sendable {
    /// After a power cut it may be there and empty.
    case none
    /// After a power cut it, or what was there before it, is there whole.
    case content
    /// It is there after a power cut.
    case full
}

/// `O_TMPFILE`, which is no constant that Swift could take over.
private let withoutName = O_DIRECTORY | 0o20_000_000
