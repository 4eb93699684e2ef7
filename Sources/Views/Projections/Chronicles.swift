package import Handlingsplan

// The modules whose rows are chronicles. Whoever changes how a chronicle is encoded raises all their
// versions; how it is folded is no matter of theirs.

/// The committee register.
package enum CommitteeRows: StoryProjection {
    package typealias Kind = CommitteeStory
    package static let name = "committees"
    package static let version = 3

    package static func isSound(
        _ story: CommitteeStory, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        story.number.value == key && counts.cover(story)
    }
}

/// The steering documents.
package enum DocumentRows: StoryProjection {
    package typealias Kind = DocumentStory
    package static let name = "documents"
    package static let version = 2

    package static func isSound(
        _ story: DocumentStory, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        story.number.value == key && counts.cover(story)
    }
}

/// The prioritised areas.
package enum AreaRows: StoryProjection {
    package typealias Kind = AreaStory
    package static let name = "areas"
    package static let version = 2

    package static func isSound(
        _ story: AreaStory, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        story.number.value == key && counts.cover(story)
    }
}

package enum GoalRows: StoryProjection {
    package typealias Kind = GoalStory
    package static let name = "goals"
    package static let version = 2

    package static func isSound(
        _ story: GoalStory, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        story.number.value == key && counts.cover(story)
    }
}

package enum ActionRows: StoryProjection {
    package typealias Kind = ActionStory
    package static let name = "actions"
    package static let version = 3

    package static func isSound(
        _ story: ActionStory, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        story.number.value == key && counts.cover(story)
    }
}

/// The guidelines with their answers.
package enum GuidelineRows: StoryProjection {
    package typealias Kind = GuidelineStory
    package static let name = "guidelines"
    package static let version = 2

    package static func isSound(
        _ story: GuidelineStory, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        story.number.value == key && counts.cover(story)
    }
}

/// The indicators with their targets and observations.
package enum IndicatorRows: StoryProjection {
    package typealias Kind = IndicatorStory
    package static let name = "indicators"
    package static let version = 2

    package static func isSound(
        _ story: IndicatorStory, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        story.number.value == key && counts.cover(story)
    }
}

/// What the ledger has settled about itself: one row, once something has been.
package enum SettingsRows: StoryProjection {
    package typealias Kind = SettingsStory
    package static let name = "settings"
    package static let version = 2

    package static func isSound(
        _ story: SettingsStory, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        key == only
    }
}

/// Who may record: one row, once a right has been granted or revoked.
package enum KeyRows: StoryProjection {
    package typealias Kind = KeyRegister
    package static let name = "keys"
    package static let version = 2

    package static func isSound(
        _ story: KeyRegister, at key: UInt64, in counts: LedgerCounts
    ) -> Bool {
        key == only
    }
}

extension Subject {
    /// Where its chronicle is: the module, and the key of the row. Nil for an entry, which has none.
    var chronicle: (module: any StoryProjection.Type, key: UInt64)? {
        switch self {
        case .committee(let number): (CommitteeRows.self, UInt64(number.value))
        case .document(let number): (DocumentRows.self, UInt64(number.value))
        case .area(let number): (AreaRows.self, UInt64(number.value))
        case .goal(let number): (GoalRows.self, UInt64(number.value))
        case .action(let number): (ActionRows.self, UInt64(number.value))
        case .guideline(let number): (GuidelineRows.self, UInt64(number.value))
        case .indicator(let number): (IndicatorRows.self, UInt64(number.value))
        case .entry: nil
        case .settings: (SettingsRows.self, SettingsRows.only)
        case .keys: (KeyRows.self, KeyRows.only)
        }
    }
}
