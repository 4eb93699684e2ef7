package import Failures
package import Files
package import Glibc

/// An item of a ledger that does not follow its directory.
package struct Deviation: Hashable, Sendable {
    package let path: String
    package let owner: uid_t
    /// At least one.
    package let flaws: [Flaw]
}

extension Sharing {
    /// What in a ledger's directory does not follow it, or could be looked at only by others.
    package func deviations(in directory: String) throws(FileFailure) -> [Deviation] {
        var deviations: [Deviation] = []
        for item in try LedgerItem.all(in: directory) {
            if let found = try deviation(of: item) { deviations.append(found) }
        }
        return deviations
    }

    private func deviation(of item: LedgerItem) throws(FileFailure) -> Deviation? {
        do throws(FileFailure) {
            let standing = try Standing(of: item.path)
            let flaws = standing.flaws(against: self, item.role)
            return flaws.isEmpty
                ? nil : Deviation(path: item.path, owner: standing.owner, flaws: flaws)
        } catch {
            // Gone since it was listed: an old generation, a cleared file.
            if error.errno == ENOENT { return nil }
            throw error
        }
    }

    /// Makes a ledger's directory and all that lies in it usable as this says, as far as it is this
    /// user's; the superuser can do it for all.
    /// - Returns: how many items were changed, and what others must change: it is theirs.
    /// - Throws: `NotTheOwner` of the directory, `NotInGroup`, `NoAccessLists`; then nothing has
    ///   been changed. `FileFailure`.
    package func apply(toLedgerAt directory: String) throws -> (changed: Int, left: [Deviation]) {
        let user = geteuid()
        let items = try LedgerItem.all(in: directory)
        var deviating: [(item: LedgerItem, owner: uid_t)] = []
        for item in items {
            if let found = try deviation(of: item) { deviating.append((item, found.owner)) }
        }
        if let first = deviating.first, first.item.path == directory, user != 0, first.owner != user
        {
            throw NotTheOwner(path: directory, owner: first.owner)
        }
        if !deviating.isEmpty { try requireMeans(at: directory) }
        var changed = 0
        for (item, owner) in deviating where user == 0 || owner == user {
            do throws(FileFailure) {
                try apply(to: item.path, as: item.role)
                changed += 1
            } catch {
                if error.errno != ENOENT { throw error }
            }
        }
        return (changed, try deviations(in: directory))
    }

    private func requireMeans(at directory: String) throws {
        if let group, geteuid() != 0, !ownGroups.contains(group) {
            throw NotInGroup(group: group)
        }
        if readers != nil, !AccessList.areKept(at: directory) {
            throw NoAccessLists(path: directory)
        }
    }
}

/// The groups of this process's user.
var ownGroups: Set<gid_t> {
    var groups = [gid_t](repeating: 0, count: max(0, Int(getgroups(0, nil))))
    let count = getgroups(Int32(groups.count), &groups)
    return Set(groups.prefix(max(0, Int(count))) + [getegid()])
}

/// Only its owner, or the superuser, says who may use a ledger.
package struct NotTheOwner: Error, Hashable, Sendable {
    package let path: String
    package let owner: uid_t
}

/// Nobody gives files to a group that they are not in.
package struct NotInGroup: Error, Hashable, Sendable {
    package let group: gid_t
}

/// The file system has no way to let others only look.
package struct NoAccessLists: Error, Hashable, Sendable {
    package let path: String
}

extension NotTheOwner: Failing {
    package var failureKind: FailureKind { .notPermitted("not-the-owner") }
}

extension NotInGroup: Failing {
    package var failureKind: FailureKind { .notPermitted("not-in-group") }
}

extension NoAccessLists: Failing {
    package var failureKind: FailureKind { .storage("no-access-lists") }
}
