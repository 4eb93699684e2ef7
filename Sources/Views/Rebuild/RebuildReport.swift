package import Coordinates
package import TransparencyLog

/// What a rebuild made, and how it compares with what was there.
package struct RebuildReport: Sendable {
    package let size: TreeSize
    /// The root of the log of that size.
    package let root: Hash
    package let modules: [ModuleDigest]
    package let comparison: Comparison

    /// How the new rows compare with those that they replace.
    package enum Comparison: Sendable {
        /// There were none.
        case none
        /// They could not be read: damaged, of another history, or of another version.
        case unreadable(any Error)
        /// Where they differ, once those before have taken in what they had not absorbed.
        case compared([Drift])
    }

    /// Where the rows that were there differ; none where there were none to compare.
    package var drifts: [Drift] {
        if case .compared(let drifts) = comparison { drifts } else { [] }
    }

    package var isClean: Bool {
        switch comparison {
        case .none: true
        case .unreadable: false
        case .compared(let drifts): drifts.isEmpty
        }
    }
}

/// The rows of one module, in short.
package struct ModuleDigest: Hashable, Sendable {
    package let name: String
    package let version: Int
    package let rowCount: Int
    /// The root (RFC 9162) of a tree with a leaf for each row, its key followed by its value, in the
    /// order of the keys.
    package let digest: Hash
}

/// A row that was not what the entries give.
package struct Drift: Hashable, Sendable {
    package let module: String
    package let key: UInt64
    /// The first event concerned, by its entry; nil where the row names none.
    package let position: Position?
}
