import EntryLog
import Glibc
import Keys
import TransparencyLog

extension English {
    func passphrase(for path: String) -> String { "Passphrase for \(path): " }
    func newPassphrase(for path: String) -> String { "New passphrase for \(path): " }
    var samePassphrase: String { "The same again: " }

    func newKey(_ key: NewKeyOutput) -> String {
        """
        A new key for you is in \(key.path). Keep a copy of it: nobody can make it again.
        Its id is \(key.publicKey.id). Send its public key to a steward of the ledger:
        \(key.publicKey.openSSH)
        """
    }

    func key(_ error: KeyFileError) -> String {
        switch error {
        case .missing(let path):
            "you have no key in \(path). Make one with liggare key new, or copy your key there."
        case .exists(let path):
            "\(path) exists already, and was left as it is. Use that key, or choose another place "
                + "with --file."
        case .looseMode(let path, let mode):
            "others can read your key: \(path) has mode 0\(String(mode, radix: 8)). "
                + "Run chmod 600 on it, and if others may have read it, ask for a new one."
        case .unread(let path, let reason): unreadKey(reason, in: path)
        case .wrongPassphrase(let path):
            "the passphrase does not open \(path). Try again, or restore the file from your copy."
        case .failed(let path, let code):
            "\(path) cannot be used: \(cause(code)). Check its permissions."
        }
    }

    private func unreadKey(_ reason: UnreadKey, in path: String) -> String {
        switch reason {
        case .malformed: "\(path) is no Ed25519 key in PEM. Restore it from your copy."
        case .otherAlgorithm:
            "\(path) is a key of another kind than Ed25519. Make one with liggare key new, or name "
                + "another with --key."
        case .lockedByOpenSSH:
            "\(path) is locked as only OpenSSH unlocks it. Add it to your agent with ssh-add, and "
                + "name its .pub file with --key."
        case .otherEncryption:
            "\(path) is locked in a way that is not read here. Lock it anew with "
                + "openssl pkcs8 -topk8 -v2 aes-256-cbc."
        case .notPlain: "\(path) must hold a private key without a passphrase. Restore it."
        }
    }

    func passphraseFile(_ error: PassphraseFileError) -> String {
        switch error {
        case .missing(let path):
            "there is no file \(path) with a passphrase. Check --passphrase-file."
        case .looseMode(let path, let mode):
            "others can read your passphrase: \(path) has mode 0\(String(mode, radix: 8)). "
                + "Run chmod 600 on it, and if others may have read it, choose a new one."
        case .noPassphrase(let path):
            "\(path) has no passphrase on its first line: one of 1 to 1024 bytes. Write it there."
        case .failed(let path, let code):
            "\(path) cannot be read: \(cause(code)). Check its permissions."
        }
    }

    func passphrase(_ error: UnansweredPassphrase) -> String {
        switch error {
        case .noTerminal(let path):
            "\(path) needs a passphrase, and there is no terminal to ask for it on. "
                + "Name a file that has it with --passphrase-file."
        case .none(let path): "no passphrase was given for \(path). Try again."
        case .different: "the two passphrases differ. No key was made. Try again."
        }
    }

    func agent(_ error: AgentError) -> String {
        switch error {
        case .noAgent(let key):
            "no agent is there to sign with your key \(key.id): SSH_AUTH_SOCK is not set. "
                + "Start one with ssh-agent, and add the key with ssh-add."
        case .lacksKey(let key):
            "the agent does not have your key \(key.id). Add it with ssh-add."
        case .refused(let key):
            "the agent refused to sign with your key \(key.id). Confirm the signature when it "
                + "asks, or see that it is not locked."
        case .wrongSignature(let key):
            "what the agent gave is no signature by your key \(key.id), and was not used. "
                + "Use another agent."
        case .timedOut(let path, let seconds):
            "the agent at \(path) did not answer within \(count(seconds, "second")). Try again."
        case .tooLarge(let byteCount):
            "an agent takes no message of \(byteCount) bytes. Divide the command, or sign with a "
                + "key in a file."
        case .malformed(let path):
            "what answers at \(path) is no agent of keys. Check SSH_AUTH_SOCK."
        case .failed(let path, let code):
            "the agent at \(path) cannot be reached: \(cause(code)). "
                + "Check SSH_AUTH_SOCK."
        }
    }
}
