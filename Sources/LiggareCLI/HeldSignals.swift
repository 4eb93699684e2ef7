import Glibc

/// Signals that wait until the program is ready to obey them.
struct HeldSignals {
    private let signals: [Int32]
    private var before = sigset_t()

    /// Holds them back from now on.
    init(_ signals: [Int32]) {
        self.signals = signals
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_BLOCK, &set, &before)
    }

    /// Whether one has come and waits.
    var haveCome: Bool {
        var pending = sigset_t()
        sigpending(&pending)
        return signals.contains { sigismember(&pending, $0) == 1 }
    }

    /// Lets them through as before, and those that wait, too.
    func release() {
        var before = before
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }
}
