import Files
import FoundationEssentials
import Glibc
import LMDB

/// The folder `views/`: generations of rows, each an LMDB environment of its own, and the symbolic
/// link `current` that names the one in use.
///
/// A generation is filled where nobody looks, and put in place by one rename of the link. Readers
/// of the old one read on: its files go when the last of them closes them.
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
        let lock = try BuildLock(path + "/build.lock")
        defer { lock.release() }
        let generation = next
        try? FileManager.default.removeItem(atPath: folder(generation))
        try Folder.make(folder(generation))
        do {
            try fillNew(generation, with: fill)
            try share(generation)
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

    /// A nightly rebuild may be another user's than those who record, and each goes on from the rows
    /// that the others stored: what lies in the folder takes after it.
    private func share(_ generation: String) throws {
        let audience = try Audience(in: path)
        let folder = folder(generation)
        for item in [folder, folder + "/data.mdb", folder + "/lock.mdb"] {
            try audience.admit(to: item)
        }
        // Whoever built first owns the lock, and has set its mode.
        try? audience.admit(to: path + "/build.lock")
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

/// Held by the one process that builds a generation. The kernel lets go of it when a process dies.
private struct BuildLock {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(failing: path, errno) }
        guard flock(descriptor, LOCK_EX) == 0 else {
            defer { close(descriptor) }
            throw CocoaError(failing: path, errno)
        }
    }

    func release() { close(descriptor) }
}

extension CocoaError {
    /// A system call that failed, told as Foundation tells its own.
    fileprivate init(failing path: String, _ code: Int32) {
        let cause = POSIXErrorCode(rawValue: code).map { POSIXError($0) }
        self.init(
            .fileWriteUnknown, userInfo: ["NSFilePath": path, "NSUnderlyingError": cause as Any])
    }
}
