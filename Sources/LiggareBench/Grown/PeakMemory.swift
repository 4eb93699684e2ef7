import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// The most memory of its own that this process has while something runs, in MiB: without the pages
/// of files that it has mapped, which the system takes back when it needs them. What the process had
/// before counts, too.
func peakMemory(while work: () throws -> Void) rethrows -> Double {
    let sampler = Sampler()
    sampler.start()
    defer { sampler.stop() }
    try work()
    return Double(sampler.stop()) / 1024
}

/// Looks every few milliseconds, on a thread of its own.
private final class Sampler: Sendable {
    private let isDone = Atomic(false)
    private let peak = Atomic(0)
    private let ended = DispatchGroup()

    func start() {
        DispatchQueue(label: "memory").async(group: ended) {
            while !self.isDone.load(ordering: .relaxed) {
                self.peak.max(anonymousKibibytes(), ordering: .relaxed)
                usleep(3000)
            }
        }
    }

    /// - Returns: the most there was, in KiB.
    @discardableResult
    func stop() -> Int {
        isDone.store(true, ordering: .relaxed)
        ended.wait()
        return peak.load(ordering: .relaxed)
    }
}

private func anonymousKibibytes() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("RssAnon:") }),
        let amount = line.split(whereSeparator: \.isWhitespace).dropFirst().first
    else { preconditionFailure("the system says how much memory a process has") }
    return Int(amount) ?? 0
}
