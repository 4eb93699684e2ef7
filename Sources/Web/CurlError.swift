package import Failures

/// Why there is no answer.
package enum CurlError: Error, Hashable, Sendable {
    case notInstalled
    /// The system does not let a program run, or talk with it.
    case notRun(errno: Int32)
    /// There is no such host, or nobody listens there.
    case unreachable(url: String, reason: String)
    case timedOut(url: String)
    /// The answer has more bytes than `limit`.
    case tooLarge(url: String, limit: Int)
    /// Something else, in curl's words.
    case failed(url: String, reason: String)
}

extension CurlError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .notInstalled, .notRun: .storage("curl-not-run")
        case .unreachable: .storage("unreachable")
        case .timedOut: .storage("web-timed-out")
        case .tooLarge: .storage("answer-too-large")
        case .failed: .storage("web-failed")
        }
    }
}
