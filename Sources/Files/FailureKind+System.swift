package import Failures
import FoundationEssentials
import Glibc

extension FailureKind {
    /// Also of the few errors that are not ours.
    package init(of error: any Error) {
        self =
            switch error {
            case let error as any Failing: error.failureKind
            case let error as CocoaError where error.isPermissionDenied:
                .notPermitted("no-permission")
            case let error as CocoaError where error.isOutOfSpace: .storage("disk-full")
            case is CocoaError: .storage("system-failed")
            default: .storage("internal")
            }
    }

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
