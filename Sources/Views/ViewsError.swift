package import Coordinates

/// What is wrong with the stored views. They can always be rebuilt from the log.
package enum ViewsError: Error, Hashable, Sendable {
    case damaged(String)
    /// The rows were derived from another history than the log's, or from a longer one.
    case strangers(absorbed: TreeSize, log: TreeSize)
}
