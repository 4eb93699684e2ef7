package import Failures
package import Glibc

/// Who may use a file or a folder that is made, whatever the umask.
///
/// What is new takes after the folder that it lies in, so that a shared ledger stays one:
///
/// | the folder | a file in it | a folder in it |
/// |---|---|---|
/// | its group may write it | 0660 | 02770 |
/// | it hands down who may read (`AccessList`) | 0640 | 0750 |
/// | anything else, or everybody may write it | 0600 | 0700 |
///
/// What is shared belongs to the folder's group. Where its maker may not give it to that group, it is
/// its owner's alone.
package enum Audience: Hashable, Sendable {
    case owner
    /// Those read it whom the folder's access list hands that down to.
    case readers
    /// A group reads and writes it.
    case writers(gid_t)
    /// Everybody reads it: it is published.
    case everybody
    /// Everybody reads it, and a group writes it: several publish by turns.
    case everybodyAndWriters(gid_t)
    /// What the umask leaves of that: for a file that a user asked for by its name.
    case usual

    /// Who may use what is made in a folder.
    package init(in folder: String) throws(FileFailure) {
        var status = stat()
        guard stat(folder, &status) == 0 else { throw FileFailure(folder) }
        let mode = status.st_mode
        if mode & S_IWOTH != 0 {
            self = .owner
        } else if mode & S_IWGRP != 0 {
            self = .writers(status.st_gid)
        } else {
            self = try AccessList.handedDown(at: folder) == nil ? .owner : .readers
        }
    }

    /// The one that is stated, or else that of what is made in a folder. Whoever may write in the
    /// folder may write what is published in it.
    init(_ stated: Audience?, in folder: String) throws(FileFailure) {
        if let stated, stated != .everybody {
            self = stated
            return
        }
        try self.init(in: folder)
        guard stated == .everybody else { return }
        self =
            if case .writers(let group) = self { .everybodyAndWriters(group) } else { .everybody }
    }

    /// - Parameter isFixed: whether nobody is to write the file any more, its owner included.
    package func fileMode(isFixed: Bool = false) -> mode_t {
        let mode: mode_t =
            switch self {
            case .owner: 0o600
            case .readers: 0o640
            case .writers: 0o660
            case .everybody, .usual: 0o644
            case .everybodyAndWriters: 0o664
            }
        return isFixed ? mode & 0o444 : mode
    }

    package var folderMode: mode_t {
        switch self {
        case .owner: 0o700
        case .readers: 0o750
        case .writers: 0o2770
        case .everybody, .usual: 0o755
        case .everybodyAndWriters: 0o2775
        }
    }
}

// MARK: Admitting

extension Audience {
    /// Lets it, and nobody else, use a file or a folder of the user's that has just been made. The
    /// file is not opened: to close it would let go of locks that this process has on it.
    package func admit(to path: String) throws(FileFailure) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw FileFailure(path) }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        try admit(
            to: path, status, mode: { isFolder ? $0.folderMode : $0.fileMode() },
            give: { lchown(path, uid_t.max, $0) }, setMode: { chmod(path, $0) })
    }

    /// As `admit(to:)`, to a file that is open.
    package func admit(
        to file: Int32, at path: String, isFixed: Bool = false
    ) throws(FileFailure) {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileFailure(path) }
        try admit(
            to: path, status, mode: { $0.fileMode(isFixed: isFixed) },
            give: { fchown(file, uid_t.max, $0) }, setMode: { fchmod(file, $0) })
    }

    private func admit(
        to path: String, _ status: stat, mode: (Audience) -> mode_t, give: (gid_t) -> Int32,
        setMode: (mode_t) -> Int32
    ) throws(FileFailure) {
        var admitted = self
        switch self {
        case .usual: return
        case .owner, .readers, .everybody: break
        case .writers(let group):
            if status.st_gid != group, give(group) != 0 { admitted = .owner }
        case .everybodyAndWriters(let group):
            if status.st_gid != group, give(group) != 0 { admitted = .everybody }
        }
        guard setMode(mode(admitted)) == 0 else { throw FileFailure(path) }
    }
}

// MARK: Refusing

/// A file or a folder that everybody may write: nothing in it can be relied on.
package struct OpenToAll: Error, Hashable, Sendable {
    package let path: String

    package init(path: String) { self.path = path }
}

extension Audience {
    /// Refuses what everybody may write. What is not there passes.
    /// - Throws: `OpenToAll`.
    package static func requireLimited(_ paths: [String]) throws(OpenToAll) {
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            if status.st_mode & S_IWOTH != 0 { throw OpenToAll(path: path) }
        }
    }
}

extension OpenToAll: Failing {
    package var failureKind: FailureKind { .notPermitted("open-to-all") }
}
