package import Coordinates
package import EntryLog
package import Handlingsplan
import LMDB
import PlanLog
import TransparencyLog

/// All projection modules together, at one size of the log. What every query reads.
package struct ViewSet {
    package private(set) var size: TreeSize
    private(set) var committeeRows: Rows<CommitteeRows>
    private(set) var documentRows: Rows<DocumentRows>
    private(set) var areaRows: Rows<AreaRows>
    private(set) var goalRows: Rows<GoalRows>
    private(set) var actionRows: Rows<ActionRows>
    private(set) var guidelineRows: Rows<GuidelineRows>
    private(set) var indicatorRows: Rows<IndicatorRows>
    private(set) var settingsRows: Rows<SettingsRows>
    private(set) var keyRows: Rows<KeyRows>
    private(set) var listRows: Rows<ListRows>
    private(set) var successionRows: Rows<SuccessionRows>
    private(set) var codeRows: Rows<CodeRows>
    private(set) var correctionRows: Rows<CorrectionRows>
    /// The size at which the stored rows stand.
    package let storedSize: TreeSize
    let isOverStoredRows: Bool
    private let attestation: Hash?

    /// The views as a generation has them, or without one, of a ledger that was just founded.
    init(over stored: StoredRows?) throws {
        isOverStoredRows = stored != nil
        attestation = stored?.meta.attestation
        storedSize = stored?.meta.size ?? TreeSize(1)
        size = storedSize
        committeeRows = try Rows(over: stored)
        documentRows = try Rows(over: stored)
        areaRows = try Rows(over: stored)
        goalRows = try Rows(over: stored)
        actionRows = try Rows(over: stored)
        guidelineRows = try Rows(over: stored)
        indicatorRows = try Rows(over: stored)
        settingsRows = try Rows(over: stored)
        keyRows = try Rows(over: stored)
        listRows = try Rows(over: stored)
        successionRows = try Rows(over: stored)
        codeRows = try Rows(over: stored)
        correctionRows = try Rows(over: stored)
    }

    /// The views at the size of a log: the stored rows, and in memory what came after them.
    /// - Parameter end: where to stop, for a question that needs no more. Rows that stand beyond
    ///   it stay as they are.
    /// - Throws: `ViewsError`; `EntryLogError.damagedEntry`; `ImpossibleEvent`; `LMDBError`.
    package init(
        of log: borrowing LogSnapshot, over stored: StoredRows?, upTo end: TreeSize? = nil
    ) throws {
        try self.init(over: stored)
        if let meta = stored?.meta {
            guard meta.size <= log.size, try log.sealedRoot(of: meta.size) == meta.root else {
                throw ViewsError.strangers(absorbed: meta.size, log: log.size)
            }
        }
        let last = max(size, min(log.size, end ?? log.size))
        try forEachAct(in: size.end..<last.end, of: log) { try apply($0) }
    }

    /// Takes the next act, in memory; or more events of the last one, where it comes bit by bit.
    /// - Precondition: its position follows the last one's, or is that.
    /// - Throws: `ImpossibleEvent`; what reading stored rows throws.
    package mutating func apply(_ recorded: RecordedAct) throws {
        precondition(
            recorded.position == size.end || recorded.position == size.last,
            "acts are applied in order, without gaps")
        var counts = counts()
        try counts.admit(recorded)
        try CommitteeRows.apply(recorded, to: &committeeRows)
        try DocumentRows.apply(recorded, to: &documentRows)
        try AreaRows.apply(recorded, to: &areaRows)
        try GoalRows.apply(recorded, to: &goalRows)
        try ActionRows.apply(recorded, to: &actionRows)
        try GuidelineRows.apply(recorded, to: &guidelineRows)
        try IndicatorRows.apply(recorded, to: &indicatorRows)
        try SettingsRows.apply(recorded, to: &settingsRows)
        try KeyRows.apply(recorded, to: &keyRows)
        try ListRows.apply(recorded, to: &listRows)
        try SuccessionRows.apply(recorded, to: &successionRows)
        try CodeRows.apply(recorded, to: &codeRows)
        try CorrectionRows.apply(recorded, to: &correctionRows)
        size = recorded.position.treeSize
    }

    /// Takes into memory what the rules look at with every command, before there are many.
    package mutating func holdRegisters() throws {
        try committeeRows.hold()
        try documentRows.hold()
        try settingsRows.hold()
        try keyRows.hold()
    }

    /// How many entries the stored rows have not absorbed.
    package var tail: UInt64 { size.count - storedSize.count }

    /// The modules whose rows are chronicles.
    static let chronicleModules: [any StoryProjection.Type] = [
        CommitteeRows.self, DocumentRows.self, AreaRows.self, GoalRows.self, ActionRows.self,
        GuidelineRows.self, IndicatorRows.self, SettingsRows.self, KeyRows.self,
    ]

    static let modules: [any Projection.Type] =
        chronicleModules + [ListRows.self, SuccessionRows.self, CodeRows.self, CorrectionRows.self]

    /// The tables of all modules.
    static let tableNames = modules.map { $0.tableName }

    /// Writes what memory holds, and how far the rows now stand.
    func store(in transaction: inout WriteTransaction, of environment: Environment, root: Hash)
        throws
    {
        try transaction.store(committeeRows, in: environment)
        try transaction.store(documentRows, in: environment)
        try transaction.store(areaRows, in: environment)
        try transaction.store(goalRows, in: environment)
        try transaction.store(actionRows, in: environment)
        try transaction.store(guidelineRows, in: environment)
        try transaction.store(indicatorRows, in: environment)
        try transaction.store(settingsRows, in: environment)
        try transaction.store(keyRows, in: environment)
        try transaction.store(listRows, in: environment)
        try transaction.store(successionRows, in: environment)
        try transaction.store(codeRows, in: environment)
        try transaction.store(correctionRows, in: environment)
        let modules = zip(Self.tableNames, rowCounts).map {
            GenerationMeta.Module(name: $0, rowCount: UInt64($1))
        }
        try transaction.store(
            GenerationMeta(size: size, root: root, modules: modules, attestation: attestation),
            in: environment)
    }

    /// How many rows each module has.
    private var rowCounts: [Int] {
        [
            committeeRows.count, documentRows.count, areaRows.count, goalRows.count,
            actionRows.count, guidelineRows.count, indicatorRows.count, settingsRows.count,
            keyRows.count, listRows.count, successionRows.count, codeRows.count,
            correctionRows.count,
        ]
    }
}

