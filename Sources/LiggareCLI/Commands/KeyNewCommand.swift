import ArgumentParser
import Keys
import Reports
import TransparencyLog

struct KeyNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a key for yourself where there is none.",
        discussion: "No ledger is needed, and no key is ever overwritten.")

    @OptionGroup var options: LedgerOptions

    @Option(
        help: ArgumentHelp(
            "Where to keep it; by default where your key is looked for.", valueName: "file"))
    var file: String?

    @Flag(help: "Lock it with a passphrase, for which you are asked twice.")
    var passphrase = false

    @OptionGroup var given: PassphraseOptions

    func run() throws {
        try options.reporting {
            let keyFile = try Surroundings.userKey(named: file).file
            guard !keyFile.exists else { throw KeyFileError.exists(keyFile.path) }
            let key = SigningKey()
            try keyFile.store(key, lockedWith: try newPassphrase(for: keyFile))
            options.print(NewKeyOutput(publicKey: key.publicKey, path: keyFile.path))
        }
    }

    private func newPassphrase(for file: KeyFile) throws -> Passphrase? {
        guard passphrase || given.passphraseFile != nil else { return nil }
        return try given.given()
            ?? Terminal.askTwice(
                for: file.path, in: Surroundings.wording())
    }
}
