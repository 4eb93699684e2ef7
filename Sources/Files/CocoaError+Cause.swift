package import Failures
package import FoundationEssentials
import Glibc

extension CocoaError {
    /// The `errno` of the system call that failed, where Foundation says.
    package var systemCode: Int32? { (underlying as? POSIXError)?.code.rawValue }

    package var isOutOfSpace: Bool {
        code == .fileWriteOutOfSpace || [ENOSPC, EDQUOT, EFBIG].contains(systemCode)
    }

    package var isPermissionDenied: Bool {
        code == .fileWriteNoPermission || [EACCES, EPERM, EROFS].contains(systemCode)
    }
}

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
}