extension ViewSet: LedgerReading {
    package typealias Failure = any Error

    package func committees() throws -> [CommitteeStory] { try committeeRows.stories() }

    package func documents() throws -> [DocumentStory] { try documentRows.stories() }

    package func areas() throws -> [AreaStory] { try areaRows.stories() }

    package func goals() throws -> [GoalStory] { try goalRows.stories() }

    package func guidelines() throws -> [GuidelineStory] { try guidelineRows.stories() }

    package func indicators() throws -> [IndicatorStory] { try indicatorRows.stories() }

    package func settings() throws -> SettingsStory {
        try settingsRows.story(SettingsRows.only) ?? SettingsStory()
    }

    package func keys() throws -> KeyRegister {
        try keyRows.story(KeyRows.only) ?? KeyRegister()
    }

    package func counts() -> LedgerCounts {
        LedgerCounts(
            committees: committeeRows.count, documents: documentRows.count,
            areas: areaRows.count, goals: goalRows.count, actions: actionRows.count,
            guidelines: guidelineRows.count, indicators: indicatorRows.count)
    }

    package func committee(_ number: CommitteeNumber) throws -> CommitteeStory? {
        try committeeRows.story(UInt64(number.value))
    }

    package func document(_ number: DocumentNumber) throws -> DocumentStory? {
        try documentRows.story(UInt64(number.value))
    }

    package func action(_ number: ActionNumber) throws -> ActionStory? {
        try actionRows.story(UInt64(number.value))
    }

    /// Of an action that is on a list, and so has a row.
    package func action(_ number: ActionNumber, recordedBy known: Position) throws -> ActionStory? {
        guard number.value <= actionRows.count else {
            throw ViewsError.damaged("row \(number) of \(ActionRows.name) is missing")
        }
        return try actionRows.story(UInt64(number.value), recordedBy: known)
    }

    package func actions(everOn list: ActionList) throws -> [ActionNumber] {
        try listRows[ListRows.key(of: list)] ?? []
    }

    package func committees(everCalled code: CommitteeCode) throws -> [CommitteeNumber] {
        try codeRows[CodeRows.key(of: code)] ?? []
    }

    package func committees(
        everSucceededBy number: CommitteeNumber
    ) throws -> [CommitteeNumber] {
        try successionRows[UInt64(number.value)] ?? []
    }

    package func corrections(of entry: Position) throws -> EntryCorrections {
        try correctionRows[entry.index] ?? EntryCorrections()
    }
}

extension Rows where Module: StoryProjection {
    /// All stories, in the order of their numbers.
    fileprivate func stories() throws -> [Module.Kind] {
        try (0..<count).compactMap { try story(UInt64($0) + 1) }
    }
}
