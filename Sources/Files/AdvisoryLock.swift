import Glibc

/// The kernel's lock on an open file or folder (`flock`), which goes when its holder dies.
package enum AdvisoryLock {
    /// Takes the lock, and waits for a process that has it, as long as `Patience.current` says.
    /// - Parameter descriptor: open on `path`; the lock ends with the last descriptor of that opening.
    /// - Throws: `FileFailure`, with `ETIMEDOUT` and the holder when the patience ends.
    package static func take(_ descriptor: Int32, of path: String) throws(FileFailure) {
        if try attempt(descriptor, path) { return }
        let patience = Patience.current
        let clock = ContinuousClock()
        let start = clock.now
        var isNoticed = false
        while true {
            usleep(250)
            if try attempt(descriptor, path) { return }
            let waited = clock.now - start
            if let limit = patience.limit, waited >= limit {
                throw FileFailure(path, errno: ETIMEDOUT, holder: .holdingLock(on: descriptor))
            }
            if !isNoticed, waited >= Patience.noticeAfter {
                isNoticed = true
                patience.notice(Wait(path: path, holder: .holdingLock(on: descriptor)))
            }
        }
    }

    /// False where another process has the lock.
    package static func attempt(
        _ descriptor: Int32, _ path: String
    ) throws(FileFailure) -> Bool {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EWOULDBLOCK: return false
            case EINTR: continue
            case let code: throw FileFailure(path, errno: code)
            }
        }
        return true
    }

    package static func release(_ descriptor: Int32) { flock(descriptor, LOCK_UN) }
}

/// How long a command waits for another process, and whom it tells. It belongs to the command, not to
/// each of the places that may wait; hence a task's value, as a deadline is.
package struct Patience: Sendable {
    /// Nil for ever.
    package let limit: Duration?
    /// Told once of each wait that is long.
    package let notice: @Sendable (Wait) -> Void

    package init(limit: Duration? = nil, notice: @escaping @Sendable (Wait) -> Void = { _ in }) {
        self.limit = limit
        self.notice = notice
    }

    package static let noticeAfter = Duration.seconds(2)

    @TaskLocal package static var current = Patience()
}

/// What is waited for.
package struct Wait: Hashable, Sendable {
    package let path: String
    /// Nil where the system does not tell.
    package let holder: RunningProcess?
}
