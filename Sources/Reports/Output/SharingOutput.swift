import Answers
import Files
package import Glibc
import Programs
import Sharing

/// Who may use a ledger's files.
package struct SharingOutput: Output {
    package let directory: String
    package let owner: Account
    package let group: Account?
    package let readers: Account?
    /// How many items were changed, where it was asked for.
    package let changed: Int?
    package let concerns: FileConcerns

    package init(of directory: String, changed: Int? = nil) throws {
        var status = stat()
        guard stat(directory, &status) == 0 else { throw FileFailure(directory) }
        let sharing = try Sharing(of: directory)
        self.directory = directory
        self.changed = changed
        owner = Account(user: status.st_uid)
        group = sharing.group.map(Account.init(group:))
        readers = sharing.readers.map(Account.init(group:))
        concerns = try FileConcerns(ofLedgerAt: directory)
    }

    package var isRehearsal: Bool { false }
    package func text(in words: any Wording) -> String { words.sharing(self) }

    package func content(in words: any Wording) -> any Encodable {
        Content(
            directory: directory, owner: owner, group: Nullable(group),
            readers: Nullable(readers), changed: Nullable(changed),
            concerns: concerns.sentences(in: words))
    }

    private struct Content: Encodable {
        let directory: String
        let owner: Account
        let group, readers: Nullable<Account>
        let changed: Nullable<Int>
        let concerns: [String]
    }
}

/// A user or a group, with the name that the machine knows it by.
package struct Account: Encodable {
    package let number: UInt32
    package let name: String?

    package init(user: uid_t) {
        number = user
        name = Accounts.name(ofUser: user)
    }

    package init(group: gid_t) {
        number = group
        name = Accounts.name(ofGroup: group)
    }

    /// The name, or else the number: commands take either.
    package var text: String { name ?? "\(number)" }
}

/// The files of a ledger that those cannot use with whom it is shared, or that others can.
package struct FileConcerns {
    private let sharing: Sharing
    private let deviations: [Deviation]
    /// But for the user.
    private let owners: [uid_t: Account]

    package init(ofLedgerAt directory: String) throws {
        sharing = try Sharing(of: directory)
        deviations = try sharing.deviations(in: directory)
        let others = Set(deviations.map(\.owner)).subtracting([geteuid()])
        owners = Dictionary(uniqueKeysWithValues: others.map { ($0, Account(user: $0)) })
    }

    package var count: Int { deviations.count }

    /// Each with the command that mends it.
    package func sentences(in words: any Wording) -> [String] {
        let command = words.command(for: sharing)
        return deviations.map {
            words.deviation($0, from: sharing, mendedBy: command, owner: owners[$0.owner])
        }
    }
}
