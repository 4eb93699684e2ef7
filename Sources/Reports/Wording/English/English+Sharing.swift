import Files
import Glibc
import Programs
import Sharing

// Who may use a ledger's files.

extension English {
    func sharing(_ output: SharingOutput) -> String {
        var lines = ["\(visible(output.directory)) belongs to \(output.owner.text)."]
        if let group = output.group { lines.append("The group \(group.text) may record in it.") }
        if let readers = output.readers {
            lines.append("The group \(readers.text) may look at it.")
        }
        lines.append("Nobody else may.")
        if let changed = output.changed {
            lines.append(
                changed == 0
                    ? "All of it was so already." : "\(count(changed, "item")) changed for that.")
        }
        return (lines + output.concerns.sentences(in: self).map(warningLine)).joined(
            separator: "\n")
    }

    /// The command that makes a ledger's files usable as its directory says.
    func command(for sharing: Sharing) -> String {
        if let group = sharing.group { return "liggare share \(Account(group: group).text)" }
        if let readers = sharing.readers {
            return "liggare share --readers \(Account(group: readers).text)"
        }
        return "liggare share --nobody"
    }

    /// - Parameter owner: whose it is, unless it is the user's.
    func deviation(
        _ deviation: Deviation, from sharing: Sharing, mendedBy command: String, owner: Account?
    ) -> String {
        let flaws = deviation.flaws.map(flaw).joined(separator: ", and ")
        let next =
            switch owner {
            case nil: "Run \(command)."
            // Others could reach it only while they may use the ledger.
            case let owner? where sharing.group != nil:
                "Let \(owner.text), whose it is, run \(command)."
            case .some: "Have the machine's administrator run \(command)."
            }
        return "\(visible(deviation.path)): \(flaws). \(next)"
    }

    private func flaw(_ flaw: Flaw) -> String {
        switch flaw {
        case .everybodyMay(let permissions): "everybody may \(words(permissions)) it"
        case .otherGroup(let group): "it belongs to the group \(group)"
        case .groupMayNot(let permissions): "the group may not \(words(permissions)) it"
        case .groupMay(let permissions): "the group that it belongs to may \(words(permissions)) it"
        case .readersMayNot(let permissions): "readers may not \(words(permissions)) it"
        case .readersMay(let permissions): "readers may \(words(permissions)) it"
        case .strangersMay: "others are let in by an access list"
        case .groupNotHandedDown: "what is made in it does not belong to the group"
        case .readersNotHandedDown: "what is made in it does not get the right readers"
        case .ownerMayNot: "its owner may not use it"
        }
    }

    private func words(_ permissions: AccessList.Permissions) -> String {
        let words: [(AccessList.Permissions, String)] = [
            (.read, "read"), (.write, "write"), (.search, "enter"),
        ]
        return words.filter { permissions.contains($0.0) }.map(\.1).joined(separator: " or ")
    }
}

// MARK: Refusals

extension English {
    func closed(_ error: ClosedLedger) -> String {
        let path = visible(error.path)
        guard let owner = error.owner.map(Account.init(user:)) else {
            return "you may not enter the folder that \(path) lies in. Ask its owner to let you in."
        }
        if error.isAdmitted {
            return "\(path) is shared with you, but \(visible(error.obstacle)) is not. Let "
                + "\(owner.text), whose it is, run \(command(for: error.sharing))."
        }
        let group = error.sharing.group.map { " and the group \(Account(group: $0).text)" } ?? ""
        let next = "Ask \(owner.text) to let you in with liggare share"
        if !error.mayLook {
            return "you may not look at \(path): only \(owner.text)\(group) may. \(next)."
        }
        return "you may look at \(path), but not "
            + (error.use == .recording ? "record in it" : "store its views")
            + ": only \(owner.text)\(group) may. \(next), or have it done."
    }

    func notTheOwner(_ error: NotTheOwner) -> String {
        let owner = Account(user: error.owner).text
        return
            "\(visible(error.path)) belongs to \(owner), who alone can share it. Ask \(owner), or "
            + "the machine's administrator."
    }

    func notInGroup(_ error: NotInGroup) -> String {
        "you are not in the group \(Account(group: error.group).text), and so can give it no files. "
            + "Join it and log in again, or have the machine's administrator run this."
    }

    func leftToOthers(_ error: LeftToOthers) -> String {
        let command = command(for: error.sharing)
        let owners = Set(error.items.map(\.owner)).sorted().map { Account(user: $0).text }
        let next =
            error.sharing.group == nil
            ? "Have the machine's administrator run \(command)."
            : "Let \(owners.joined(separator: ", ")) run \(command), or the machine's administrator."
        return
            "\(count(error.items.count, "item")) of it belong to others and stayed as they were. "
            + next
    }

    func noAccessLists(_ error: NoAccessLists) -> String {
        "the file system of \(visible(error.path)) keeps no access lists, so nobody can be let to "
            + "look only. Mount it with acl, or take them into the group that records."
    }

    func unknownGroup(_ error: UnknownGroup) -> String {
        "there is no group \"\(visible(error.name))\" on this machine. Check its name with getent "
            + "group, or make it."
    }

    func noNames(_ error: ProgramFailure) -> String {
        error.isNotInstalled
            ? "the program getent is not there to ask for names. Give the group's number."
            : "the program getent could not be run: \(String(cString: strerror(error.errno))). "
                + "Give the group's number."
    }
}
