import ArgumentParser
import Coordinates
import EntryLog
import Keys
import Registry
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
            try requireText(name, "name")
            guard Founding.isOrigin(origin) else { throw UsageError.badOrigin(origin) }
            let zone = try CivilTimeZone(timeZone)
            let time = try Surroundings.recordingTime(recorded, noon: zone.noon(of:))
            if (try? Ledger.open(at: directory, .readOnly)) != nil {
                throw EntryLogError.alreadyFounded(path: directory)
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
            try ledger.log.read { log in
                options.print(
                    FoundingOutput(
                        founding, id: ledger.log.id, directory: directory, head: log.head,
                        keyPath: keyFile.path, isNewKey: isNew))
            }
        }
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

    private func requireText(_ text: String, _ what: String) throws {
        guard text.isPlainLine, (1...200).contains(text.utf8.count),
            text.contains(where: \.isLetter)
        else { throw UsageError.badFoundingText(what) }
    }
}
