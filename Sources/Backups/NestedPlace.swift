package import Failures
import Files
import Glibc

/// A directory that lies in the other one, or is it: both would go with one disk, or one `rm`.
package struct NestedPlace: Error, Hashable, Sendable {
    package let path: String
    package let other: String

    /// Makes a directory for its owner, if need be, unless it is nested with another one.
    /// - Throws: `NestedPlace`; `FileFailure`.
    static func makeFolder(_ path: String, apartFrom other: String) throws {
        try Folder.make(path, for: .owner)
        let (own, there) = (try Folder.fullPath(path) + "/", try Folder.fullPath(other) + "/")
        guard own.hasPrefix(there) || there.hasPrefix(own) else { return }
        // It goes only if it is empty: then it was just made, or might as well have been.
        rmdir(path)
        throw NestedPlace(path: path, other: other)
    }
}

extension NestedPlace: Failing {
    package var failureKind: FailureKind { .refused("nested-place") }
}
