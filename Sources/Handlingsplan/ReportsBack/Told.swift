package import Coordinates

/// The third time: what a committee had been told (vad nämnden visste).
package struct Told: Hashable, Sendable {
    /// The day of the meeting.
    package let meeting: CalendarDate
    /// The last entry that the report took into account.
    package let from: Position
    /// The entry that records that the report was made.
    package let recorded: Position

    /// What held on the day of the meeting, as the report had it.
    package var moment: Moment { Moment(effective: meeting, known: from) }
}

extension CommitteeRegister {
    /// The committees as each report had them that a committee, or one before it, had by now.
    func told(to listener: CommitteeNumber) -> [CommitteeRegister] {
        predecessors(of: listener).flatMap { self[$0].reportsBack.visible(at: moment) }.map {
            at(Moment(effective: $0.stamp.effective, known: $0.value.from))
        }
    }
}

extension ActionStory {
    /// The last report about the action that a committee, or one before it, had by the register's
    /// moment; nil where there was none.
    package func told(to listener: CommitteeNumber, in register: CommitteeRegister) -> Told? {
        register.predecessors(of: listener)
            .compactMap { told(in: register[$0].reportsBack, by: register.moment) }
            .max { ($0.meeting, $0.recorded) < ($1.meeting, $1.recorded) }
    }

    private func told(in reports: Timeline<ReportBack>, by moment: Moment) -> Told? {
        for item in reports.latestFirst(at: moment) {
            let told = Told(
                meeting: item.stamp.effective, from: item.value.from,
                recorded: item.stamp.position)
            if isCovered(by: item.value.scope, at: told.moment) { return told }
        }
        return nil
    }

    /// Whether a report of this scope is also about this action, as it was then.
    func isCovered(by scope: ReportBack.Scope, at moment: Moment) -> Bool {
        guard standing(at: moment) != nil else { return false }
        return switch scope {
        case .everything: true
        case .document(let number): document.value(at: moment) == number
        case .actions(let numbers): numbers.contains(number)
        }
    }
}

extension ActionStory {
    /// Whether some committee was told of the action after it was reported completed.
    package func isReportedBack(in register: CommitteeRegister) -> Bool {
        let completed = reports.latestFirst(at: register.moment)
            .first { $0.value.status == .completed }?.stamp.position
        guard let completed else { return false }
        return register.all.contains { committee in
            told(in: register[committee].reportsBack, by: register.moment)
                .map { $0.from >= completed } ?? false
        }
    }

    /// Whether all committees that answer for the action have completed it.
    package func isCompleted(in register: CommitteeRegister) -> Bool {
        Consolidation(shares(in: register)).status == .completed
    }
}

extension ActionStory {
    /// The entries by which some committee was told of the action, ascending.
    package func tellings(in register: CommitteeRegister) -> [Position] {
        register.all.flatMap { committee in
            register[committee].reportsBack.items.filter { item in
                isCovered(
                    by: item.value.scope,
                    at: Moment(effective: item.stamp.effective, known: item.value.from))
            }.map(\.stamp.position)
        }.sorted()
    }
}
