import Coordinates
import Handlingsplan

// Actions are reported on, moved, handed over, corrected and closed.

extension GeneratedActs {
    mutating func single(in municipality: inout Municipality) -> Act {
        let index = chance.index(below: municipality.actions.count)
        let action = municipality.actions[index]
        let event: Event
        switch chance.index(below: 100) {
        case 0..<70: event = .statusReported(action.number, action.committee, report())
        case 70..<80: event = .deadlineSet(action.number, deadline())
        case 80..<90: event = .forecastGiven(action.number, action.committee, forecast())
        case 90..<94:
            event = .actionAmended(action.number, .comment(chance.choice(of: Wording.comments)))
        case 94..<96:
            event = .actionAmended(action.number, .title(chance.choice(of: Wording.titles)))
        default:
            let receiver = chance.choice(of: municipality.committees)
            event = .responsibilityTransferred(
                action.number, from: action.committee, now: .committees([receiver]))
            municipality.actions[index].committee = receiver
        }
        municipality.latest = position
        return Act(effective: effectiveDay(of: action), events: [event])
    }

    /// An action is closed, where there are enough; else one of them is reported on.
    mutating func closing(in municipality: inout Municipality) -> Act {
        guard municipality.actions.count > Self.runningActions else {
            return single(in: &municipality)
        }
        let index = chance.index(below: municipality.actions.count)
        let action = municipality.actions.remove(at: index)
        return Act(effective: today, events: [.actionClosed(action.number)])
    }

    mutating func correction(in municipality: inout Municipality) -> Act {
        guard let target = municipality.latest else { return single(in: &municipality) }
        municipality.latest = nil
        return Act(
            effective: today,
            events: [.entryCorrected(target, reason: chance.choice(of: Wording.reasons))])
    }

    mutating func reportBack(in municipality: Municipality) -> Act {
        let committee = chance.choice(of: municipality.committees)
        let report = ReportBack(
            from: Position(position.index - 1), scope: .document(municipality.plan!))
        return Act(effective: today, events: [.reportedBack(committee, report)])
    }

    /// Today, or where the act is dated back, up to a year before, but not before the decision.
    mutating func effectiveDay(of action: RunningAction) -> CalendarDate {
        let age = Int(today.daysSinceEpoch - action.decided.daysSinceEpoch)
        guard age > 0, chance.index(below: 100) < 27 else { return today }
        return today.advanced(byDays: -(1 + chance.index(below: min(age, 365))))!
    }

    mutating func decision() -> Reference {
        Reference(decision: "KS \(today) § \(1 + chance.index(below: 150))")
    }

    mutating func report() -> StatusReport {
        let comment = chance.isHit(outOf: 4) ? chance.choice(of: Wording.comments) : nil
        return StatusReport(chance.choice(of: Status.allCases), comment: comment)
    }

    mutating func forecast() -> Forecast {
        let year = today.yearMonthDay.year
        return Forecast(
            chance.choice(of: Forecast.Expectation.allCases), period: Period("\(year)")!)
    }

    mutating func deadline() -> Deadline {
        let month = 1 + chance.index(below: 12)
        let year = today.yearMonthDay.year + 1
        return Deadline(
            text: "Klart senast i \(Wording.months[month - 1]) \(year)",
            reading: DeadlineReading(
                mode: .by, precision: .month,
                latest: CalendarDate.last(ofMonth: month, year: year)))
    }
}
