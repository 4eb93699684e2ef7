import ArgumentParser
import EntryLog
import Failures
import Files
import Glibc
import Programs
import Reports
import Sharing

struct ShareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.share)

    @OptionGroup var options: LedgerOptions

    @Argument(help: .of(.shareGroup)) var group: String?

    @Option(help: .of(.shareReaders, "group")) var readers: String?

    @Flag(help: .of(.shareNoReaders)) var noReaders = false

    @Flag(help: .of(.shareNobody)) var nobody = false

    func run() throws {
        try options.reporting {
            let directory = try options.directory()
            try requireLedger(in: directory)
            guard let wanted = try wanted(after: try Sharing(of: directory)) else {
                options.print(try SharingOutput(of: directory))
                return
            }
            let (changed, left) = try wanted.apply(toLedgerAt: directory)
            options.print(try SharingOutput(of: directory, changed: changed))
            if !left.isEmpty { throw LeftToOthers(wanted, left) }
        }
    }

    /// Who is to use it from now on; nil where nothing was asked for.
    private func wanted(after now: Sharing) throws -> Sharing? {
        if readers != nil, noReaders { throw UsageError.readersAndNoReaders }
        if nobody {
            guard group == nil, readers == nil else { throw UsageError.nobodyAlone }
            return Sharing()
        }
        if group == nil, readers == nil, !noReaders { return nil }
        let wanted = Sharing(
            group: try group.map { try Accounts.group($0) } ?? now.group,
            readers: noReaders ? nil : try readers.map { try Accounts.group($0) } ?? now.readers)
        if let group = wanted.group, group == wanted.readers { throw UsageError.readersAreWriters }
        return wanted
    }

    /// It is not opened: whoever mends its files need not be one of those whose files they become.
    private func requireLedger(in directory: String) throws {
        try LedgerUse.looking.require(of: directory)
        guard try Folder.isThere(directory + "/log/data.mdb") else {
            throw EntryLogError.notALedger(path: directory)
        }
    }
}
