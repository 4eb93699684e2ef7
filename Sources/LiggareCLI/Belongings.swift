import Coordinates
import Handlingsplan

/// What belongs to a document and has a story of its own: its areas, goals, guidelines and
/// indicators.
struct Belongings {
    var subjects: [Subject] = []
    /// The entries that say something of them or correct it.
    var positions: [Position] = []

    fileprivate mutating func add(_ subject: Subject, _ positions: [Position]) {
        subjects.append(subject)
        self.positions += positions
    }
}

extension LedgerReading {
    func belongings(of document: DocumentNumber) throws(Failure) -> Belongings {
        var belongings = Belongings()
        for area in try areas() where area.document == document {
            belongings.add(.area(area.number), area.positions)
        }
        for goal in try goals() where goal.goal.items.first?.value.document == document {
            belongings.add(.goal(goal.number), goal.positions)
        }
        for story in try guidelines()
        where story.guideline.items.first?.value.document == document {
            belongings.add(.guideline(story.number), story.positions)
        }
        for story in try indicators()
        where story.indicator.items.first?.value.document == document {
            belongings.add(.indicator(story.number), story.positions)
        }
        return belongings
    }
}
