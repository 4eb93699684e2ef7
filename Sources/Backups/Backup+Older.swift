import Annexes
import Checkpoints
package import Coordinates
import EntryLog
import Files
import Publication

// Earlier states: backups themselves, in `older/`, each named by its size.

extension Backup {
    var olderPath: String { path + "/older" }

    /// The sizes at which the backup is kept besides as it is, ascending.
    package func olderSizes() throws -> [TreeSize] {
        try (Folder.names(in: olderPath) ?? []).compactMap { name in
            guard let count = UInt64(name), "\(count)" == name,
                (try? CopyMark(on: "\(olderPath)/\(name)")) == .backup
            else { return nil }
            return TreeSize(count)
        }.sorted()
    }

    /// Keeps the backup as it stands, before it is added to. Annexes, which never change, are the same
    /// files by second names where the file system can do that.
    func keepOlder(_ log: Log, of size: TreeSize) throws {
        if try olderSizes().contains(size) { return }
        let draft = Backup(at: olderPath + "/new")
        try Folder.remove(draft.path)
        try Folder.make(draft.logPath, for: .owner)
        try log.copy(to: draft.logPath)
        try Folder.sync(draft.logPath)
        try draft.annexes.add(from: annexes, linking: true)
        let key = log.founding.verificationKey
        try draft.checkpoints.add(from: checkpoints, upTo: size, signedBy: key)
        try CopyMark.backup.write(on: draft.path, of: key)
        try Folder.move(draft.path, to: "\(olderPath)/\(size.count)")
    }

    /// Removes the oldest of those that are more than `limit`: once all that is new was verified, so
    /// that no sound state goes for one that is not.
    func removeOlder(butFor limit: Int) throws {
        for older in try olderSizes().dropLast(limit) {
            try Folder.remove("\(olderPath)/\(older.count)", last: CopyMark.name)
        }
    }
}
