package import Failures
import Files
package import Glibc

/// What somebody wants of a ledger.
package enum LedgerUse: Sendable {
    case looking
    case recording
    /// Storing the rows of the views, which may be another's right than recording.
    case keepingViews
}

extension LedgerUse {
    /// Refuses whoever has no permission, before any file is opened: that a file may not be looked
    /// at must never read as if it were not there.
    ///
    /// What is not there is let pass; whoever opens it tells of that.
    package func require(of directory: String) throws(ClosedLedger) {
        // By the dot, a file in place of the directory is not there, and not closed.
        var needed: [(path: String, permission: Int32)] = [
            (directory + "/.", X_OK), (directory + "/log/.", X_OK),
            (directory + "/log/data.mdb", R_OK),
        ]
        switch self {
        case .looking: break
        case .recording: needed.append((directory + "/log/data.mdb", W_OK))
        case .keepingViews: needed.append((directory + "/views", W_OK))
        }
        for (path, permission) in needed
        where faccessat(AT_FDCWD, path, permission, AT_EACCESS) != 0 && errno == EACCES {
            throw ClosedLedger(
                path: directory, use: self, mayLook: permission == W_OK,
                obstacle: path.hasSuffix("/.") ? String(path.dropLast(2)) : path)
        }
    }
}

/// Somebody may not do with a ledger what they want: who may?
package struct ClosedLedger: Error, Hashable, Sendable {
    package let path: String
    package let use: LedgerUse
    package let mayLook: Bool
    /// What the system refused: the directory, or an item of it.
    package let obstacle: String
    /// Whose that is; nil where not even this may be seen.
    package let owner: uid_t?
    package let sharing: Sharing
    /// Whether the directory lets the user do it, and only the obstacle does not follow it.
    package let isAdmitted: Bool

    init(path: String, use: LedgerUse, mayLook: Bool, obstacle: String) {
        (self.path, self.use, self.mayLook) = (path, use, mayLook)
        self.obstacle = obstacle
        let directory = try? Standing(of: path)
        owner = (try? Standing(of: obstacle))?.owner ?? directory?.owner
        sharing = (try? Sharing(of: path)) ?? Sharing()
        var admitted = sharing.group.map(ownGroups.contains) ?? false
        if use == .looking, let readers = sharing.readers, ownGroups.contains(readers) {
            admitted = true
        }
        isAdmitted = obstacle != path && (admitted || directory?.owner == geteuid())
    }
}

extension ClosedLedger: Failing {
    package var failureKind: FailureKind { .notPermitted("closed-ledger") }
}
