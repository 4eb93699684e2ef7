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
    static let configuration = CommandConfiguration(.found)

    @OptionGroup var options: LedgerOptions

    @Argument(help: .of(.initName)) var name: String

    @Option(help: .of(.initOrigin)) var origin: String

    @Option(help: .of(.initTimeZone)) var timeZone = "Europe/Stockholm"

    @Option(help: .of(.initShared, "group")) var shared: String?

    @Flag(help: .of(.initRehearsal)) var rehearsal = false

    @Option(help: .of(.initRecorded, "timestamp")) var recorded: String?

    @Option(help: .of(.initCommandID)) var commandID: String?

    @OptionGroup var keys: KeyOptions

    func run() throws {
        try options.reporting {
            let directory = try options.directory()
            guard Founding.isName(name) else { throw UsageError.badFoundingText("name") }
            guard Founding.isOrigin(origin) else { throw UsageError.badOrigin(origin) }
            let zone = try CivilTimeZone(timeZone)
            let time = try Surroundings.recordingTime(
                recorded, isChecked: true, noon: zone.noon(of:))
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
        let signer = try? keys.signer()
        let isSame = try ledger.wasFounded(
            name: name, origin: origin, timeZone: timeZone, isRehearsal: rehearsal,
            by: signer?.publicKey, commandID: try commandID.map { try Surroundings.commandID($0) })
        guard isSame else { throw EntryLogError.alreadyFounded(path: directory) }
        try share(directory, with: group)
        let keyFile = try keys.userKey().file
        try printFounding(ledger, in: directory, keyFile, isNewKey: false, isAgain: true)
    }

    private func printFounding(
        _ ledger: Ledger, in directory: String, _ keyFile: KeyFile, isNewKey: Bool,
        isAgain: Bool = false
    ) throws {
        let receipt = try ledger.foundingReceipt()
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
