package import Coordinates
package import EntryLog
package import Handlingsplan
import LMDB
package import PlanLog
package import TransparencyLog

/// All projection modules together, at one size of the log. What every query reads.
package struct ViewSet {
    /// A module is one file and its line here.
    package static let modules: [any Projection.Type] = [
        CommitteeRows.self, DocumentRows.self, AreaRows.self, GoalRows.self, ActionRows.self,
        GuidelineRows.self, IndicatorRows.self, SettingsRows.self, KeyRows.self, ListRows.self,
        SuccessionRows.self, CodeRows.self, CorrectionRows.self, LogRows.self,
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
    /// The tree over the entries that were judged. Those behind them, if any, were put in memory
    /// before they were recorded.
    package private(set) var frontier: Frontier
    /// When the last of these that stands was recorded.
    package private(set) var recordedAt: Timestamp

    /// The views as a generation has them, or without one, of a ledger that was just founded.
    private init(of log: borrowing LogSnapshot, over stored: StoredRows?) throws {
        if let meta = stored?.meta {
            guard meta.size <= log.size, try log.hasRoot(meta.root, of: meta.size) else {
                throw ViewsError.strangers(absorbed: meta.size, log: log.size)
            }
            (frontier, recordedAt) = (meta.frontier, meta.recordedAt)
        } else {
            let judge = try EntryJudge(founding: try log.bytes(at: Position(0)))
            (frontier, recordedAt) = (judge.frontier, judge.recordedAt)
        }
        isOverStoredRows = stored != nil
        attestation = stored?.meta.attestation
        size = frontier.size
        storedSize = size
        rows = try Self.modules.map { try $0.rows(over: stored) }
    }

    /// The views at the size of a log: the stored rows, and in memory what came after them, each entry
    /// judged.
    /// - Parameter end: where to stop, for a question that needs no more. Rows that stand beyond
    ///   it stay as they are.
    /// - Throws: `ViewsError`; `EntryLogError.damaged`, `.damagedEntry`, also where a seal that was
    ///   signed does not fit the entries before it; `.newerFormat`; `ImpossibleEvent`; `LMDBError`.
    package init(
        of log: borrowing LogSnapshot, over stored: StoredRows?, upTo end: TreeSize? = nil
    ) throws {
        try self.init(of: log, over: stored)
        let end = min(log.size, end ?? log.size)
        guard size < end else {
            try requireKnownFormat()
            return
        }
        var judge = try judge(resumingIn: log)
        try forEachRecord(in: size.end..<end.end, of: log, signedByAnyOf: judge.signers) { record in
            let standing = try judge.judge(
                record.bytes.span.bytes, leaf: record.leaf, signer: record.signer, after: self,
                in: log)
            switch standing {
            case .act(let recorded, _): try apply(recorded)
            case .void(let defect): try passOver(size.end, defect.reason)
            }
        }
        if let misfit = judge.misfit {
            throw EntryLogError.damagedEntry(
                misfit, "its signer saw other entries before it than there are")
        }
        (frontier, recordedAt) = (judge.frontier, judge.recordedAt)
        try requireKnownFormat()
    }

    /// What is in force may be known to newer programs alone, though nothing has been recorded in it.
    private func requireKnownFormat() throws {
        let format = try logStory().format
        guard format <= LogFormat.newest else {
            throw EntryLogError.newerFormat(found: format, supported: LogFormat.newest)
        }
    }

    /// The views of the first entries of a log, derived from these alone, which were judged before.
    package init(
        ofFirst size: TreeSize, of log: borrowing LogSnapshot, passing voids: VoidEntries
    ) throws {
        try self.init(of: log, over: nil)
        while self.size < size {
            let next = self.size.end
            if let reason = voids[next] {
                try passOver(next, reason)
            } else {
                try forEachAct(in: next..<next.treeSize.end, of: log, passing: voids) {
                    try apply($0)
                }
            }
        }
    }

    /// What judges the entries after those in here.
    package func judge(resumingIn log: borrowing LogSnapshot) throws -> EntryJudge {
        let founding = try log.entry(at: Position(0)) { $0.founding }
        guard let founding else {
            throw EntryLogError.damagedEntry(Position(0), "it does not found a ledger")
        }
        let story = try logStory()
        return EntryJudge(
            signers: Signers(founding, try keys()), frontier: frontier,
            last: try log.entry(at: story.lastStanding(before: frontier.size.end)) {
                LastStanding($0)
            }, format: story.format)
    }

    /// Takes the next entry, which is void.
    package mutating func passOver(_ position: Position, _ reason: VoidReason) throws {
        precondition(position == size.end, "entries are taken in order, without gaps")
        let place = Self.place(of: LogRows.self)
        guard var log = rows[place] as? Rows<LogRows> else {
            preconditionFailure("rows stand in the order of their modules")
        }
        try log.update(position.index) { $0 = .void(reason) }
        rows[place] = log
        size = position.treeSize
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
    /// - Parameter end: the tree over the entries that are in here, and when the last of them that
    ///   stands was recorded.
    func store(
        in transaction: inout WriteTransaction, of environment: Environment,
        _ end: (frontier: Frontier, recordedAt: Timestamp)
    ) throws {
        for rows in rows { try rows.store(in: &transaction, of: environment) }
        let modules = zip(Self.tableNames, rows).map {
            GenerationMeta.Module(name: $0, rowCount: UInt64($1.count))
        }
        try transaction.store(
            GenerationMeta(
                frontier: end.frontier, recordedAt: end.recordedAt, modules: modules,
                attestation: attestation),
            in: environment)
    }

    /// The tree over all entries that are in here, and when the last of them that stands was recorded:
    /// those that were put in memory first have been recorded since, and nothing between.
    func end(
        in log: borrowing LogSnapshot
    ) throws -> (frontier: Frontier, recordedAt: Timestamp) {
        var (frontier, recordedAt) = (frontier, recordedAt)
        let voids = try voids()
        while frontier.size < size {
            let next = frontier.size.end
            if !voids.contains(next) { recordedAt = try log.entry(at: next) { $0.recordedAt } }
            frontier.append(try log.leaf(at: next))
        }
        return (frontier, recordedAt)
    }

    /// The rows of one module.
    subscript<Module: Projection>(_ module: Module.Type) -> Rows<Module> {
        guard let rows = rows[Self.place(of: module)] as? Rows<Module> else {
            preconditionFailure("rows stand in the order of their modules")
        }
        return rows
    }

    func count(_ module: any Projection.Type) -> Int {
        rows[Self.place(of: module)].count
    }

    private static func place(of module: any Projection.Type) -> Int {
        guard let place = modules.firstIndex(where: { $0 == module }) else {
            preconditionFailure("\(module) is not among the modules")
        }
        return place
    }
}
