package import Files
package import TransparencyLog

/// How an auditor's copy of a published ledger is told from a ledger: by a file in its directory
/// with the key that it was verified with.
package enum CopyMark {
    private static func path(in directory: String) -> String { directory + "/copy-of" }

    /// Whether a directory is marked.
    package static func isOn(_ directory: String) throws(FileFailure) -> Bool {
        try WholeFile.read(path(in: directory), byteLimit: 4096) != nil
    }

    /// Marks a directory that is empty, or marked with the same key. Durable on return.
    /// - Throws: `NotACopy` for any other; `FileFailure`.
    package static func put(on directory: String, of log: VerificationKey) throws {
        let line = Array("\(log)\n".utf8)
        if let mark = try WholeFile.read(path(in: directory), byteLimit: 4096) {
            guard mark == line else { throw NotACopy(path: directory) }
            return
        }
        guard try Folder.names(in: directory)?.allSatisfy(Draft.isName) ?? true else {
            throw NotACopy(path: directory)
        }
        try WholeFile.write(line, to: path(in: directory))
    }
}

/// A directory that is something else than an auditor's copy of the ledger in question.
package struct NotACopy: Error, Hashable, Sendable {
    package let path: String
}
