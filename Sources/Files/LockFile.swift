import Glibc

/// A file that is there to be locked, as flock(2) has it: held until it is released, or its process
/// dies.
///
/// Whoever can open a file can lock it, and so keep others waiting: it is closed to all but those
/// who may write in its folder.
package struct LockFile: Sendable {
    private let descriptor: Int32

    /// Makes it where it is not there, and waits for whoever holds it, as `Patience` says.
    package init(_ path: String) throws(FileFailure) {
        guard let held = try LockFile(path, waiting: true) else {
            preconditionFailure("whoever waits gets the lock, or an error")
        }
        self = held
    }

    /// Makes it where it is not there. Nil where somebody holds it: nobody is waited for.
    package init?(ifFree path: String) throws(FileFailure) {
        guard let held = try LockFile(path, waiting: false) else { return nil }
        self = held
    }

    private init?(_ path: String, waiting: Bool) throws(FileFailure) {
        let descriptor = uninterrupted {
            open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        }
        guard descriptor >= 0 else { throw FileFailure(path) }
        do throws(FileFailure) {
            try Self.close(descriptor, at: path)
            if waiting {
                try AdvisoryLock.take(descriptor, of: path)
            } else if try !AdvisoryLock.attempt(descriptor, path) {
                Glibc.close(descriptor)
                return nil
            }
        } catch {
            Glibc.close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    /// Once.
    package func release() { Glibc.close(descriptor) }

    /// To all but the folder's group, where that may write in it; whoever made it does this.
    package static func close(_ descriptor: Int32, at path: String) throws(FileFailure) {
        var own = stat()
        guard fstat(descriptor, &own) == 0 else { throw FileFailure(path) }
        guard own.st_uid == geteuid() else { return }
        let audience = try Audience(in: Folder.holding(path))
        let isShared = if case .writers = audience { true } else { false }
        // A list that the folder hands down lets readers in: this one replaces it, in one step.
        let list = AccessList(mode: isShared ? 0o660 : 0o600)
        let place = "/proc/self/fd/\(descriptor)"
        if try AccessList(at: place) == list { return }
        try list.store(at: place)
        if isShared { try audience.admit(to: descriptor, at: path) }
    }
}
