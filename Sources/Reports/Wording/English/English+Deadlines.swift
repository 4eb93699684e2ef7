import Coordinates
import Handlingsplan

extension English {
    func trial(_ deadline: Deadline) -> String {
        deadline.reading.map(reading)
            ?? "Not read: \"\(deadline.text)\" would be kept as it stands, without dates."
    }

    func reading(_ reading: DeadlineReading) -> String {
        var parts: [String] = []
        if let earliest = reading.earliest { parts.append("earliest \(earliest)") }
        if let latest = reading.latest { parts.append("latest \(latest)") }
        if let recurrence = reading.recurrence { parts.append(rhythm(recurrence)) }
        if let relation = reading.relation { parts.append("tied to \"\(relation)\"") }
        if let receiver = reading.receiver { parts.append("for \(receiver)") }
        let precision =
            switch reading.precision {
            case nil: ""
            case .months: " months"
            case let precision?: " a \(precision.rawValue)"
            }
        return
            ([
                (parts.isEmpty ? "no day" : parts.joined(separator: ", "))
                    + " (\(reading.mode.rawValue)\(precision))"
            ]
            + reading.assumptions.map { "Assumed: " + assumption($0) + "." })
            .joined(separator: "\n")
    }

    private func rhythm(_ recurrence: Recurrence) -> String {
        let interval = recurrence.interval == 1 ? "" : "\(recurrence.interval) "
        let on = recurrence.on.map(\.description).joined(separator: " and ")
        return "every \(interval)\(recurrence.every.rawValue)" + (on.isEmpty ? "" : " on \(on)")
            + (recurrence.until.map { " until \"\($0)\"" } ?? "")
    }

    private func assumption(_ assumption: Assumption) -> String {
        switch assumption {
        case .yearFromGiven: "no year is written, and the first that fits the decision is taken"
        case .yearUnknown:
            "no year is written, and none follows from a decision, so there are no days"
        case .beforeStrictly: "what is to be done before a time is done when it begins"
        case .beforeIncluded: "what is to be done before a time may be done within it"
        case .afterStrictly: "what is to be done after a time begins when it is over"
        case .endIncluded: "what is to be done to a time may be done within it"
        case .seasonBoundaries: "the seasons begin in the months that are settled for them"
        case .seasonHalves: "early and late are the halves of a season"
        case .winterBeginsInYear: "a winter is that which begins in its year"
        case .thirds: "a beginning, a middle and an end are thirds"
        case .gapIncluded: "the months between those named count, too"
        case .electionYearsNamed: "the years named are those of the elections"
        case .evenlySpread: "the times are spread evenly"
        case .atLeastThisOften: "it may be more often"
        }
    }
}
