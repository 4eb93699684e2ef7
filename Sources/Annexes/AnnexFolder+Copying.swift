package import Files
import Glibc

extension AnnexFolder {
    /// The digests under which annexes lie here, ascending.
    package func digests() throws(FileFailure) -> [[UInt8]] {
        var digests: [[UInt8]] = []
        for folder in try Folder.names(in: path) ?? [] where folder.count == 2 {
            for name in try Folder.names(in: path + "/" + folder) ?? [] {
                guard let digest = Self.digest(named: name),
                    Self.name(of: digest) == "\(folder)/\(name)"
                else { continue }
                digests.append(digest)
            }
        }
        return digests
    }

    /// Stores those annexes of another folder that are not here. Durable on return. One that is not
    /// what it is called by is left out, for an audit to miss.
    /// - Parameters:
    ///   - digests: which; by default all that lie there.
    ///   - isLinking: whether as second names of the same files, where the file system can do that.
    /// - Returns: how many were added.
    /// - Throws: `AnnexError`; `FileFailure`.
    @discardableResult
    package func add(
        from other: AnnexFolder, _ digests: [[UInt8]]? = nil, linking isLinking: Bool = false
    ) throws -> Int {
        let missing = try (digests ?? other.digests()).filter { try !Folder.isThere(path(of: $0)) }
        if missing.isEmpty { return 0 }
        try makeFolder(path)
        let lock = try locked()
        defer { lock.release() }
        var added = 0
        for digest in missing {
            let isAdded = try isLinking && link(digest, from: other) || copy(digest, from: other)
            if isAdded { added += 1 }
        }
        return added
    }

    /// False for what is no annex: gone, no file, too large, closed, or not what it is called by.
    private func copy(_ digest: [UInt8], from other: AnnexFolder) throws(AnnexError) -> Bool {
        guard var file = try SourceFile.ifAny(other.path(of: digest)) else { return false }
        let draft = try copied(&file)
        guard file.annex.digest == digest else { return false }
        try place(draft, as: file.annex)
        return true
    }

    private func link(_ digest: [UInt8], from other: AnnexFolder) throws -> Bool {
        let place = path(of: digest)
        try makeFolder(Folder.holding(place))
        guard Glibc.link(other.path(of: digest), place) == 0 else { return false }
        try Folder.sync(Folder.holding(place))
        return true
    }

    /// How long the file is that lies under a digest; 0 where none does.
    package func byteCount(of digest: [UInt8]) throws(FileFailure) -> UInt64 {
        var status = stat()
        if lstat(path(of: digest), &status) == 0 { return UInt64(status.st_size) }
        let failure = FileFailure(path(of: digest))
        guard failure.isAbsence else { throw failure }
        return 0
    }

    private static func digest(named name: String) -> [UInt8]? {
        guard name.utf8.count == 64 else { return nil }
        let digest = stride(from: 0, to: 64, by: 2).compactMap { offset in
            UInt8(name.dropFirst(offset).prefix(2), radix: 16)
        }
        return digest.count == 32 ? digest : nil
    }
}
