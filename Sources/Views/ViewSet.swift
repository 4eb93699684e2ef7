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
    private(set) var planRows: Rows<PlanRows>
    private(set) var actionRows: Rows<ActionRows>
    private(set) var responsibilityRows: Rows<ResponsibilityRows>
    private(set) var correctionRows: Rows<CorrectionRows>
    /// The size at which the stored rows stand.
    let storedSize: TreeSize
    let isOverStoredRows: Bool

    /// The views as a generation has them, or without one, of a ledger that was just founded.
    init(over stored: StoredRows?) throws {
        isOverStoredRows = stored != nil
        storedSize = stored?.meta.size ?? TreeSize(1)
        size = storedSize
        committeeRows = try Rows(over: stored)
        planRows = try Rows(over: stored)
        actionRows = try Rows(over: stored)
        responsibilityRows = try Rows(over: stored)
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

    /// Takes the next act, in memory.
    /// - Precondition: its position follows the last one's.
    /// - Throws: `ImpossibleEvent`; what reading stored rows throws.
    package mutating func apply(_ recorded: RecordedAct) throws {
        precondition(recorded.position == size.end, "acts are applied in order, without gaps")
        var counts = counts()
        for event in recorded.act.events { try counts.admit(event) }
        try CommitteeRows.apply(recorded, to: &committeeRows)
        try PlanRows.apply(recorded, to: &planRows)
        try ActionRows.apply(recorded, to: &actionRows)
        try ResponsibilityRows.apply(recorded, to: &responsibilityRows)
        try CorrectionRows.apply(recorded, to: &correctionRows)
        size = recorded.position.treeSize
    }

    /// How many entries the stored rows have not absorbed.
    package var tail: UInt64 { size.count - storedSize.count }

    /// The tables of all modules.
    static let tableNames = [
        CommitteeRows.tableName, PlanRows.tableName, ActionRows.tableName,
        ResponsibilityRows.tableName, CorrectionRows.tableName,
    ]

    /// Writes what memory holds, and how far the rows now stand.
    func store(in transaction: inout WriteTransaction, of environment: Environment, root: Hash)
        throws
    {
        try transaction.store(committeeRows, in: environment)
        try transaction.store(planRows, in: environment)
        try transaction.store(actionRows, in: environment)
        try transaction.store(responsibilityRows, in: environment)
        try transaction.store(correctionRows, in: environment)
        try transaction.store(
            GenerationMeta(size: size, root: root, modules: Self.tableNames), in: environment)
    }
}

extension ViewSet: LedgerReading {
    package typealias Failure = any Error

    package func committees() throws -> [CommitteeStory] {
        let stories = try committeeRows.dense()
        for (index, story) in stories.enumerated() {
            try CommitteeRows.check(
                story.number.value == index + 1 && counts().cover(story), UInt64(index) + 1)
        }
        return stories
    }

    package func plans() throws -> [PlanStory] { try planRows.dense() }

    package func counts() -> LedgerCounts {
        LedgerCounts(
            committees: UInt32(committeeRows.count), plans: UInt32(planRows.count),
            actions: UInt32(actionRows.count))
    }

    package func action(_ number: ActionNumber) throws -> ActionStory? {
        guard let story = try actionRows[UInt64(number.value)] else { return nil }
        try ActionRows.check(
            story.number == number && counts().cover(story), UInt64(number.value))
        return story
    }

    package func actions(everOf holder: Holder) throws -> [ActionNumber] {
        try responsibilityRows[ResponsibilityRows.key(of: holder)] ?? []
    }

    package func corrections(of entry: Position) throws -> EntryCorrections {
        try correctionRows[entry.index] ?? EntryCorrections()
    }
}

extension Projection {
    /// A row that can be read may still have been tampered with. What queries lean on is checked.
    fileprivate static func check(_ isSound: Bool, _ key: UInt64) throws {
        guard isSound else {
            throw ViewsError.damaged("row \(key) of \(name) speaks of what is not there")
        }
    }
}

extension Rows where Module: StoryProjection {
    /// All stories, in the order of their numbers.
    fileprivate func dense() throws -> [Module.Row] {
        try (0..<count).map { index in
            guard let row = try self[UInt64(index) + 1] else {
                throw ViewsError.damaged("row \(index + 1) of \(Module.name) is missing")
            }
            return row
        }
    }
}
