package import Files
package import Glibc

/// Who may use a ledger, besides the user who owns its directory: a group that records, and a group
/// that may look. Nobody else, ever.
///
/// The directory itself says so, by its group, its mode and its access list, and all that lies in it
/// follows (`LedgerItem`). What is made later takes after its folder: the group comes from the
/// setgid bit, what readers may from the list that the folder hands down, and whoever makes it sets
/// the mode, so that no umask matters.
///
/// | | owner and group | readers |
/// |---|---|---|
/// | a folder | rwx | r-x |
/// | a folder of LMDB's: `log/`, each generation of the views | rwx | --x |
/// | a file | rw- | r-- |
/// | an annex, which never changes | r-- | r-- |
/// | a lock, LMDB's among them | rw- | --- |
package struct Sharing: Hashable, Sendable {
    package var group: gid_t?
    package var readers: gid_t?

    package init(group: gid_t? = nil, readers: gid_t? = nil) {
        self.group = group
        self.readers = readers
    }

    /// As a folder has it: the ledger's directory, or one in it.
    package init(of folder: String) throws(FileFailure) {
        let standing = try Standing(of: folder)
        self.init(
            group: standing.list.group.contains(.write) ? standing.group : nil,
            readers: standing.list.groups.filter { $0.value.contains(.read) }.keys.min())
    }

    /// What an item is, and so who may do what with it.
    package enum Role: Sendable {
        case folder
        /// Whoever can open a folder can lock it, as flock(2) has it, and LMDB's are locked while
        /// they are opened. So readers only pass through it, to a file that they can name.
        case environment
        case file
        case annex
        case lock
    }

    func list(for role: Role) -> AccessList {
        let (own, looking): (AccessList.Permissions, AccessList.Permissions) =
            switch role {
            case .folder: ([.read, .write, .search], [.read, .search])
            case .environment: ([.read, .write, .search], .search)
            case .file: ([.read, .write], .read)
            case .annex: (.read, .read)
            case .lock: ([.read, .write], [])
            }
        var list = AccessList(owner: own, group: group == nil ? [] : own)
        if let readers, !looking.isEmpty {
            list.groups[readers] = looking
            list.mask = list.group.union(looking)
        }
        return list
    }

    /// What a folder hands down, so that readers can read what is made in it. LMDB's folders hand
    /// down nothing: its lock file would be readable.
    func handedDown(by role: Role) -> AccessList? {
        role == .folder && readers != nil ? list(for: .folder) : nil
    }

    /// Gives an item of this user's its group, mode and access list.
    /// - Throws: with `EPERM` where it is another's; `ENOTSUP` where the file system keeps no lists.
    package func apply(to path: String, as role: Role) throws(FileFailure) {
        let item = try HeldItem(path)
        do throws(FileFailure) {
            try apply(toHeld: item.link, as: role)
        } catch {
            throw FileFailure(path, errno: error.errno)
        }
    }

    private func apply(toHeld link: String, as role: Role) throws(FileFailure) {
        let standing = try Standing(of: link)
        if standing.flaws(against: self, role).isEmpty { return }
        if let group, standing.group != group, chown(link, uid_t.max, group) != 0 {
            throw FileFailure(link)
        }
        let list = list(for: role)
        try list.store(at: link)
        guard role == .folder || role == .environment else { return }
        try AccessList.handDown(handedDown(by: role), at: link)
        let mode = list.mode | (group == nil ? 0 : S_ISGID)
        guard chmod(link, mode) == 0 else { throw FileFailure(link) }
    }
}

/// An item that is held while it is looked at and changed, so that no link can be put in its place
/// meanwhile. It is not opened: closing `lock.mdb` would let go of LMDB's locks.
private struct HeldItem: ~Copyable {
    private let descriptor: Int32

    init(_ path: String) throws(FileFailure) {
        let named: Int32 = 0o10_000_000  // O_PATH, whose macro Swift does not see.
        let descriptor = open(path, named | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path) }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Leads to the item, wherever its name leads by now.
    var link: String { "/proc/self/fd/\(descriptor)" }
}
