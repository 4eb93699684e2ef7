package import Coordinates
package import Handlingsplan

extension ViewSet: LedgerReading {
    package typealias Failure = any Error

    package func committees() throws -> [CommitteeStory] { try self[CommitteeRows.self].stories() }

    package func documents() throws -> [DocumentStory] { try self[DocumentRows.self].stories() }

    package func areas() throws -> [AreaStory] { try self[AreaRows.self].stories() }

    package func goals() throws -> [GoalStory] { try self[GoalRows.self].stories() }

    package func guidelines() throws -> [GuidelineStory] { try self[GuidelineRows.self].stories() }

    package func indicators() throws -> [IndicatorStory] { try self[IndicatorRows.self].stories() }

    package func settings() throws -> SettingsStory {
        try self[SettingsRows.self].story(SettingsRows.only) ?? SettingsStory()
    }

    package func keys() throws -> KeyRegister {
        try self[KeyRows.self].story(KeyRows.only) ?? KeyRegister()
    }

    package func counts() -> LedgerCounts {
        LedgerCounts(
            committees: count(CommitteeRows.self), documents: count(DocumentRows.self),
            areas: count(AreaRows.self), goals: count(GoalRows.self),
            actions: count(ActionRows.self),
            guidelines: count(GuidelineRows.self), indicators: count(IndicatorRows.self))
    }

    package func committee(_ number: CommitteeNumber) throws -> CommitteeStory? {
        try self[CommitteeRows.self].story(UInt64(number.value))
    }

    package func document(_ number: DocumentNumber) throws -> DocumentStory? {
        try self[DocumentRows.self].story(UInt64(number.value))
    }

    package func action(_ number: ActionNumber) throws -> ActionStory? {
        try self[ActionRows.self].story(UInt64(number.value))
    }

    /// Of an action that is on a list, and so has a row.
    package func action(_ number: ActionNumber, recordedBy known: Position) throws -> ActionStory? {
        guard number.value <= count(ActionRows.self) else {
            throw ViewsError.damaged("row \(number) of \(ActionRows.name) is missing")
        }
        return try self[ActionRows.self].story(UInt64(number.value), recordedBy: known)
    }

    package func actions(everOn list: ActionList) throws -> [ActionNumber] {
        try self[ListRows.self][ListRows.key(of: list)] ?? []
    }

    package func committees(everCalled code: CommitteeCode) throws -> [CommitteeNumber] {
        try self[CodeRows.self][CodeRows.key(of: code)] ?? []
    }

    package func committees(
        everSucceededBy number: CommitteeNumber
    ) throws -> [CommitteeNumber] {
        try self[SuccessionRows.self][UInt64(number.value)] ?? []
    }

    package func corrections(of entry: Position) throws -> EntryCorrections {
        try self[CorrectionRows.self][entry.index] ?? EntryCorrections()
    }

    package func logStory() throws -> LogStory {
        LogStory(
            Dictionary(
                uniqueKeysWithValues: try self[LogRows.self].all().map {
                    (Position($0.key), $0.value)
                }))
    }
}

extension Rows where Module: StoryProjection {
    /// All stories, in the order of their numbers.
    fileprivate func stories() throws -> [Module.Kind] {
        try (0..<count).compactMap { try story(UInt64($0) + 1) }
    }
}
