/// The heading of a column, whatever the language.
package enum Heading: CaseIterable {
    case action, answer, answered, area, areaOrGoal, areas, asHeld, asTold, before, by, closed,
        code, column, comment, committee, completed, counts, day, daysLate, deadline, decision,
        delayed, difference, due, effective, ended, followUp, followedBy, forecast,
        forecastAndOutcome, from, guideline, heading, holder, indicator, issued, keyId, kind, late,
        latest, line, missed, name, noDeadline, notStarted, now, number, ongoing, openActions,
        outcome, overdue, paused, period, place, plan, position, recorded, reported, responsible,
        right, shortName, signedBy, since, sinceEntry, size, source, standing, stands, status,
        superseded, takenFor, target, title, to, told, total, under, unit, unread, unreported,
        until, value, what, whatCameOfIt, when, writtenOff
}

/// What a fact of a thing is, whatever the language.
package enum Label: CaseIterable {
    case annex, area, comment, deadline, decision, dnr, followUp, goal, partner, plan, policy,
        readAs
    case revised, standing, status, told
}
