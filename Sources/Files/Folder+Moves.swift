import CLinux
import Glibc

extension Folder {
    /// Gives two folders each other's names, in one step. False where the file system can't.
    package static func exchange(_ one: String, _ other: String) throws(FileFailure) -> Bool {
        if renameat2(AT_FDCWD, one, AT_FDCWD, other, UInt32(RENAME_EXCHANGE)) == 0 { return true }
        if [EINVAL, ENOSYS, ENOTSUP].contains(errno) { return false }
        throw FileFailure(one)
    }

    /// Whether anything lies at a path, be it a link that leads nowhere.
    /// - Throws: `FileFailure` where the system does not say: that is not to be taken for nothing.
    package static func isThere(_ path: String) throws(FileFailure) -> Bool {
        var status = stat()
        if lstat(path, &status) == 0 { return true }
        let failure = FileFailure(path)
        guard failure.isAbsence else { throw failure }
        return false
    }

    /// Removes a folder and all that lies in it; `last` last of all, so that a folder of which a
    /// part is left still has it. What is not there passes.
    package static func remove(_ path: String, last: String? = nil) throws(FileFailure) {
        guard let names = try names(in: path) else { return }
        for name in names.filter({ $0 != last }) + names.filter({ $0 == last }) {
            let item = path + "/" + name
            if unlink(item) == 0 || errno == ENOENT { continue }
            guard errno == EISDIR || errno == EPERM else { throw FileFailure(item) }
            try remove(item)
        }
        guard rmdir(path) == 0 || errno == ENOENT else { throw FileFailure(path) }
    }
}
