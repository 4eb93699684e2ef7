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
