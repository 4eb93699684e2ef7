package import Coordinates

/// Where the recorded time of new entries comes from.
package enum RecordingTime: Hashable, Sendable {
    /// What the clock shows.
    case clock(Timestamp)
    /// A time that was chosen. Only a rehearsal takes it.
    case rehearsed(Timestamp)
}

extension RecordingTime {
    /// How far a clock may stand behind the last entry before it is taken to be wrong. Within
    /// this, an entry gets the last entry's time: clocks are adjusted, and machines differ a bit.
    package static let clockToleranceMilliseconds: Int64 = 5 * 60 * 1000

    /// The time that the next entry gets: never before the last one's.
    /// - Throws: `EntryLogError.clockBehind`, `.rehearsedTimeGoesBack`, `.notARehearsal`.
    func admitted(
        after last: Timestamp, isRehearsal: Bool
    ) throws(EntryLogError) -> Timestamp {
        switch self {
        case .clock(let now):
            guard now.milliseconds >= last.milliseconds - Self.clockToleranceMilliseconds else {
                throw .clockBehind(now: now, last: last)
            }
            return max(now, last)
        case .rehearsed(let time):
            guard isRehearsal else { throw .notARehearsal }
            guard time >= last else { throw .rehearsedTimeGoesBack(time, last: last) }
            return time
        }
    }
}
