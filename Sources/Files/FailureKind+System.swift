package import Failures
import Glibc

extension FailureKind {
    /// Of a system call that failed with an `errno`, or `FileFailure.notAFile`.
    package static func system(_ code: Int32) -> Self {
        switch code {
        case EACCES, EPERM, EROFS: .notPermitted("no-permission")
        case ENOENT: .missing("no-such-file")
        case ETIMEDOUT: .conflict("held-by-another")
        case ENOSPC, EDQUOT, EFBIG: .storage("disk-full")
        case EMFILE, ENFILE: .storage("too-many-open-files")
        case ENOMEM: .storage("no-memory")
        case ENOTDIR, EISDIR, FileFailure.notAFile: .refused("not-a-file")
        case ELOOP, ENAMETOOLONG: .refused("unusable-path")
        default: .storage("system-failed")
        }
    }

    /// Of a file that was named and could not be read: that it is another file than one that may be
    /// read, the user can mend; the rest is a failure of the machine.
    package static func reading(_ code: Int32) -> Self {
        switch code {
        case EACCES, EPERM: .refused("unreadable-file")
        case EFBIG: .refused("file-too-large")
        default: system(code)
        }
    }
}
