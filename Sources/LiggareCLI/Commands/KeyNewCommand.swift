import ArgumentParser
import Keys
import Reports
import TransparencyLog

struct KeyNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.keyNew)

    @OptionGroup var options: LedgerOptions

    @Option(help: .of(.keyNewFile, "file")) var file: String?

    @Flag(help: .of(.keyNewPassphrase)) var passphrase = false

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
