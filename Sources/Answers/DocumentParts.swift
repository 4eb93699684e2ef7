package import Coordinates
package import Handlingsplan

/// What belongs to a document and has a story of its own: its areas, goals, guidelines and
/// indicators.
package struct DocumentParts {
    package var subjects: [Subject] = []
    /// The entries that say something of them or correct it.
    package var positions: [Position] = []

    fileprivate mutating func add(_ subject: Subject, _ positions: [Position]) {
        subjects.append(subject)
        self.positions += positions
    }
}

extension LedgerReading {
    package func parts(of document: DocumentNumber) throws(Failure) -> DocumentParts {
        var parts = DocumentParts()
        for area in try areas() where area.document == document {
            parts.add(.area(area.number), area.positions)
        }
        for goal in try goals() where goal.goal.items.first?.value.document == document {
            parts.add(.goal(goal.number), goal.positions)
        }
        for story in try guidelines()
        where story.guideline.items.first?.value.document == document {
            parts.add(.guideline(story.number), story.positions)
        }
        for story in try indicators()
        where story.indicator.items.first?.value.document == document {
            parts.add(.indicator(story.number), story.positions)
        }
        return parts
    }
}
