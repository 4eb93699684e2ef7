package import Files
package import TransparencyLog

/// How an auditor's copy of a published ledger is told from a ledger: by a file in its directory
/// with the key that it was verified with.
package enum CopyMark {
    private static func path(in directory: String) -> String { directory + "/copy-of" }

    package static func isOn(_ directory: String) -> Bool {
        (try? WholeFile.read(path(in: directory), byteLimit: 4096)) != nil
    }

    /// Marks a directory, durable on return.
    package static func put(on directory: String, of log: VerificationKey) throws(FileFailure) {
        if isOn(directory) { return }
        try WholeFile.write(Array("\(log)\n".utf8), to: path(in: directory))
    }
}
