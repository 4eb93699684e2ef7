import ArgumentParser
import Keys
import Reports
import TransparencyLog

/// What every command takes that signs.
struct KeyOptions: ParsableArguments {
    @Option(help: .of(.userKey, "file")) var key: String?

    @OptionGroup var passphrase: PassphraseOptions

    func userKey() throws -> UserKey { try Surroundings.userKey(named: key) }

    /// Who signs for the user, who may have to be asked for a passphrase.
    func signer() throws -> any Signer {
        try userKey().signer(agent: Surroundings.agent()) { path in
            try passphrase.given()
                ?? Terminal.ask(
                    Surroundings.wording().passphrase(for: path), for: path)
        }
    }
}

/// A passphrase is never an argument, where others could read it.
struct PassphraseOptions: ParsableArguments {
    @Option(help: .of(.passphraseFile, "file")) var passphraseFile: String?

    /// The passphrase of the file, if one is named.
    func given() throws -> Passphrase? {
        try (passphraseFile ?? Surroundings.variable("LIGGARE_PASSPHRASE_FILE"))
            .map { try Passphrase(firstLineOf: $0) }
    }
}
