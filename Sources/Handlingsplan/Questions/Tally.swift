/// How many actions there are of each sort. Ended ones are counted as ended and as nothing else.
package struct Tally: Hashable, Sendable {
    private var open: [Status: Int] = [:]
    package private(set) var closed = 0
    package private(set) var writtenOff = 0
    package private(set) var superseded = 0
    /// Of the open ones: those whose last day is past, and that are not completed.
    package private(set) var overdue = 0
    /// Of the open ones: those whose deadline could not be read.
    package private(set) var unread = 0
    /// Of the open ones: those that nobody has set a deadline.
    package private(set) var withoutDeadline = 0
    /// Of the open ones: those of which nobody heard in the last follow-up period or since,
    /// although they were there and are not completed.
    package private(set) var unreported = 0

    package init() {}

    /// One action, with the status that it counts with.
    init(_ action: ActionState, as status: Status, isOverdue: Bool, isUnreported: Bool) {
        switch action.standing {
        case .open:
            open[status] = 1
            overdue = isOverdue ? 1 : 0
            unreported = isUnreported ? 1 : 0
            withoutDeadline = action.deadline == nil ? 1 : 0
            unread = action.deadline.map { $0.reading == nil ? 1 : 0 } ?? 0
        case .closed: closed = 1
        case .writtenOff: writtenOff = 1
        case .superseded: superseded = 1
        }
    }

    /// The open actions with a status.
    package subscript(status: Status) -> Int { open[status, default: 0] }

    package var openCount: Int { open.values.reduce(0, +) }

    /// All actions, open or ended.
    package var count: Int { openCount + closed + writtenOff + superseded }

    static func += (tally: inout Tally, other: Tally) {
        tally.open.merge(other.open, uniquingKeysWith: +)
        tally.closed += other.closed
        tally.writtenOff += other.writtenOff
        tally.superseded += other.superseded
        tally.overdue += other.overdue
        tally.unread += other.unread
        tally.withoutDeadline += other.withoutDeadline
        tally.unreported += other.unreported
    }
}
