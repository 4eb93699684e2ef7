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
