import Files
import Glibc

/// A folder or a file of a ledger's directory, and what it is.
struct LedgerItem {
    let path: String
    let role: Sharing.Role

    /// The directory first, and each folder before what lies in it: whoever is shut out of a folder
    /// is out of all that lies in it. Symbolic links are left out, and so are drafts, which come and
    /// go. A folder that may not be listed stands for itself, but for LMDB's, whose names are known.
    static func all(in directory: String) throws(FileFailure) -> [LedgerItem] {
        var items = [LedgerItem(path: directory, role: .folder)]
        try add(directory + "/log", .environment, files: .file, to: &items)
        try add(directory + "/views", .folder, files: .file, to: &items)
        try add(directory + "/annexes", .folder, files: .annex, to: &items)
        try add(directory + "/checkpoints", .folder, files: .file, to: &items)
        try add(directory + "/backups", .folder, files: .file, to: &items)
        try add(directory + "/attestation.json", .folder, files: .file, to: &items)
        try add(directory + "/copy-of", .folder, files: .file, to: &items)
        return items
    }

    /// - Parameters:
    ///   - folder: what it is if it is a folder.
    ///   - files: what it is if it is a file, and what the files in it are.
    private static func add(
        _ path: String, _ folder: Sharing.Role, files: Sharing.Role, to items: inout [LedgerItem]
    ) throws(FileFailure) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == EACCES { return }
            throw FileFailure(path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            items.append(LedgerItem(path: path, role: folder))
            for name in try names(in: path, folder) {
                try add(
                    path + "/" + name, name.hasPrefix("generation-") ? .environment : .folder,
                    files: role(of: name, in: folder, files), to: &items)
            }
        case S_IFREG: items.append(LedgerItem(path: path, role: files))
        default: break
        }
    }

    /// Beside LMDB's data lie its lock and what is known of the data.
    private static func role(
        of name: String, in folder: Sharing.Role, _ files: Sharing.Role
    ) -> Sharing.Role {
        switch (name, folder) {
        case ("lock.mdb", .environment), ("lock", _), ("build.lock", _): .lock
        default: files
        }
    }

    private static func names(
        in folder: String, _ role: Sharing.Role
    ) throws(FileFailure) -> [String] {
        do throws(FileFailure) {
            return (try Folder.names(in: folder) ?? []).filter { !Draft.isName($0) }
        } catch {
            guard error.errno == EACCES else { throw error }
            return role == .environment
                ? ["data.mdb", "data.sum", "lock.mdb", "attestation.json"]
                : []
        }
    }
}
