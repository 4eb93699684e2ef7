import Files
import Glibc
import Sharing

/// The folder `log/` of a ledger, and how another takes its place.
///
/// The new log is made in `log.repaired/`, which has a file `repair` in it from first to last: where
/// that is missing, it is the log that was replaced. The two change their names in one step, and the
/// old one is called `log.damaged-1`, or the next number that is free. Where the file system can't
/// exchange names, the old log is moved away first; a kill in between leaves no `log/`, and the file
/// says that the new one is whole. In either case the next repair ends it.
struct LogPlace {
    let directory: String
    var log: String { directory + "/log" }
    var new: String { directory + "/log.repaired" }

    private static let mark = "repair"
    private static let whole = Array("whole\n".utf8)

    /// Runs `body` while nobody writes the log that is there.
    func withoutWriters(_ body: () throws -> Void) throws {
        guard try Folder.isThere(log) else { return try body() }
        try Folder.withLock(on: log, body)
    }

    /// Makes an empty folder for a new log.
    func begin() throws {
        try Folder.makeLast(new)
        try WholeFile.write(Array("in the making\n".utf8), to: new + "/" + Self.mark)
    }

    /// Gives up what was begun. The log that was replaced is not that, and stays.
    func discard() throws(FileFailure) {
        guard try Folder.isThere(new + "/" + Self.mark) else { return }
        try Folder.remove(new, last: Self.mark)
    }

    /// Puts the new log in place.
    /// - Returns: where the old one is; nil where there was none.
    func putInPlace() throws -> String? {
        try admit()
        try WholeFile.write(Self.whole, to: new + "/" + Self.mark)
        try Folder.sync(new)
        var kept: String?
        if try !Folder.isThere(log) {
            try Folder.move(new, to: log)
        } else if try Folder.exchange(new, log) {
            try Folder.sync(directory)
            kept = try setAside(new)
        } else {
            kept = try setAside(log)
            try Folder.move(new, to: log)
        }
        try end()
        return kept
    }

    /// Ends what an earlier repair was killed in.
    /// - Returns: where the log is that it replaced, if that was left to do.
    func finishEarlier() throws -> String? {
        var kept: String?
        if let names = try Folder.names(in: new) {
            let mark = try WholeFile.read(new + "/" + Self.mark, byteLimit: 100)
            if mark == Self.whole, try !Folder.isThere(log) {
                try Folder.move(new, to: log)
            } else if mark != nil || names.allSatisfy(Draft.isName) {
                try Folder.remove(new, last: Self.mark)
            } else {
                kept = try setAside(new)
            }
        }
        if try Folder.isThere(log + "/" + Self.mark) { try end() }
        return kept
    }

    private func end() throws {
        WholeFile.remove(log + "/" + Self.mark)
        try Folder.sync(log)
        try Folder.sync(directory)
    }

    /// Gives the damaged log a name of its own.
    private func setAside(_ path: String) throws(FileFailure) -> String {
        var number = 1
        while true {
            let name = "\(directory)/log.damaged-\(number)"
            do throws(FileFailure) {
                try Folder.move(path, to: name)
                return name
            } catch {
                guard error.errno == EEXIST else { throw error }
                number += 1
            }
        }
    }

    /// Lets those use it who may use the ledger; what root makes is the owner's.
    private func admit() throws {
        var status = stat()
        guard stat(directory, &status) == 0 else { throw FileFailure(directory) }
        let sharing = try Sharing(of: directory)
        for (name, role): (String, Sharing.Role) in [
            ("", .environment), ("/data.mdb", .file), ("/data.sum", .file), ("/lock.mdb", .lock),
        ] where try Folder.isThere(new + name) {
            if geteuid() == 0, lchown(new + name, status.st_uid, gid_t.max) != 0 {
                throw FileFailure(new + name)
            }
            try sharing.apply(to: new + name, as: role)
        }
    }
}
