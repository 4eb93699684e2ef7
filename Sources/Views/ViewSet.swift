package import Coordinates
package import EntryLog
package import Handlingsplan
import LMDB
import PlanLog
import TransparencyLog

/// All projection modules together, at one size of the log. What every query reads.
package struct ViewSet {
    /// A module is one file and its line here.
    package static let modules: [any Projection.Type] = [
        CommitteeRows.self, DocumentRows.self, AreaRows.self, GoalRows.self, ActionRows.self,
        GuidelineRows.self, IndicatorRows.self, SettingsRows.self, KeyRows.self, ListRows.self,
        SuccessionRows.self, CodeRows.self, CorrectionRows.self,
    ]

    /// The modules whose rows are chronicles.
    static let chronicleModules = modules.compactMap { $0 as? any StoryProjection.Type }

    /// The tables of all modules.
    static let tableNames = modules.map { $0.tableName }

    package private(set) var size: TreeSize
    /// The size at which the stored rows stand.
    package let storedSize: TreeSize
    let isOverStoredRows: Bool
    /// The rows of each module, in the order of `modules`.
    private var rows: [any ModuleRows]
    private let attestation: Hash?

    /// The views as a generation has them, or without one, of a ledger that was just founded.
    init(over stored: StoredRows?) throws {
        isOverStoredRows = stored != nil
        attestation = stored?.meta.attestation
        storedSize = stored?.meta.size ?? TreeSize(1)
        size = storedSize
        rows = try Self.modules.map { try $0.rows(over: stored) }
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
        for index in rows.indices { try rows[index].apply(recorded) }
        size = recorded.position.treeSize
    }

    /// Takes into memory what the rules look at with every command, before there are many.
    package mutating func holdRegisters() throws {
        let registers: [any Projection.Type] = [
            CommitteeRows.self, DocumentRows.self, SettingsRows.self, KeyRows.self,
        ]
        for register in registers { try rows[Self.place(of: register)].hold() }
    }

    /// How many entries the stored rows have not absorbed.
    package var tail: UInt64 { size.count - storedSize.count }

    /// Writes what memory holds, and how far the rows now stand.
    func store(in transaction: inout WriteTransaction, of environment: Environment, root: Hash)
        throws
    {
        for rows in rows { try rows.store(in: &transaction, of: environment) }
        let modules = zip(Self.tableNames, rows).map {
            GenerationMeta.Module(name: $0, rowCount: UInt64($1.count))
        }
        try transaction.store(
            GenerationMeta(size: size, root: root, modules: modules, attestation: attestation),
            in: environment)
    }

    /// The rows of one module.
    subscript<Module: Projection>(_ module: Module.Type) -> Rows<Module> {
        guard let rows = rows[Self.place(of: module)] as? Rows<Module> else {
            preconditionFailure("rows stand in the order of their modules")
        }
        return rows
    }

    private func count(_ module: any Projection.Type) -> Int {
        rows[Self.place(of: module)].count
    }

    private static func place(of module: any Projection.Type) -> Int {
        guard let place = modules.firstIndex(where: { $0 == module }) else {
            preconditionFailure("\(module) is not among the modules")
        }
        return place
    }
}

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
}

extension Rows where Module: StoryProjection {
    /// All stories, in the order of their numbers.
    fileprivate func stories() throws -> [Module.Kind] {
        try (0..<count).compactMap { try story(UInt64($0) + 1) }
    }
}
