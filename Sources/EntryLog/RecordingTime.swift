package import Coordinates

/// Where the recorded time of new entries comes from.
package enum RecordingTime: Hashable, Sendable {
    /// What the clock shows, and how far it may be ahead of when the ledger was last seen to; nil where
    /// somebody has looked at the clock.
    case clock(Timestamp, stepLimitMilliseconds: Int64? = RecordingTime.stepLimitMilliseconds)
    /// A time that was chosen. Only a rehearsal takes it.
    case rehearsed(Timestamp)
}

extension RecordingTime {
    /// How far a clock may stand behind the last entry before it is taken to be wrong. Within
    /// this, an entry gets the last entry's time: clocks are adjusted, and machines differ a bit.
    package static let clockToleranceMilliseconds: Int64 = 5 * 60 * 1000

    /// How far a clock may have gone on while nobody saw to the ledger, before somebody is asked to look
    /// at it: an entry that is dated years ahead bars all after it.
    package static let stepLimitMilliseconds: Int64 = 31 * dayLength

    /// The same for a clock of which the system says that nothing keeps it right.
    package static let unsynchronisedStepLimitMilliseconds = dayLength

    private static let dayLength: Int64 = 24 * 60 * 60 * 1000

    /// The time that the next entry gets: never before the last one's, nor one that can't be read back.
    /// - Parameter seen: when the ledger was last seen to, if not by its last entry. Asked where the clock
    ///   has gone on further than it may have.
    /// - Throws: `EntryLogError.clockBehind`, `.clockAhead`, `.clockOutOfRange`,
    ///   `.rehearsedTimeGoesBack`, `.notARehearsal`.
    func admitted(
        after last: Timestamp, isRehearsal: Bool, seen: () -> Timestamp?
    ) throws(EntryLogError) -> Timestamp {
        switch self {
        case .clock(let now, let limit):
            guard Timestamp.recordable.contains(now) else { throw .clockOutOfRange(now) }
            guard now.milliseconds >= last.milliseconds - Self.clockToleranceMilliseconds else {
                throw .clockBehind(now: now, last: last)
            }
            if let limit, !isRehearsal, now.milliseconds - last.milliseconds > limit {
                let seen = max(last, seen() ?? last)
                guard now.milliseconds - seen.milliseconds <= limit else {
                    throw .clockAhead(now: now, seen: seen)
                }
            }
            return max(now, last)
        case .rehearsed(let time):
            guard isRehearsal else { throw .notARehearsal }
            guard time >= last else { throw .rehearsedTimeGoesBack(time, last: last) }
            return time
        }
    }
}
