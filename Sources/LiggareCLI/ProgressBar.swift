import Glibc
import Reports
import Synchronization

/// How far something long has come, on the last line of a terminal; nothing where there is none.
final class ProgressBar: Sendable {
    private let noun: String
    private let words: any Wording
    private let start = ContinuousClock.now
    private let isShown = isatty(STDERR_FILENO) == 1
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

    init(of noun: String, in words: any Wording) { (self.noun, self.words) = (noun, words) }

    /// At most ten times a second. Callable from any thread.
    func show(_ done: UInt64, of total: UInt64) {
        guard isShown else { return }
        let now = ContinuousClock.now
        lastShown.withLock { last in
            if let last, now - last < .milliseconds(100) { return }
            last = now
            write("\r" + words.progress(done, of: total, noun, after: now - start) + "\u{1b}[K")
        }
    }

    /// Takes the bar away, for what is printed next.
    func clear() {
        if lastShown.withLock({ $0 }) != nil { write("\r\u{1b}[K") }
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
