import CLinux
import Glibc

/// The sole right to write in a folder, among those who ask for it: a lock on the folder itself, as
/// `flock(2)` has it, or on a file in it. The system lets go of it when a process dies.
package struct FolderLock: ~Copyable {
    private let folder: Int32
    private let path: String
    private let file: LockFile?

    /// Waits for whoever has it, as `Patience` says, and clears away drafts that were cut off: nobody is at them any more.
    /// - Parameter name: of the file to lock in a folder that others may look at, who could lock the
    ///   folder itself and keep all others waiting.
    package init(on path: String, by name: String? = nil) throws(FileFailure) {
        let folder = try Self.opened(path, locking: name == nil)
        do throws(FileFailure) {
            if let name { file = try LockFile("\(path)/\(name)") } else { file = nil }
        } catch {
            close(folder)
            throw error
        }
        self.folder = folder
        self.path = path
        for name in (try? Folder.names(in: path)) ?? [] where Draft.isName(name) {
            unlink("\(path)/\(name)")
        }
    }

    private static func opened(_ path: String, locking isLocking: Bool) throws(FileFailure) -> Int32
    {
        let folder = uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard folder >= 0 else { throw FileFailure(path) }
        do throws(FileFailure) {
            if isLocking { try AdvisoryLock.take(folder, of: path) }
        } catch {
            close(folder)
            throw error
        }
        return folder
    }

    deinit { close(folder) }

    /// Lets go of it. A value that nobody uses any more would be let go of at once, and not at the end
    /// of what it guards: so say where that is.
    package borrowing func release() {
        if let file { file.release() } else { _ = flock(folder, LOCK_UN) }
    }

    /// Makes durable all that was written on the folder's file system: one wait for many files.
    /// - Throws: `FileFailure`, also where something that was written since the lock was got did not
    ///   reach the disk.
    package borrowing func syncFileSystem() throws(FileFailure) {
        guard uninterrupted({ syncfs(folder) }) == 0 else { throw FileFailure(path) }
    }
}
