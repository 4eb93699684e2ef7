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
///
/// Whoever writes rows, in a new generation or in the one in use, holds the folder's lock.
struct GenerationFolder: Sendable {
    let path: String

    /// The generation in use; nil where there is none yet.
    var current: String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: link)
    }

    /// Opens a generation; nil where it is gone.
    ///
    /// Of a small one all pages are checked: a rotten page number can lead to a page that was in use
    /// once, whose rows were sound. With a large one that takes longer than a board, and is left to
    /// audit and rebuild.
    /// - Throws: `ViewsError.damaged` where its file is empty: LMDB would begin a new one in it; and
    ///   where a page is damaged.
    func open(_ generation: String, _ access: Environment.Access) throws -> Environment? {
        guard let byteCount = try byteCount(of: generation) else { return nil }
        guard byteCount > 0 else { throw ViewsError.damaged("their file is empty") }
        do {
            let environment = try environment(of: generation, access)
            if byteCount <= Self.smallByteCount,
                let damage = try environment.checkPages().damages.first
            {
                throw ViewsError.damaged("\(damage)")
            }
            return environment
        } catch let error as LMDBError where error.isNotFound {
            return nil
        }
    }

    private static let smallByteCount = 2 << 20

    /// Runs `body` once nobody else writes rows.
    func afterOtherWriters<Result>(_ body: () throws -> Result) throws -> Result {
        try Folder.make(path)
        let lock = try LockFile(path + "/build.lock")
        defer { lock.release() }
        return try body()
    }

    /// Runs `body` unless somebody else writes rows. Waits for nobody.
    func whileNobodyWrites(_ body: () throws -> Void) throws {
        try Folder.make(path)
        guard let lock = try LockFile(ifFree: path + "/build.lock") else { return }
        defer { lock.release() }
        try body()
    }

    /// Makes a new generation with `fill`, makes it durable, puts it in place of the current one, and
    /// clears away all others, also what a killed build left behind.
    ///
    /// When this throws, the current generation is still in place.
    /// - Precondition: the folder's lock is held.
    /// - Parameter fill: is given the environment, and the folder that it lies in.
    func replace(_ fill: (Environment, String) throws -> Void) throws {
        let generation = next
        try? FileManager.default.removeItem(atPath: folder(generation))
        try Folder.make(folder(generation), for: .owner)
        do {
            // Before LMDB makes its files: what they take after must not let readers at the locks.
            let sharing = try Sharing(of: path)
            try sharing.apply(to: folder(generation), as: .environment)
            try fillNew(generation, with: fill)
            for file in try Folder.names(in: folder(generation)) ?? [] {
                try sharing.apply(
                    to: folder(generation) + "/" + file, as: file == "lock.mdb" ? .lock : .file)
            }
            try point(to: generation)
        } catch {
            try? FileManager.default.removeItem(atPath: folder(generation))
            throw error
        }
        // Before what the link pointed to goes.
        try Folder.sync(path)
        for other in try Folder.names(in: path) ?? []
        where other.hasPrefix(Self.prefix) && other != generation && !other.hasSuffix(Self.aside) {
            try? FileManager.default.removeItem(atPath: folder(other))
        }
    }

    /// Fills a generation that nobody uses, and removes it.
    /// - Precondition: the folder's lock is held.
    func fillForComparison(_ fill: (Environment) throws -> Void) throws {
        let generation = Self.prefix + "compared"
        try? FileManager.default.removeItem(atPath: folder(generation))
        try Folder.make(folder(generation), for: .owner)
        defer { try? FileManager.default.removeItem(atPath: folder(generation)) }
        try fill(try environment(of: generation, .create, durability: .none))
    }

    /// Takes the generation in use out of use. Its files stay, in place of any that were set aside
    /// before, for whoever wants to know what became of them.
    /// - Precondition: the folder's lock is held.
    func setAside() throws {
        guard let generation = current else { return }
        WholeFile.remove(link)
        try Folder.sync(path)
        for other in try Folder.names(in: path) ?? [] where other.hasSuffix(Self.aside) {
            try? FileManager.default.removeItem(atPath: folder(other))
        }
        try Folder.move(folder(generation), to: folder(generation + Self.aside))
    }

    /// Closes the environment before it returns: once the link points to it, others of this
    /// process open it, and one opening a process is all that LMDB allows.
    private func fillNew(
        _ generation: String, with fill: (Environment, String) throws -> Void
    ) throws {
        let environment = try environment(of: generation, .create, durability: .none)
        try fill(environment, folder(generation))
        try environment.sync()
    }

    /// A link that leads nowhere is as good as none; a folder without a file is not.
    func requireNone(_ generation: String) throws(ViewsError) -> Environment? {
        guard Glibc.access(folder(generation), F_OK) != 0 else {
            throw ViewsError.damaged("their file is missing")
        }
        return nil
    }

    /// How long a generation's file is; nil where there is none.
    private func byteCount(of generation: String) throws(FileFailure) -> Int? {
        let path = folder(generation) + "/data.mdb"
        var file = stat()
        if stat(path, &file) == 0 { return Int(file.st_size) }
        guard errno == ENOENT || errno == ENOTDIR else { throw FileFailure(path) }
        return nil
    }

    private static let prefix = "generation-"
    private static let aside = ".aside"
    private static let tables = ViewSet.tableNames + [GenerationMeta.tableName]

    private var link: String { path + "/current" }

    func folder(_ generation: String) -> String { path + "/" + generation }

    private var next: String {
        let number = current.flatMap { Int($0.dropFirst(Self.prefix.count)) } ?? 0
        return Self.prefix + String(number + 1)
    }

    private func point(to generation: String) throws {
        let new = link + ".new"
        WholeFile.remove(new)
        try FileManager.default.createSymbolicLink(
            atPath: new, withDestinationPath: generation)
        guard rename(new, link) == 0 else { throw FileFailure(link) }
    }
}

// MARK: Address space

extension GenerationFolder {
    /// Rows are stored beside the reader whose rows they go on from, and a map can grow only when
    /// nobody reads it. So it is large from the start: that takes address space, and no disk. Where
    /// the process may not have as much, it is as large as can be.
    private func environment(
        of generation: String, _ access: Environment.Access,
        durability: Environment.Durability = .full
    ) throws(LMDBError) -> Environment {
        var mapSizeBytes = mapSizeBytes(for: generation)
        while true {
            do throws(LMDBError) {
                return try Environment(
                    path: folder(generation), access: access, tables: Self.tables,
                    mapSizeBytes: mapSizeBytes, durability: durability, growthDeadline: .zero)
            } catch  where error.isOutOfMemory && mapSizeBytes > Self.leastMapSizeBytes {
                mapSizeBytes /= 2
            }
        }
    }

    private static let mostMapSizeBytes = 16 << 30
    private static let leastMapSizeBytes = 64 << 20

    /// Of what the process may have, a quarter: a rebuild has two generations open, beside the log
    /// and what it holds in memory. But more than the file takes.
    private func mapSizeBytes(for generation: String) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else {
            return Self.mostMapSizeBytes
        }
        let fileBytes = (try? byteCount(of: generation)) ?? 0
        let wanted = max(
            Int(clamping: limit.rlim_cur / 4), fileBytes / 4 * 5 + Self.leastMapSizeBytes)
        return min(wanted, max(Self.mostMapSizeBytes, fileBytes))
    }
}
