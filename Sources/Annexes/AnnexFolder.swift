import Files

/// The folder `annexes/` of a ledger's directory: the files that its entries name by their
/// SHA-256.
///
/// An annex lies under its digest, in 64 lowercase hexadecimal digits, in a folder named by the
/// first two of them. It is read-only and never changes. That of the three bytes `abc` is
///
///     ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
///
/// Beside those folders lie the file `lock`, and at most a draft, a copy in the making. Whoever makes
/// one has the lock: so stores wait for one another, and what a store that was cut off left behind
/// goes when the next one has it.
package struct AnnexFolder: Sendable {
    /// The largest annex there may be: 1 GiB.
    package static let byteLimit: UInt64 = 1 << 30
    static let lockName = "lock"

    let path: String

    /// - Parameter path: the folder `annexes/` itself. The first store creates it; the ledger's
    ///   directory must be there.
    package init(path: String) { self.path = path }

    /// Where the annex of a digest of 32 bytes lies, or would lie.
    package func path(of digest: [UInt8]) -> String { path + "/" + Self.name(of: digest) }

    /// The digest and size of a file, which is not stored: what `store` would give now.
    /// - Throws: `AnnexError.missing`, `.unreadable`, `.tooLarge`.
    package func digest(ofFileAt source: String) throws(AnnexError) -> StoredAnnex {
        var file = try SourceFile(source)
        while try file.next() != nil {}
        return file.annex
    }

    /// Stores a copy of a file. Durable on return, also where the same content had been stored
    /// before: then nothing is written, and what is there has been read and found whole.
    ///
    /// A symbolic link is followed. A file that changes meanwhile is stored as it was read, and the
    /// digest is of just those bytes. When this throws, no annex has been changed.
    /// - Throws: `AnnexError`.
    package func store(fileAt source: String) throws(AnnexError) -> StoredAnnex {
        var file = try SourceFile(source)
        try makeFolder(path)
        let lock = try locked()
        defer { lock.release() }
        try place(try copied(&file), as: file.annex)
        return file.annex
    }

    /// A draft with all that a file holds.
    func copied(_ file: inout SourceFile) throws(AnnexError) -> Draft {
        let draft = try draft()
        while let chunk = try file.next() { try add(chunk, to: draft) }
        return draft
    }

    func place(
        _ draft: consuming Draft, as annex: StoredAnnex
    ) throws(AnnexError) {
        let place = path(of: annex.digest)
        let folder = path + "/" + Self.folderName(of: annex.digest)
        switch problem(with: annex.digest, byteCount: annex.byteCount) {
        case nil: break
        case .missing:
            try makeFolder(folder)
            do { try draft.place(at: place) } catch { throw AnnexError(error) }
        case .differs, .wrongSize: throw .damaged(place)
        case .unreadable(let failure): throw .unreadable(place, failure)
        }
        // All of them, whatever was there before: a store that was cut off, or a copy that was
        // restored by hand, may have got this far and no further.
        do {
            try WholeFile.sync(place)
            for path in [folder, path, path + "/.."] { try Folder.sync(path) }
        } catch {
            throw AnnexError(error)
        }
    }

    func makeFolder(_ path: String) throws(AnnexError) {
        do { try Folder.makeLast(path) } catch { throw AnnexError(error) }
    }

    func locked() throws(AnnexError) -> FolderLock {
        do { return try FolderLock(on: path, by: Self.lockName) } catch { throw AnnexError(error) }
    }

    private func draft() throws(AnnexError) -> Draft {
        do {
            return try Draft(in: path, for: Audience(in: path), isFixed: true)
        } catch {
            throw AnnexError(error)
        }
    }

    private func add(
        _ chunk: ArraySlice<UInt8>, to draft: borrowing Draft
    ) throws(AnnexError) {
        do { try draft.write(chunk) } catch { throw AnnexError(error) }
    }
}

/// What a file is called by, once it is an annex.
package struct StoredAnnex: Hashable, Sendable {
    /// The 32 bytes of its SHA-256.
    package let digest: [UInt8]
    package let byteCount: UInt64
}

// MARK: Names

extension AnnexFolder {
    /// The annex's path within the folder.
    static func name(of digest: [UInt8]) -> String {
        folderName(of: digest) + "/" + digest.map(hexadecimal).joined()
    }

    private static func folderName(of digest: [UInt8]) -> String {
        precondition(digest.count == 32, "a digest of SHA-256 has 32 bytes")
        return hexadecimal(digest[0])
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
