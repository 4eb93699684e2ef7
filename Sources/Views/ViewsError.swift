package import Coordinates
package import Failures

/// What is wrong with the stored views. They can always be rebuilt from the log.
package enum ViewsError: Error, Hashable, Sendable {
    case damaged(String)
    /// The rows were derived from another history than the log's, or from a longer one.
    case strangers(absorbed: TreeSize, log: TreeSize)
}

extension ViewsError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .damaged(let detail): detail
        case .strangers(let absorbed, let log):
            "they were derived from \(absorbed) entries, which the log, with \(log), does not begin "
                + "with"
        }
    }
}

extension ViewsError: Failing {
    package var failureKind: FailureKind { .storage("damaged-views") }
}
