package import Handlingsplan

/// A projection whose rows are the chronicles of one kind of things, each by its dense number.
package protocol StoryProjection: Projection where Row == Chronicle<Kind> {
    associatedtype Kind: Story

    /// The row that holds a subject's chronicle; nil for subjects of another kind.
    static func key(of subject: Subject) -> UInt64?
}

extension StoryProjection {
    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for event in recorded.act.events {
            for key in event.subjects.compactMap(key(of:)) {
                try rows.update(key) { row in
                    try Chronicle.record(event, at: recorded.stamp, in: &row)
                }
            }
        }
        for turned in recorded.turned {
            for key in Set(turned.act.events.flatMap(\.subjects).compactMap(key(of:))) {
                try rows.update(key) { row in
                    row?.turn(itemsFrom: turned.position, at: recorded.position)
                }
            }
        }
    }
}

/// The committee register.
package enum CommitteeRows: StoryProjection {
    package typealias Kind = CommitteeStory
    package static let name = "committees"
    package static let version = 3

    package static func key(of subject: Subject) -> UInt64? {
        if case .committee(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// The steering documents.
package enum DocumentRows: StoryProjection {
    package typealias Kind = DocumentStory
    package static let name = "documents"
    package static let version = 2

    package static func key(of subject: Subject) -> UInt64? {
        if case .document(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// The prioritised areas.
package enum AreaRows: StoryProjection {
    package typealias Kind = AreaStory
    package static let name = "areas"
    package static let version = 2

    package static func key(of subject: Subject) -> UInt64? {
        if case .area(let number) = subject { UInt64(number.value) } else { nil }
    }
}

package enum GoalRows: StoryProjection {
    package typealias Kind = GoalStory
    package static let name = "goals"
    package static let version = 2

    package static func key(of subject: Subject) -> UInt64? {
        if case .goal(let number) = subject { UInt64(number.value) } else { nil }
    }
}

package enum ActionRows: StoryProjection {
    package typealias Kind = ActionStory
    package static let name = "actions"
    package static let version = 3

    package static func key(of subject: Subject) -> UInt64? {
        if case .action(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// The guidelines with their answers.
package enum GuidelineRows: StoryProjection {
    package typealias Kind = GuidelineStory
    package static let name = "guidelines"
    package static let version = 2

    package static func key(of subject: Subject) -> UInt64? {
        if case .guideline(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// The indicators with their targets and observations.
package enum IndicatorRows: StoryProjection {
    package typealias Kind = IndicatorStory
    package static let name = "indicators"
    package static let version = 2

    package static func key(of subject: Subject) -> UInt64? {
        if case .indicator(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// What the ledger has settled about itself: one row, once something has been.
package enum SettingsRows: StoryProjection {
    package typealias Kind = SettingsStory
    package static let name = "settings"
    package static let version = 2

    /// The key of the one row.
    static let only: UInt64 = 1

    package static func key(of subject: Subject) -> UInt64? { subject == .settings ? only : nil }
}

/// Who may record: one row, once a right has been granted or revoked.
package enum KeyRows: StoryProjection {
    package typealias Kind = KeyRegister
    package static let name = "keys"
    package static let version = 2

    /// The key of the one row.
    static let only: UInt64 = 1

    package static func key(of subject: Subject) -> UInt64? { subject == .keys ? only : nil }
}
