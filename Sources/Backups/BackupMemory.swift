import Checkpoints
package import Coordinates
import EntryLog
package import Files
package import TransparencyLog

/// Where a ledger was backed up to: the folder `backups/` of its directory, with a file for each place,
/// named by a hash of its path. What must once be destroyed lies in these places, too.
///
/// A file has the text of a checkpoint that nobody signed, with two lines behind it:
///
///     dals-ed.example/handlingsplaner
///     33
///     jjY8pvcItpAM2Ts7/H7yRVrBm4mhff7WnOIgT8RM1hg=
///     at 2026-11-28T02:15:04.123Z
///     in /srv/backup/dals-ed
package struct BackupMemory: Sendable {
    package struct Remembered: Hashable, Sendable {
        /// The directory's path, from the root.
        package let place: String
        /// When the last backup to it ended.
        package let time: Timestamp
        package let size: TreeSize
        package let root: Hash
    }

    private let folder: String

    /// - Parameter directory: the ledger's.
    package init(ofLedgerAt directory: String) { folder = directory + "/backups" }

    /// Remembers a backup in place of any before it to the same place. Durable on return.
    package func remember(_ backup: BackupReport, in place: String, at time: Timestamp)
        throws(FileFailure)
    {
        let checkpoint = Checkpoint(
            origin: backup.founding.origin, size: backup.size, root: backup.root,
            extensions: ["at \(time.rfc3339)", "in \(place.replacing("\n", with: "\\n"))"])
        let name = Hash.leaf(Array(place.utf8).span.bytes)
        try Folder.makeLast(folder)
        try WholeFile.write(Array(checkpoint.text.utf8), to: "\(folder)/\(name)")
    }

    /// All of them, by place. What cannot be read as one is left out.
    package func all() throws(FileFailure) -> [Remembered] {
        var all: [Remembered] = []
        for name in try Folder.names(in: folder) ?? [] where !Draft.isName(name) {
            guard let bytes = try? WholeFile.read(folder + "/" + name, byteLimit: 16384),
                let remembered = Remembered(parsing: String(decoding: bytes, as: UTF8.self))
            else { continue }
            all.append(remembered)
        }
        return all.sorted { $0.place < $1.place }
    }
}

extension BackupMemory.Remembered {
    fileprivate init?(parsing text: String) {
        guard let checkpoint = try? Checkpoint(text: text), checkpoint.extensions.count == 2,
            case (let at, let place) = (checkpoint.extensions[0], checkpoint.extensions[1]),
            at.hasPrefix("at "), place.hasPrefix("in "),
            let time = Timestamp(rfc3339: String(at.dropFirst(3)))
        else { return nil }
        self.init(
            place: String(place.dropFirst(3)), time: time, size: checkpoint.size,
            root: checkpoint.root)
    }
}
