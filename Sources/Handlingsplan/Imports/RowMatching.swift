import Coordinates

/// Which recorded action each row of a table is.
///
/// It is the one with the same local number and title, else one with its number, else one with
/// its title, and each action is one row at most. So what was renumbered or retitled is found
/// again; what was both is another action.
struct RowMatching {
    private let rows: [Name]
    private let moment: Moment
    /// The recorded actions, by the places of their rows.
    private var found: [Int: ActionStory] = [:]
    /// The recorded actions that no row is, ascending.
    private(set) var missing: [ActionStory]

    private struct Name: Hashable {
        let number: String?
        let title: String?
    }

    /// - Parameter recorded: ascending.
    init(
        _ rows: [ImportedRow], with recorded: [ActionStory], at moment: Moment
    ) throws(Rejection) {
        self.rows = rows.map { Name(number: $0.number, title: $0.title) }
        self.moment = moment
        missing = recorded
        var lines: [Name: Int] = [:]
        for (row, name) in zip(rows, self.rows) {
            if let first = lines.updateValue(row.line, forKey: name) {
                throw .inLine(row.line, .sameActionTwice(firstLine: first))
            }
        }
        match { $0 }
        match { $0.number == nil ? nil : Name(number: $0.number, title: nil) }
        match { Name(number: nil, title: $0.title) }
    }

    /// The action that the row at a place is; nil for a new one.
    subscript(place: Int) -> ActionStory? { found[place] }

    private mutating func match(by part: (Name) -> Name?) {
        var candidates: [Name: [ActionStory]] = [:]
        for story in missing.reversed() {
            let name = Name(
                number: story.localNumber.value(at: moment), title: story.title.value(at: moment))
            if let part = part(name) { candidates[part, default: []].append(story) }
        }
        for (place, name) in rows.enumerated() where found[place] == nil {
            if let part = part(name) { found[place] = candidates[part]?.popLast() }
        }
        let numbers = Set(found.values.map(\.number))
        missing.removeAll { numbers.contains($0.number) }
    }
}
