import Foundation
import Testing

/// A witness that a test runs: `liggare witness serve`, at a free port.
final class ServedWitness {
    let url: String
    let key: String
    private let running: Running

    /// Starts it in a workplace, in whose folder `witness` it remembers.
    /// - Parameter log: the verification key of the log that it witnesses; by default the ledger's.
    init(in workplace: Workplace, log: String? = nil) throws {
        let identity = ["--state", "witness", "--name", "vittne.example"]
        let log = try log ?? workplace.done("checkpoint", "--verification-key").line
        let key = try workplace.start(["witness", "key"] + identity).outcome().output
        self.key = key.line
        running = try workplace.start(
            ["witness", "serve"] + identity + ["--log", log, "--listen", "127.0.0.1:0"])
        url = try #require(Self.url(of: running))
    }

    deinit { running.kill() }

    private static func url(of running: Running) -> String? {
        for _ in 0..<500 where running.isRunning {
            if let match = running.outputSoFar.firstMatch(of: /listening on (\S+)\n/) {
                return String(match.1)
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
        return nil
    }

    var arguments: [String] { ["--witness", url, "--witness-key", key] }

    /// The lines about requests: when, which log, at which size, with which status.
    var requests: [[Substring]] {
        running.outputSoFar.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
    }

    /// The statuses that it gave.
    var statuses: [Substring] { requests.compactMap(\.last) }

    /// Asks it to end, and waits.
    func stop() throws -> Outcome {
        running.stop()
        return try running.outcome()
    }

    /// Ends it at once.
    func kill() { running.kill() }
}

/// A place where somebody listens, and never says anything. It is gone when let go of.
final class SilentServer {
    let url: String
    private let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)

    init() throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress!
            return bind(listener, address, length) == 0 && listen(listener, 8) == 0
                && getsockname(listener, address, &length) == 0
        }
        try #require(isListening)
        url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    }

    deinit { close(listener) }
}

extension String {
    fileprivate var line: String { trimmingCharacters(in: .newlines) }
}
