package import Coordinates

/// Where the files of a published ledger stand, below its directory or address: as C2SP tlog-tiles
/// has them, and beside those what helps to check them. `how-to-check.md` describes them all.
package enum PublishedLayout {
    package static let checkpoint = "checkpoint"
    package static let verificationKey = "liggare/verification-key"
    package static let checkpoints = "liggare/checkpoints"
    /// Which checkpoints are kept there: their sizes, one a line.
    package static let checkpointSizes = "liggare/checkpoints/sizes"

    package static func checkpoint(of size: TreeSize) -> String { "\(checkpoints)/\(size.count)" }
}
