import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Glibc
import Keys
import Programs
import Registry
import Reports
import Sharing
import TransparencyLog

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Found a ledger, and make a key for yourself if you have none.",
        discussion: "You are its first steward; key grant lets others record.")

    @OptionGroup var options: LedgerOptions

    @Argument(help: "The ledger's name, such as \"Dals-Ed\".")
    var name: String

    @Option(help: "A DNS-like name that no other log has, such as dals-ed.se/handlingsplaner.")
    var origin: String

    @Option(help: "The IANA time zone in which the ledger's dates are days.")
    var timeZone = "Europe/Stockholm"

    @Option(
        help: ArgumentHelp(
            "Let a group record, by its name or number. See share.", valueName: "group"))
    var shared: String?

    @Flag(help: "Found a rehearsal: its recorded times can be chosen, and it proves nothing.")
    var rehearsal = false

    @Option(
        help: ArgumentHelp(
            "In a rehearsal: when it was founded, as an RFC 3339 time or a day.",
            valueName: "timestamp"))
    var recorded: String?

    @Option(help: "Names the command; by default at random, so that no two ledgers are the same.")
    var commandID: String?

    @OptionGroup var keys: KeyOptions

    func run() throws {
        try options.reporting {
            let directory = try options.directory()
            guard Founding.isName(name) else { throw UsageError.badFoundingText("name") }
            guard Founding.isOrigin(origin) else { throw UsageError.badOrigin(origin) }
            let zone = try CivilTimeZone(timeZone)
            let time = try Surroundings.recordingTime(recorded, noon: zone.noon(of:))
            let group = try shared.map { try Accounts.group($0) }
            if let ledger = try existingLedger(in: directory) {
                return try answerAgain(ledger, in: directory, sharedWith: group)
            }
            let (signer, keyFile, isNew) = try ownSigner()
            let checkpointKey = try Surroundings.checkpointKeyFile().loadOrMake().key
            let founding = Founding(
                name: name, origin: origin, timeZone: timeZone, founder: signer.publicKey,
                checkpointKey: checkpointKey.publicKey,
                isRehearsal: rehearsal)
            let ledger = try Ledger.found(
                at: directory, founding, commandID: try Surroundings.commandID(commandID),
                time: time, signedBy: signer)
            try share(directory, with: group)
            try printFounding(ledger, in: directory, keyFile, isNewKey: isNew)
        }
    }

    /// Nil also where there is one that cannot be read; but who may not look must not found another.
    private func existingLedger(in directory: String) throws -> Ledger? {
        do {
            return try Ledger.open(at: directory, .readOnly)
        } catch let closed as ClosedLedger {
            throw closed
        } catch {
            return nil
        }
    }

    private func share(_ directory: String, with group: gid_t?) throws {
        guard let group else { return }
        _ = try Sharing(group: group).apply(toLedgerAt: directory)
    }

    /// What was founded before, perhaps by a command that was cut off before it could say so, is
    /// answered as a command that is sent again.
    private func answerAgain(
        _ ledger: Ledger, in directory: String, sharedWith group: gid_t?
    ) throws {
        let founding = ledger.log.founding
        let isSame = try ledger.log.read { log in
            let first = try log.entry(at: Position(0)) { $0.commandID }
            return try commandID.map { try Surroundings.commandID($0) == first }
                ?? (log.size == TreeSize(1))
        }
        let signer = try? keys.signer()
        guard isSame, founding.name == name, founding.origin == origin,
            founding.timeZone == timeZone, founding.isRehearsal == rehearsal,
            founding.founder == signer?.publicKey
        else { throw EntryLogError.alreadyFounded(path: directory) }
        try share(directory, with: group)
        let keyFile = try keys.userKey().file
        try printFounding(ledger, in: directory, keyFile, isNewKey: false, isAgain: true)
    }

    private func printFounding(
        _ ledger: Ledger, in directory: String, _ keyFile: KeyFile, isNewKey: Bool,
        isAgain: Bool = false
    ) throws {
        let receipt = try ledger.log.read { log in
            try log.receipt(of: try log.entry(at: Position(0)) { $0.commandID })
        }
        guard let receipt else {
            throw EntryLogError.damagedEntry(Position(0), "there is no record of its command")
        }
        try options.print(
            FoundingOutput(
                ledger.log.founding, id: ledger.log.id, directory: directory, receipt: receipt,
                keyPath: keyFile.path, isNewKey: isNewKey, isAgain: isAgain), of: receipt)
    }

    /// The user's key; a new one where there is none at the usual place.
    private func ownSigner() throws -> (any Signer, KeyFile, isNew: Bool) {
        let user = try keys.userKey()
        do {
            return (try keys.signer(), user.file, isNew: false)
        } catch KeyFileError.missing where !user.isNamed {
            return (try user.file.loadOrMake().key, user.file, isNew: true)
        }
    }
}
