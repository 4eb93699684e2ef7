import Answers
import ArgumentParser
import Failures
import Glibc
import Reports

/// What is said where the program cannot go on, and nothing can be thrown: storage is read as memory,
/// so damage in it may end in a signal, or in LMDB's own assertion.
///
/// A fault of ours, which Swift ends with SIGILL or SIGTRAP, is left to be seen as one.
enum LastWords {
    /// Prepared before, since a signal's handler may ask for no memory.
    nonisolated(unsafe) private static var sentence: UnsafeMutablePointer<CChar>?
    nonisolated(unsafe) private static var byteCount = 0

    /// From now on a signal that damage brings about is told as a failure of the storage. A file that
    /// may not grow is told by the call that fails, and not by a signal.
    static func prepare(asJSON: Bool, in words: any Wording) {
        signal(SIGXFSZ, SIG_IGN)
        let text =
            asJSON
            ? json(FailureOutput(words.cutShort, .storage("cut-short")))
            : "liggare: " + words.cutShort
        sentence = strdup(text + "\n")
        byteCount = text.utf8.count + 1
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in
            _ = write(STDERR_FILENO, LastWords.sentence, LastWords.byteCount)
            _exit(ExitCode(.storage).rawValue)
        }
        for signal in [SIGBUS, SIGSEGV, SIGABRT] { sigaction(signal, &action, nil) }
    }
}
