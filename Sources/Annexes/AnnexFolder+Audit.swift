import Files
import Glibc

/// What is wrong with a stored annex.
package enum AnnexProblem: Hashable, Sendable {
    case missing
    /// The size is right, and the content is another.
    case differs(actual: [UInt8])
    /// The file was cut off, has grown, or was never the one that is meant; it was not hashed.
    case wrongSize(actual: UInt64)
    case unreadable(ReadFailure)
}

extension AnnexFolder {
    /// Reads a stored annex, and compares it with what is known of it; nil where it is whole.
    ///
    /// A symbolic link in its place is not followed: it could be turned to another file.
    package func problem(with digest: [UInt8], byteCount: UInt64) -> AnnexProblem? {
        do throws(ReadFailure) {
            var file = try HashingReader(path(of: digest), followingLinks: false)
            guard file.fileByteCount == byteCount else {
                return .wrongSize(actual: file.fileByteCount)
            }
            while try file.next() != nil {}
            let actual = file.annex.digest
            return actual == digest ? nil : .differs(actual: actual)
        } catch {
            return error == .system(errno: ENOENT) ? .missing : .unreadable(error)
        }
    }

    /// The files that none of the digests names, as paths within the folder, in order. The lock and a
    /// draft are not among them: the next store clears that away.
    ///
    /// A folder within that cannot be listed stands for its files. Where `annexes/` itself cannot
    /// be listed, there are none: `problem(with:byteCount:)` tells of that for each annex.
    package func strays(besides digests: Set<[UInt8]>) -> [String] {
        let annexes = Set(digests.map(Self.name))
        return (names(in: path) ?? [])
            .flatMap { name in
                names(in: path + "/" + name)?.map { name + "/" + $0 } ?? [name]
            }
            .filter { !Draft.isName($0) && $0 != Self.lockName && !annexes.contains($0) }
            .sorted()
    }

    private func names(in folder: String) -> [String]? {
        (try? Folder.names(in: folder)) ?? nil
    }
}
