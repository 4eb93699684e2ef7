import Coordinates

// Days, weeks and months: what a calendar on the wall shows.

extension Phrase {
    /// `31 maj 2014`, `den 1:a maj`, `femte mars`, `15/3 2015`, `2014-05-31`, `sista augusti`.
    mutating func day() -> NamedTime? {
        attempt { phrase in
            _ = phrase.take("den")
            return phrase.isoDay() ?? phrase.slashedDay() ?? phrase.lastDay()
                ?? phrase.dayOfMonth()
        }
    }

    private mutating func isoDay() -> NamedTime? {
        guard let year = token(ahead: 0)?.number(digits: 4), isGlued(.dash, ahead: 1),
            let month = glued(ahead: 2), isGlued(.dash, ahead: 3), let day = glued(ahead: 4),
            Self.years.contains(year), CalendarDate(year: year, month: month, day: day) != nil
        else { return nil }
        skip(5)
        var time = NamedTime(.day, .day(MonthDay(month: month, day: day)))
        time.year = .written(year)
        return time
    }

    private mutating func slashedDay() -> NamedTime? {
        attempt { phrase in
            guard let day = phrase.next?.number(digits: 1...2), phrase.isGlued(.slash, ahead: 1),
                phrase.token(ahead: 2)?.touchesPrevious == true,
                let month = phrase.token(ahead: 2)?.number(digits: 1...2)
            else { return nil }
            phrase.skip(3)
            _ = phrase.isGlued(.slash, ahead: 0) && phrase.take(.slash)
            return phrase.dated(day, month)
        }
    }

    private mutating func lastDay() -> NamedTime? {
        attempt { phrase in
            guard phrase.take("sista") else { return nil }
            phrase.take(oneOf: ["dag", "dagen"])
            phrase.take(oneOf: ["i", "av"])
            guard let month = phrase.monthName() else { return nil }
            return NamedTime(.day, .day(MonthDay(month: month))).dated(by: phrase.yearSuffix())
        }
    }

    private mutating func dayOfMonth() -> NamedTime? {
        attempt { phrase in
            guard let day = phrase.dayNumber(),
                let month = phrase.monthName(in: Lexicon.monthsAfterDay)
            else { return nil }
            return phrase.dated(day, month)
        }
    }

    /// `1–15 mars 2016`, and with "och" where it follows "mellan".
    mutating func dayRange(joinedBy joint: (inout Phrase) -> Bool) -> NamedTime? {
        attempt { phrase in
            _ = phrase.take("den")
            guard let first = phrase.dayNumber(), joint(&phrase) else { return nil }
            _ = phrase.take("den")
            guard let last = phrase.dayNumber(), first < last,
                let month = phrase.monthName(in: Lexicon.monthsAfterDay)
            else { return nil }
            let stretch = Stretch(
                first: MonthDay(month: month, day: first),
                last: MonthDay(month: month, day: last))
            return NamedTime(.day, stretch).dated(by: phrase.yearSuffix())
        }
    }

    private mutating func dayNumber() -> Int? {
        guard let number = next?.number(digits: 1...2) else { return ordinal() }
        skip()
        return number
    }

    private mutating func dated(_ day: Int, _ month: Int) -> NamedTime? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return NamedTime(.day, .day(MonthDay(month: month, day: day))).dated(by: yearSuffix())
    }

    /// `januari`, `jan.`, `maj månad`.
    mutating func monthName(in months: [String: Int] = Lexicon.months) -> Int? {
        guard let name = word, let month = take(from: months) else { return nil }
        if name.count <= 4 { _ = take(.mark(".")) }
        _ = take("månad")
        return month
    }

    /// `oktober 2012`, or `2014-03` where it cannot be a period of years as well.
    mutating func month() -> NamedTime? {
        if let month = monthName() {
            return NamedTime(.month, .months(month)).dated(by: yearSuffix())
        }
        guard let year = next?.number(digits: 4), Self.years.contains(year),
            isGlued(.dash, ahead: 1), let month = glued(ahead: 2), (1...12).contains(month),
            month <= year % 100, !isGlued(.dash, ahead: 3)
        else { return nil }
        skip(3)
        var time = NamedTime(.month, .months(month))
        time.year = .written(year)
        return time
    }

    /// `vecka 12 2015`, `v. 12`, `v12`.
    mutating func week() -> NamedTime? {
        attempt { phrase in
            guard phrase.take("vecka") || phrase.take(abbreviation: ["v"]),
                let week = phrase.next?.number(digits: 1...2)
            else { return nil }
            phrase.skip()
            return NamedTime(week: week).dated(by: phrase.yearSuffix())
        }
    }

    private func isGlued(_ kind: Token.Kind, ahead count: Int) -> Bool {
        guard let token = token(ahead: count) else { return false }
        return token.kind == kind && token.touchesPrevious
    }

    /// Two digits that stand right after what comes before them.
    private func glued(ahead count: Int) -> Int? {
        guard let token = token(ahead: count), token.touchesPrevious else { return nil }
        return token.number(digits: 2)
    }
}
