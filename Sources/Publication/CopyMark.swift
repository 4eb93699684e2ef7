package import Failures
package import Files
package import TransparencyLog

/// What kind of copy of a ledger a directory holds, and that it is one and not the ledger: by the file
/// `copy-of` in it, with the ledger's verification key on the first line, and for a backup the word
/// `backup` on the second.
package enum CopyMark: Hashable, Sendable {
    /// An auditor's, of what was published: it has no annexes.
    case published
    /// All of the ledger but the keys that sign.
    case backup

    /// Of the file.
    package static let name = "copy-of"

    private static func path(in directory: String) -> String { directory + "/" + name }

    private func bytes(of log: VerificationKey) -> [UInt8] {
        Array((self == .backup ? "\(log)\nbackup\n" : "\(log)\n").utf8)
    }

    /// The mark of a directory; nil where it has none.
    package init?(on directory: String) throws(FileFailure) {
        guard let mark = try WholeFile.read(Self.path(in: directory), byteLimit: 4096) else {
            return nil
        }
        self = mark.split(separator: UInt8(ascii: "\n")).count > 1 ? .backup : .published
    }

    /// Marks a directory that is empty, or has this mark with the same key. Durable on return.
    /// - Throws: `NotACopy` for any other; `FileFailure`.
    package func put(on directory: String, of log: VerificationKey) throws {
        if let mark = try WholeFile.read(Self.path(in: directory), byteLimit: 4096) {
            guard mark == bytes(of: log) else { throw NotACopy(path: directory) }
            return
        }
        guard try Folder.names(in: directory)?.allSatisfy(Draft.isName) ?? true else {
            throw NotACopy(path: directory)
        }
        try write(on: directory, of: log)
    }

    /// Marks a directory whatever is in it.
    package func write(on directory: String, of log: VerificationKey) throws(FileFailure) {
        try WholeFile.write(bytes(of: log), to: Self.path(in: directory))
    }
}

/// A directory that is something else than a copy of the ledger in question.
package struct NotACopy: Error, Hashable, Sendable {
    package let path: String
}

extension NotACopy: Failing {
    package var failureKind: FailureKind { .refused("not-a-copy") }
}
