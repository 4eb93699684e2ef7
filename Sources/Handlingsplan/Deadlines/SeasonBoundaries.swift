/// The first month of each season; each runs to the month before the next begins.
///
/// Only winter may run into another year. One that begins in January lies in the second of the
/// two years that it is named by, "vintern 2023/2024", and any other begins in the first.
package struct SeasonBoundaries: Hashable, Sendable {
    package let spring: Int
    package let summer: Int
    package let autumn: Int
    package let winter: Int

    /// Nil unless spring, summer and autumn follow each other within a year, and winter begins
    /// after autumn or in a January before spring.
    package init?(spring: Int, summer: Int, autumn: Int, winter: Int) {
        let months = 1...12
        guard [spring, summer, autumn, winter].allSatisfy(months.contains),
            spring < summer, summer < autumn, autumn < winter || (winter == 1 && winter < spring)
        else { return nil }
        self.spring = spring
        self.summer = summer
        self.autumn = autumn
        self.winter = winter
    }

    /// Spring is March to May, summer June to August, autumn September to November.
    package static let standard = SeasonBoundaries(spring: 3, summer: 6, autumn: 9, winter: 12)!

    /// The months of a season, counted from the year in which it begins.
    func months(of season: Season) -> Stretch {
        let (first, next) =
            switch season {
            case .spring: (spring, summer)
            case .summer: (summer, autumn)
            case .autumn: (autumn, winter)
            case .winter: (winter, spring)
            }
        return .months(first, count: next > first ? next - first : next + 12 - first)
    }
}

enum Season {
    case spring, summer, autumn, winter
}
