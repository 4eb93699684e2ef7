import Handlingsplan

/// How many actions there are of each sort, for programs.
struct TallyContent: Encodable {
    let total: Int
    let open: Int
    let statuses: [String: Int]
    let closed: Int
    let writtenOff: Int
    let superseded: Int
    let overdue: Int
    let unread: Int
    let withoutDeadline: Int
    let unreported: Int

    init(_ tally: Tally) {
        total = tally.count
        open = tally.openCount
        statuses = Dictionary(
            uniqueKeysWithValues: Status.allCases.map { ($0.rawValue, tally[$0]) })
        closed = tally.closed
        writtenOff = tally.writtenOff
        superseded = tally.superseded
        overdue = tally.overdue
        unread = tally.unread
        withoutDeadline = tally.withoutDeadline
        unreported = tally.unreported
    }
}
