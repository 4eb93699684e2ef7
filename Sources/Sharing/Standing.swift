package import Files
package import Glibc

/// Who may do what with an item as it is.
struct Standing {
    let owner: uid_t
    let group: gid_t
    let mode: mode_t
    let list: AccessList
    let handedDown: AccessList?

    init(of path: String) throws(FileFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileFailure(path) }
        (owner, group, mode) = (status.st_uid, status.st_gid, status.st_mode)
        list = try AccessList(at: path)
        handedDown = isFolder(status) ? try AccessList.handedDown(at: path) : nil
    }

    func flaws(against sharing: Sharing, _ role: Sharing.Role) -> [Flaw] {
        let wanted = sharing.list(for: role)
        var flaws: [Flaw] = []
        if !list.others.isEmpty { flaws.append(.everybodyMay(list.others)) }
        if let shared = sharing.group, group != shared { flaws.append(.otherGroup(group)) }

        let missing = wanted.group.subtracting(list.effective(list.group))
        if !missing.isEmpty { flaws.append(.groupMayNot(missing)) }
        let beyond = list.effective(list.group).subtracting(wanted.group)
        if !beyond.isEmpty { flaws.append(.groupMay(beyond)) }

        if let readers = sharing.readers {
            let may = list.effective(list.groups[readers] ?? [])
            let due = wanted.groups[readers] ?? []
            if !due.isSubset(of: may) { flaws.append(.readersMayNot(due.subtracting(may))) }
            if !may.isSubset(of: due) { flaws.append(.readersMay(may.subtracting(due))) }
        }
        let strangers = list.groups.filter { $0.key != sharing.readers }
        if (Array(strangers.values) + list.users.values)
            .contains(where: { !list.effective($0).isEmpty })
        {
            flaws.append(.strangersMay)
        }

        let isFolder = role == .folder || role == .environment
        let handsGroupDown = mode & S_ISGID != 0
        if isFolder, sharing.group != nil, !handsGroupDown { flaws.append(.groupNotHandedDown) }
        if isFolder, handedDown != sharing.handedDown(by: role) {
            flaws.append(.readersNotHandedDown)
        }
        if !wanted.owner.isSubset(of: list.owner) { flaws.append(.ownerMayNot) }
        return flaws
    }
}

/// What is wrong with who may use an item.
package enum Flaw: Hashable, Sendable {
    case everybodyMay(AccessList.Permissions)
    /// It belongs to another group than the one that the ledger is shared with.
    case otherGroup(gid_t)
    case groupMayNot(AccessList.Permissions)
    case groupMay(AccessList.Permissions)
    case readersMayNot(AccessList.Permissions)
    /// Above all `lock.mdb`: whoever may open it can stop all who record.
    case readersMay(AccessList.Permissions)
    /// Users or groups by their numbers, whom nobody let in with `share`.
    case strangersMay
    /// A folder without the setgid bit: what is made in it belongs to other groups.
    case groupNotHandedDown
    /// A folder that hands down another list than the one that readers need.
    case readersNotHandedDown
    case ownerMayNot
}

private func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }
