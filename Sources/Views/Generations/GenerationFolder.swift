import Files
import FoundationEssentials
import Glibc
import LMDB
import Sharing

/// The folder `views/`: generations of rows, each an LMDB environment of its own, and the symbolic
/// link `current` that names the one in use.
///
/// A generation is filled where nobody looks, and put in place by one rename of the link. Readers
/// of the old one read on: its files go when the last of them closes them. Who may use it is taken
/// from the folder: a nightly rebuild is another user's than those who record, and each goes on from
/// the rows that the others stored.
struct GenerationFolder: Sendable {
    let path: String

    /// The generation in use; nil where there is none yet.
    var current: String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: link)
    }

    /// Opens a generation; nil where it has just been replaced and removed.
    func open(_ generation: String, _ access: Environment.Access) throws -> Environment? {
        do throws(LMDBError) {
            return try Environment(
                path: folder(generation), access: access, tables: Self.tables,
                mapSizeBytes: Self.mapSizeBytes)
        } catch  where error.isNotFound {
            return nil
        }
    }

    /// Makes a new generation with `fill`, makes it durable, puts it in place of the current one, and
    /// clears away all others, also what a killed build left behind.
    ///
    /// Builds wait for one another. When this throws, the current generation is still in place.
    func replace(_ fill: (Environment) throws -> Void) throws {
        try Folder.make(path)
        let lock = try LockFile(path + "/build.lock")
        defer { lock.release() }
        let generation = next
        try? FileManager.default.removeItem(atPath: folder(generation))
        try Folder.make(folder(generation), for: .owner)
        do {
            // Before LMDB makes its files: what they take after must not let readers at the locks.
            let sharing = try Sharing(of: path)
            try sharing.apply(to: folder(generation), as: .environment)
            try fillNew(generation, with: fill)
            try sharing.apply(to: folder(generation) + "/data.mdb", as: .file)
            try sharing.apply(to: folder(generation) + "/lock.mdb", as: .lock)
            try point(to: generation)
        } catch {
            try? FileManager.default.removeItem(atPath: folder(generation))
            throw error
        }
        for other in try FileManager.default.contentsOfDirectory(atPath: path)
        where other.hasPrefix(Self.prefix) && other != generation {
            try? FileManager.default.removeItem(atPath: folder(other))
        }
    }

    /// Closes the environment before it returns: once the link points to it, others of this
    /// process open it, and one opening a process is all that LMDB allows.
    private func fillNew(
        _ generation: String, with fill: (Environment) throws -> Void
    ) throws {
        let environment = try Environment(
            path: folder(generation), access: .readWrite, tables: Self.tables,
            mapSizeBytes: Self.mapSizeBytes, durability: .none)
        try fill(environment)
        try environment.sync()
    }

    private static let prefix = "generation-"
    /// Address space, not disk. A flush runs beside the reader whose rows it stores, and a map can
    /// grow only when nobody reads it: so let it be large from the start.
    private static let mapSizeBytes = 16 << 30
    private static let tables = ViewSet.tableNames + [GenerationMeta.tableName]

    private var link: String { path + "/current" }

    private func folder(_ generation: String) -> String { path + "/" + generation }

    private var next: String {
        let number = current.flatMap { Int($0.dropFirst(Self.prefix.count)) } ?? 0
        return Self.prefix + String(number + 1)
    }

    private func point(to generation: String) throws {
        let new = link + ".new"
        try? FileManager.default.removeItem(atPath: new)
        try FileManager.default.createSymbolicLink(
            atPath: new, withDestinationPath: generation)
        guard rename(new, link) == 0 else { throw CocoaError(failing: link, errno) }
    }
}

extension CocoaError {
    /// A system call that failed, told as Foundation tells its own.
    fileprivate init(failing path: String, _ code: Int32) {
        let cause = POSIXErrorCode(rawValue: code).map { POSIXError($0) }
        self.init(
            .fileWriteUnknown, userInfo: ["NSFilePath": path, "NSUnderlyingError": cause as Any])
    }
}
