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
    /// Another key signed the entry before it of the same command.
    case command
    /// It was recorded before the last entry that stands, and declares no clock wrong.
    case time
    /// Its content is no act, as the format in force has it.
    case act
    /// It corrects what is not there, is void, or is corrected already.
    case correction
    /// Its signer had no right to record this then.
    case right
    /// It speaks of what is not there, gives a number that is not the next, or corrects what
    /// stands for good.
    case event
    /// It disregards what is not void, or other entries than there are.
    case disregard
    /// It declares a clock wrong, at a time before that of the entries that it leaves right.
    case clock
    /// It raises the format to one that is not above the one in force.
    case format
    /// Nobody would be a steward for good after it.
    case steward

    /// A short word for programs, stable from version to version.
    package var kind: String { "\(self)" }
}

/// The entries of a ledger that are void, by their positions.
package struct VoidEntries: Hashable, Sendable {
    package private(set) var reasons: [Position: VoidReason] = [:]
    /// What was disregarded, by the entry that says so.
    package private(set) var runs: [Position: VoidRun] = [:]

    package init() {}

    package var isEmpty: Bool { reasons.isEmpty }

    /// Ascending.
    package var positions: [Position] { reasons.keys.sorted() }

    /// Those that nobody has dealt with, ascending.
    package var open: [Position] {
        runs.isEmpty ? positions : positions.filter { dealtWithAt($0) == nil }
    }

    /// Nil for one that stands.
    package subscript(position: Position) -> VoidReason? { reasons[position] }

    package func contains(_ position: Position) -> Bool { reasons[position] != nil }

    /// The first entry by which a void one was dealt with; nil where none was.
    package func dealtWithAt(_ position: Position) -> Position? {
        runs.filter { $0.value.contains(position) }.keys.min()
    }

    mutating func add(_ position: Position, _ reason: VoidReason) { reasons[position] = reason }

    mutating func dealWith(_ run: VoidRun, at position: Position) { runs[position] = run }

    var facts: [Position: LogFact] {
        reasons.mapValues { .void($0) }.merging(runs.mapValues { .disregarded($0) }) { $1 }
    }
}
