package import Coordinates

/// Why an entry is void: it counts for positions, leaves and roots, and for nothing else.
///
/// It follows from the log's bytes alone. Where several hold, the first in this order is the reason.
package enum VoidReason: UInt64, Hashable, Sendable, CaseIterable {
    /// It is not of the form of an entry.
    case malformed = 1
    /// It says that it belongs elsewhere.
    case position
    /// No key of this id had a right before it.
    case signer
    case signature
    /// The entries before it are not those that its signer saw.
    case seal
    /// It was recorded before the last entry that stands.
    case time
    /// Its content is no act.
    case act
    /// It corrects what is not there, is void, or is corrected already.
    case correction
    /// Its signer had no right to record this then.
    case right
    /// It speaks of what is not there, gives a number that is not the next, or corrects a right.
    case event
    /// Nobody would be a steward for good after it.
    case steward

    /// A short word for programs, stable from version to version.
    package var kind: String { "\(self)" }
}

/// The entries of a ledger that are void, by their positions.
package struct VoidEntries: Hashable, Sendable {
    package private(set) var reasons: [Position: VoidReason]

    package init(_ reasons: [Position: VoidReason] = [:]) { self.reasons = reasons }

    package var isEmpty: Bool { reasons.isEmpty }

    /// Ascending.
    package var positions: [Position] { reasons.keys.sorted() }

    /// Nil for one that stands.
    package subscript(position: Position) -> VoidReason? { reasons[position] }

    package mutating func add(_ position: Position, _ reason: VoidReason) {
        reasons[position] = reason
    }

    package func contains(_ position: Position) -> Bool { reasons[position] != nil }
}
