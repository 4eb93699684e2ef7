package import CBOR
package import Coordinates
package import TransparencyLog

/// How far a log has come: all that the next entry depends on.
package struct Head: Equatable, Sendable {
    /// The right edge of the tree over all entries.
    package let frontier: Frontier
    /// The last entry's recorded time.
    package let recordedAt: Timestamp

    package init(frontier: Frontier, recordedAt: Timestamp) {
        self.frontier = frontier
        self.recordedAt = recordedAt
    }

    package var size: TreeSize { frontier.size }
    package var root: Hash { frontier.root }
}

/// As stored under `meta`/`head`: `{1: size, 2: recorded time, 3: [frontier hashes]}`.
extension Head: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Head in
            let size: TreeSize = try fields.required(1)
            let recordedAt: Timestamp = try fields.required(2)
            let hashes: [Hash] = try fields.required(3)
            guard size.count > 0, let frontier = Frontier(size: size, hashes: hashes) else {
                throw fields.error(.outOfRange)
            }
            return Head(frontier: frontier, recordedAt: recordedAt)
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, size)
            $0.field(2, recordedAt)
            $0.field(3, frontier.hashes)
        }
    }
}
