package import Coordinates
package import Failures

/// What a log refuses, or cannot do. Failures of the storage itself are thrown as `LMDBError`.
package enum EntryLogError: Error, Hashable, Sendable {
    case notALedger(path: String)
    case alreadyFounded(path: String)
    /// The log was written by a newer version of this program.
    case newerFormat(found: UInt64, supported: UInt64)
    /// What is stored contradicts itself.
    case damaged(String)
    /// The same, as one entry's matter.
    case damagedEntry(Position, String)
    /// The log is not what the caller expected: longer, or of this size but with other entries.
    case conflict(expected: Position, actual: Position)
    /// Others recorded faster than this process, which may not hold them back, could read.
    case overtaken
    case clockBehind(now: Timestamp, last: Timestamp)
    /// It has gone on further since somebody saw to the ledger than it is believed unasked.
    case clockAhead(now: Timestamp, seen: Timestamp)
    /// It shows a time that no log can hold.
    case clockOutOfRange(Timestamp)
    case rehearsedTimeGoesBack(Timestamp, last: Timestamp)
    case notARehearsal
    case entryTooLarge(byteCount: Int, limit: Int)
}

extension EntryLogError: Failing {
    package var failureKind: FailureKind {
        switch self {
        case .notALedger: .missing("not-a-ledger")
        case .alreadyFounded: .refused("already-founded")
        case .newerFormat: .refused("newer-format")
        case .damaged, .damagedEntry: .storage("damaged-log")
        case .conflict: .conflict("log-has-grown")
        case .overtaken: .conflict("overtaken")
        case .clockBehind: .refused("clock-behind")
        case .clockAhead: .refused("clock-ahead")
        case .clockOutOfRange: .refused("clock-out-of-range")
        case .rehearsedTimeGoesBack: .refused("rehearsed-time-goes-back")
        case .notARehearsal: .refused("not-a-rehearsal")
        case .entryTooLarge: .refused("entry-too-large")
        }
    }
}
