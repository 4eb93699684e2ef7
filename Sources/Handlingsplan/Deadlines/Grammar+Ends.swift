// The beginning, the middle and the end of a time, and what lies at the very end.

extension Phrase {
    /// `början av hösten`, `mitten av maj 2015`, `slutet av 2015`, `årets slut`.
    mutating func third() -> NamedTime? {
        attempt { phrase in
            if phrase.take("årets", "slut") {
                let year = NamedTime(.year, .months(1, count: 12))
                return year.dated(by: .ofGiven(later: 0)).cut(to: .end)
            }
            guard let third = phrase.take(from: Third.names), phrase.take("av") else { return nil }
            return phrase.uncutTime()?.cut(to: third)
        }
    }

    /// `utgången av 2010`, `årsskiftet 2023/2024`, `månadsskiftet maj/juni 2015`.
    mutating func end() -> NamedTime? {
        attempt { phrase in
            var time = phrase.attempt { $0.closedTime() } ?? phrase.turnOfMonth()
            time?.edge = .end
            return time
        }
    }

    /// The time that an end is of.
    private mutating func closedTime() -> NamedTime? {
        if take("utgången", "av") || take("utgång", "av") { return uncutTime() }
        let year = NamedTime(.year, .months(1, count: 12))
        if take("årets", "utgång") { return year.dated(by: .ofGiven(later: 0)) }
        if take("årsskiftet") { return year.dated(by: yearPair().map { .written($0) }) }
        guard take("halvårsskiftet") else { return nil }
        return NamedTime(.halfYear, .months(1, count: 6)).dated(by: yearSuffix())
    }

    /// Within a year: "december/januari" would need two.
    private mutating func turnOfMonth() -> NamedTime? {
        guard take("månadsskiftet"), let first = monthName(), take(.slash) || take(.dash),
            monthName() == first + 1
        else { return nil }
        return NamedTime(.month, .months(first)).dated(by: yearSuffix())
    }
}

extension NamedTime {
    fileprivate func cut(to third: Third) -> NamedTime? {
        guard let part = stretch.flatMap(third.stretch) else { return nil }
        var time = self
        time.extent = .stretches([part])
        time.assumptions.append(.thirds)
        if third == .end { time.edge = .closing }
        return time
    }
}

/// One of the three thirds of a month, or of whole months that three divides.
enum Third: Int {
    case beginning, middle, end

    static let names: [String: Third] = [
        "början": .beginning, "inledningen": .beginning, "mitten": .middle, "slutet": .end,
    ]

    func stretch(of whole: Stretch) -> Stretch? {
        let (first, last) = (whole.first, whole.last)
        guard first.day == 1, last.day == nil else { return nil }
        let count = last.month - first.month + 1
        if count == 1 {
            let starts = [1, 11, 21]
            return Stretch(
                first: MonthDay(month: first.month, day: starts[rawValue]),
                last: MonthDay(month: last.month, day: self == .end ? nil : 10 * (rawValue + 1)))
        }
        guard count % 3 == 0 else { return nil }
        return .months(first.month + rawValue * count / 3, count: count / 3)
    }
}
