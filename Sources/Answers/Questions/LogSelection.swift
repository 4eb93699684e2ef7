package import Coordinates
package import EntryLog
package import Handlingsplan
package import PlanLog
import TransparencyLog

/// Which entries are listed, and what they speak of is called, as far as a ledger is known.
package struct LogSelection {
    package let size: TreeSize
    package let isMeant: (JudgedEntry) -> Bool
    private let names: Names
    private let voids: VoidEntries

    /// - Parameter isMeant: which entries are, by what things are called.
    package init<Views: LedgerReading>(
        in views: Views, _ isMeant: (Names) throws -> (JudgedEntry) -> Bool
    ) throws {
        size = views.size
        let now = Moment(effective: .endOfCalendar, known: views.size.last ?? Position(0))
        names = try Names(of: views, at: now)
        voids = try views.voids()
        self.isMeant = try isMeant(names)
    }

    package func line(of entry: JudgedEntry) -> LogLine {
        switch entry {
        case .act(let recorded):
            LogLine(
                entry: entry, names: names.on(recorded.act.effective, known: recorded.position),
                dealtWithAt: nil)
        case .void(let position, _):
            LogLine(entry: entry, names: names, dealtWithAt: voids.dealtWithAt(position))
        }
    }
}

extension LogQuestion {
    package func selection<Views: LedgerReading>(
        of founding: Founding, _ views: Views
    ) throws -> LogSelection {
        let (calendar, story) = (try views.calendar(of: founding), try views.logStory())
        return try LogSelection(in: views) { names in
            let isMeant = try filter(views, names)
            return { entry in
                // A void entry says nothing that could be asked for.
                guard case .act(let entry) = entry else { return isWhole }
                let day = calendar.date(
                    of: story.time(of: entry.position, stating: entry.recordedAt))
                return since.map { day >= $0 } ?? true && until.map { day <= $0 } ?? true
                    && isMeant(entry)
            }
        }
    }

    /// Whether entries are meant whatever they say.
    private var isWhole: Bool {
        since == nil && until == nil && committee == nil && document == nil && action == nil
            && event == nil && decision == nil
    }

    /// Whether an entry is meant by what it says.
    private func filter<Views: LedgerReading>(
        _ views: Views, _ names: Names
    ) throws -> (RecordedAct) -> Bool {
        let number = try committee.map { try names.register.required($0).number }
        let subjects = try document.map { slug in
            let number = try views.document(slug, at: names.register.moment).number
            return Set(try views.parts(of: number).subjects + [.document(number)])
        }
        if let action { try views.requireAction(action) }
        return { entry in
            let events = entry.act.events
            let turned = entry.turned.flatMap(\.act.events)
            func anyEvent(_ isMeant: (Event) -> Bool) -> Bool {
                (events + turned).contains(where: isMeant)
            }
            return number.map { number in anyEvent { $0.facts.committees.contains(number) } }
                ?? true
                && subjects.map { subjects in
                    anyEvent { $0.facts.about.contains(where: subjects.contains) }
                } ?? true
                && action.map { action in anyEvent { $0.facts.about.contains(.action(action)) } }
                    ?? true
                && event.map { kind in events.contains { $0.kind == kind } } ?? true
                && decision.map { words in entry.act.reference.decision?.contains(words) ?? false }
                    ?? true
        }
    }
}
