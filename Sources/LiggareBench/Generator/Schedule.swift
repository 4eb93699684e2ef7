import Coordinates

/// How ten years go by.
struct Schedule {
    let events: Int
    private static let start: Int64 = 1_420_200_000_000  // 2 January 2015, at noon UTC
    private static let length: Int64 = 3650 * 86_400_000

    func time(afterEvents count: Int) -> Timestamp {
        Timestamp(milliseconds: Self.start + Self.length / Int64(events) * Int64(count))
    }

    func day(afterEvents count: Int) -> CalendarDate {
        CalendarDate(daysSinceEpoch: time(afterEvents: count).milliseconds / 86_400_000)!
    }
}
