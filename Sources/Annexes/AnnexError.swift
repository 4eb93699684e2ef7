package import Failures
import Files
import Glibc

/// Why a file was not stored as an annex.
package enum AnnexError: Error, Hashable, Sendable {
    /// There is no such source.
    case missing(String)
    /// The source, or the stored file that ought to be the same.
    case unreadable(String, ReadFailure)
    /// - Parameter byteCount: of a source that grew beyond the limit while it was read, what had
    ///   been read by then.
    case tooLarge(String, byteCount: UInt64, limit: UInt64)
    /// Writing failed; with `ENOSPC` because the disk is full.
    case failed(String, errno: Int32)
    /// What is stored under the source's digest is another content. It was left as it is.
    case damaged(String)
}

/// Why a file could not be read.
package enum ReadFailure: Error, Hashable, Sendable {
    /// A folder, a pipe or a device.
    case notAFile
    case system(errno: Int32)
}

extension AnnexError {
    init(reading source: String, _ failure: ReadFailure) {
        self = failure == .system(errno: ENOENT) ? .missing(source) : .unreadable(source, failure)
    }
}

extension AnnexError {
    /// Whether the machine failed, so that nothing is known of the file.
    var isOfMachine: Bool {
        switch self {
        case .unreadable(let path, .system(let code)), .failed(let path, let code):
            FileFailure(path, errno: code).isOfMachine
        case .missing, .unreadable(_, .notAFile), .tooLarge, .damaged: false
        }
    }

    /// A file or a folder of ours.
    init(_ failure: FileFailure) { self = .failed(failure.path, errno: failure.errno) }
}

extension ReadFailure {
    init(_ failure: FileFailure) {
        self = failure.isNoFile ? .notAFile : .system(errno: failure.errno)
    }
}

extension AnnexError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .missing: .missing("no-such-file")
        case .unreadable(_, let failure): failure.failureKind
        case .tooLarge: .refused("annex-too-large")
        case .failed(_, let code): .system(code)
        case .damaged: .storage("damaged-annex")
        }
    }
}

extension ReadFailure: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .notAFile: .refused("not-a-file")
        case .system(let code): .reading(code)
        }
    }
}
