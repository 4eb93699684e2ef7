package import Failures
import Glibc

/// A file or a folder could not be read or written: which, and why.
package struct FileFailure: Error, Hashable, Sendable {
    package let path: String
    /// As the system has it, or `notAFile`.
    package let errno: Int32

    /// Stands where the system has no code: a pipe, a socket or a device is where a file is to be.
    package static let notAFile: Int32 = -1

    /// Who has the file or the folder locked, with `ETIMEDOUT`; nil where the system does not tell.
    package let holder: RunningProcess?

    package init(_ path: String, errno: Int32 = Glibc.errno, holder: RunningProcess? = nil) {
        self.path = path
        self.errno = errno
        self.holder = holder
    }

    /// Whether there is nothing at that path.
    package var isAbsence: Bool { [ENOENT, ENOTDIR].contains(errno) }

    /// Whether the machine failed, so that nothing is known of the file.
    package var isOfMachine: Bool { [EMFILE, ENFILE, ENOMEM, EIO, EINTR].contains(errno) }

    /// Whether it is something else than a file that is there.
    package var isNoFile: Bool { [EISDIR, Self.notAFile].contains(errno) }
}

extension FileFailure: Failing {
    package var failureKind: FailureKind { .system(errno) }
}
