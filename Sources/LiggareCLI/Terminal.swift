import Failures
import Glibc
import Keys
import Reports

/// The terminal that the user sits at, wherever input and output go.
struct Terminal: ~Copyable {
    private let descriptor: Int32

    private init?() {
        descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        if descriptor < 0 { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Asks for the passphrase of a key, without showing it.
    /// - Throws: `UnansweredPassphrase`.
    static func ask(
        _ question: String, for path: String
    ) throws(UnansweredPassphrase) -> Passphrase {
        guard let terminal = Terminal() else { throw .noTerminal(path) }
        guard let answer = terminal.hiddenAnswer(to: question), let passphrase = Passphrase(answer)
        else { throw .none(path) }
        return passphrase
    }

    /// Asks for a new passphrase twice, since a slip would lock the key for ever.
    static func askTwice(
        for path: String, in words: any Wording
    ) throws(UnansweredPassphrase) -> Passphrase {
        let first = try ask(words.newPassphrase(for: path), for: path)
        let second = try ask(words.samePassphrase, for: path)
        guard first == second else { throw .different }
        return first
    }

    /// A line of the user's, which is not shown; nil where there is none.
    private func hiddenAnswer(to question: String) -> [UInt8]? {
        var shown = termios()
        guard tcgetattr(descriptor, &shown) == 0 else { return nil }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        // Whoever is asked may rather stop the program. The signal is held back until the terminal
        // shows again what is typed.
        let signals = HeldSignals([SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP])
        defer { signals.release() }
        tcsetattr(descriptor, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(descriptor, TCSAFLUSH, &shown)
            say("\n")
        }
        say(question)
        while !signals.haveCome {
            var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&readable, 1, 100) > 0 else { continue }
            return line()
        }
        return nil
    }

    private func line() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: Passphrase.byteLimit + 2)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return Array(bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") })
    }

    private func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }
}
