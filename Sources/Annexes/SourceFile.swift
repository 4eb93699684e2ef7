/// A file that is to be an annex, wherever it lies: read once, and within the limit.
struct SourceFile: ~Copyable {
    private let path: String
    private var reader: HashingReader

    /// - Throws: `AnnexError.missing`, `.unreadable`, `.tooLarge`.
    init(_ path: String) throws(AnnexError) {
        let reader = try Self.open(path)
        try Self.check(reader.fileByteCount, of: path)
        self.path = path
        self.reader = reader
    }

    /// Nil for what is none: gone, no file, too large, or closed to the user.
    /// - Throws: `AnnexError` where the machine failed, so that nothing is known of it.
    static func ifAny(_ path: String) throws(AnnexError) -> SourceFile? {
        do throws(AnnexError) {
            return try SourceFile(path)
        } catch {
            if error.isOfMachine { throw error }
            return nil
        }
    }

    /// As ``HashingReader/next()``.
    /// - Throws: `AnnexError.unreadable`; `.tooLarge` where the file has grown beyond the limit.
    mutating func next() throws(AnnexError) -> ArraySlice<UInt8>? {
        let chunk: ArraySlice<UInt8>?
        do throws(ReadFailure) {
            chunk = try reader.next()
        } catch {
            throw AnnexError(reading: path, error)
        }
        try Self.check(reader.byteCount, of: path)
        return chunk
    }

    /// What has been read so far, as an annex.
    var annex: StoredAnnex { reader.annex }

    private static func open(_ path: String) throws(AnnexError) -> HashingReader {
        do throws(ReadFailure) {
            return try HashingReader(path, followingLinks: true)
        } catch {
            throw AnnexError(reading: path, error)
        }
    }

    private static func check(_ byteCount: UInt64, of path: String) throws(AnnexError) {
        guard byteCount <= AnnexFolder.byteLimit else {
            throw .tooLarge(path, byteCount: byteCount, limit: AnnexFolder.byteLimit)
        }
    }
}
