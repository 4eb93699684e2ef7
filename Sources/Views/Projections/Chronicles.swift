package import Handlingsplan

// The modules whose rows are chronicles. Whoever changes how a chronicle is encoded raises all their
// versions; how it is folded is no matter of theirs.

/// The committee register.
package enum CommitteeRows: StoryProjection {
    package typealias Kind = CommitteeStory
    package static let name = "committees"
    package static let version = 3

    package static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [CommitteeStory] {
        try ledger.committees()
    }
}

/// The steering documents.
package enum DocumentRows: StoryProjection {
    package typealias Kind = DocumentStory
    package static let name = "documents"
    package static let version = 2

    package static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [DocumentStory] {
        try ledger.documents()
    }
}

/// The prioritised areas.
package enum AreaRows: StoryProjection {
    package typealias Kind = AreaStory
    package static let name = "areas"
    package static let version = 2

    package static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [AreaStory] {
        try ledger.areas()
    }
}

package enum GoalRows: StoryProjection {
    package typealias Kind = GoalStory
    package static let name = "goals"
    package static let version = 2

    package static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [GoalStory] {
        try ledger.goals()
    }
}

package enum ActionRows: StoryProjection {
    package typealias Kind = ActionStory
    package static let name = "actions"
    package static let version = 3

    package static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [ActionStory] {
        try ledger.actions()
    }
}

/// The guidelines with their answers.
package enum GuidelineRows: StoryProjection {
    package typealias Kind = GuidelineStory
    package static let name = "guidelines"
    package static let version = 2

    package static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [GuidelineStory] {
        try ledger.guidelines()
    }
}

/// The indicators with their targets and observations.
package enum IndicatorRows: StoryProjection {
    package typealias Kind = IndicatorStory
    package static let name = "indicators"
    package static let version = 2

    package static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [IndicatorStory] {
        try ledger.indicators()
    }
}

/// What the ledger has settled about itself: one row, once something has been.
package enum SettingsRows: StoryProjection {
    package typealias Kind = SettingsStory
    package static let name = "settings"
    package static let version = 2

    package static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [SettingsStory] {
        try [ledger.settings()]
    }
}

/// Who may record: one row, once a right has been granted or revoked.
package enum KeyRows: StoryProjection {
    package typealias Kind = KeyRegister
    package static let name = "keys"
    package static let version = 2

    package static func stories<Ledger: LedgerReading>(
        of ledger: Ledger
    ) throws(Ledger.Failure) -> [KeyRegister] {
        try [ledger.keys()]
    }
}

extension Subject {
    /// Where its chronicle is: the module, and the key of the row. Nil for what has none:
    /// an entry, and the log.
    var chronicle: (module: any StoryProjection.Type, key: UInt64)? {
        switch self {
        case .committee(let number): (CommitteeRows.self, UInt64(number.value))
        case .document(let number): (DocumentRows.self, UInt64(number.value))
        case .area(let number): (AreaRows.self, UInt64(number.value))
        case .goal(let number): (GoalRows.self, UInt64(number.value))
        case .action(let number): (ActionRows.self, UInt64(number.value))
        case .guideline(let number): (GuidelineRows.self, UInt64(number.value))
        case .indicator(let number): (IndicatorRows.self, UInt64(number.value))
        case .entry, .log: nil
        case .settings: (SettingsRows.self, SettingsRows.only)
        case .keys: (KeyRows.self, KeyRows.only)
        }
    }
}
