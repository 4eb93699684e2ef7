package import Audit
package import Coordinates
package import TransparencyLog

/// What a repair found of a log, and what became of it.
package struct RepairReport: Sendable {
    package enum Outcome: Equatable, Sendable {
        /// The log was not damaged, and is as it was.
        case notDamaged
        /// The new log is in place; nil where there was none before.
        case inPlace(damagedKeptAt: String?)
        /// It would be, but nothing was to be changed.
        case wouldBeInPlace
        /// Not all was brought back, or the new log does not verify: nothing is changed.
        case left
    }

    /// What was used of a place.
    package struct Source: Sendable {
        package let place: String
        /// How many entries came from there.
        package internal(set) var taken: UInt64 = 0
        /// What of it could not be used.
        package internal(set) var problems: [any Error] = []

        init(place: String) { self.place = place }
    }

    /// A size that the log once had, and what says so.
    package struct Known: Sendable {
        package enum Evidence: Sendable {
            case checkpoint(in: String)
            /// What the damaged log says of its end.
            case head
            case entries(in: String)
        }

        package let size: TreeSize
        package let from: Evidence
    }

    /// Why the entry of a position was not brought back, and so none after it.
    package enum Gap: Sendable {
        case absent
        /// Several fit, and nothing that follows tells which is right.
        case undecided
    }

    package internal(set) var outcome = Outcome.left
    /// What is wrong with the log as it lies there.
    package internal(set) var damages: [Finding] = []
    package internal(set) var ledger: Hash?
    package internal(set) var isRehearsal = false
    /// The log that was put together.
    package internal(set) var size = TreeSize(0)
    package internal(set) var root = Hash.emptyTree
    /// The largest size that anything says the log had, and what.
    package internal(set) var known: Known?
    /// Why there is no entry at `size.end`, where there was one.
    package internal(set) var gap: Gap?
    /// What was not brought back, and is not readable anywhere.
    package internal(set) var missing: [Range<Position>] = []
    /// What is readable behind the first gap, and fits only once that is closed.
    package internal(set) var unplaced: [Range<Position>] = []
    /// As far as a later entry's seal, or a checkpoint, vouches for each entry.
    package internal(set) var vouched = TreeSize(0)
    /// The largest checkpoint that the entries agree with.
    package internal(set) var checkpoint: OutsideKnowledge.Kept?
    /// The ledger's own log first.
    package internal(set) var sources: [Source] = []
    /// What an audit finds wrong with the new log: it was recorded so.
    package internal(set) var findings: [Finding] = []
    /// Where an earlier repair, which was cut off, left the log that it replaced.
    package internal(set) var finishedEarlier: String?

    package var isComplete: Bool { gap == nil }

    /// Whether the new log holds together, whatever was recorded in it.
    var isSound: Bool { size.count > 0 && !findings.contains(where: \.problem.isOfLog) }

    /// Whether all of the log is back, and an audit of it finds nothing.
    package var isVerified: Bool { isComplete && findings.isEmpty }

    /// Whether nothing is left to see to.
    package var isClean: Bool {
        switch outcome {
        case .notDamaged: true
        case .inPlace, .wouldBeInPlace: isVerified
        case .left: false
        }
    }
}
