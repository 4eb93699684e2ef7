import Coordinates
package import EntryLog
import Files
import Handlingsplan
import LMDB
import Synchronization
import TransparencyLog

/// The views of one ledger: what is stored of them, brought up to date in memory.
package final class ViewStore: Sendable {
    let folder: GenerationFolder
    private let access: Environment.Access
    private let state = Mutex(State())

    private struct State {
        /// The generation that this process has open: LMDB allows one opening a process.
        var opened: (generation: String, environment: Environment)?
        /// The generation whose rows are not read any more.
        var distrusted: String?
    }

    /// - Parameter path: the folder `views/`; it need not exist.
    package init(path: String, writable: Bool) {
        folder = GenerationFolder(path: path)
        access = writable ? .create : .readOnly
    }

    /// The stored rows as they are now; nil where there are none that this version reads, or none
    /// that are trusted.
    ///
    /// Take them before a snapshot of the log: then they can stand behind it, but never ahead.
    /// - Throws: `ViewsError.damaged`; `LMDBError`.
    package func storedRows() throws -> StoredRows? {
        if isDistrusted { return nil }
        guard let environment = try current() else { return nil }
        return try StoredRows(environment)
    }

    /// Whether an error says that the rows are not what was stored, or cannot have been derived from
    /// the log: and not that the machine failed, or the log is damaged.
    package func isFault(_ error: any Error) -> Bool {
        switch error {
        case is ViewsError, is ImpossibleEvent: true
        case let error as LMDBError: error.isInvalid && error.path.hasPrefix(folder.path + "/")
        default: false
        }
    }

    /// From now on this process reads none of the rows that are in place, and who stores some makes
    /// a new generation of them.
    package func distrust() {
        state.withLock { $0.distrusted = folder.current }
    }

    /// Whether the rows that are in place are not read any more.
    package var isDistrusted: Bool {
        guard let distrusted = state.withLock({ $0.distrusted }) else { return false }
        return distrusted == folder.current
    }

    /// Stores what `views` holds in memory, so that the next reader need not derive it again.
    /// Where somebody else has stored rows meanwhile, nothing is done.
    /// - Parameter waiting: whether others who write rows are waited for; else, nothing is done.
    package func flush(
        _ views: ViewSet, of log: borrowing LogSnapshot, waiting: Bool = true
    ) throws {
        let end = try views.end(in: log)
        if waiting {
            try folder.afterOtherWriters { try store(views, end) }
        } else {
            try folder.whileNobodyWrites { try store(views, end) }
        }
    }

    private func store(
        _ views: ViewSet, _ end: (frontier: Frontier, recordedAt: Timestamp)
    ) throws {
        guard views.isOverStoredRows, let environment = try current() else {
            return try folder.replace { environment, _ in
                try environment.write { try views.store(in: &$0, of: environment, end) }
            }
        }
        try environment.write { transaction in
            guard try StoredRows(environment)?.meta.size == views.storedSize else { return }
            try views.store(in: &transaction, of: environment, end)
        }
    }

    /// Derives all rows again from the entries alone, into a new generation that takes the place
    /// of the old one, and compares the two. Readers go on undisturbed; others who write rows are
    /// waited for.
    ///
    /// The new rows stand where the old ones do once these have taken in what they had not absorbed;
    /// without any that can be read, at the end of the log.
    /// - Parameters:
    ///   - attest: what is to be kept of the report, beside what it speaks of.
    ///   - progress: called now and then with how many entries of how many have been read.
    /// - Throws: `EntryLogError.damagedEntry`, `.damaged`; `LMDBError`; `FileFailure`. The old generation is then still in place.
    package func rebuild(
        from log: Log, attest: ((RebuildReport) -> [UInt8])? = nil,
        progress: @escaping @Sendable (UInt64, UInt64) -> Void = { _, _ in }
    ) throws -> RebuildReport {
        try folder.afterOtherWriters { try rebuild(log, attest, progress) }
    }

    private func rebuild(
        _ log: Log, _ attest: ((RebuildReport) -> [UInt8])?,
        _ progress: @escaping @Sendable (UInt64, UInt64) -> Void
    ) throws -> RebuildReport {
        let old = Result { try caughtUp(with: log) }
        if case .failure(let error) = old, !isFault(error) { throw error }
        let readable = try? old.get()
        let judged = try log.read { try Judged(of: $0, asIn: readable) }
        let rows = try DerivedRows(of: log, judged, progress)
        var made: RebuildReport?
        try folder.replace { environment, path in
            var meta = try rows.store(in: environment)
            let report = try report(on: environment, against: old)
            if let attest {
                let attestation = Attestation(attest(report))
                try attestation.keep(in: path)
                meta.attestation = attestation.digest
                try environment.write { [meta] in try $0.store(meta, in: environment) }
            }
            made = report
        }
        guard let made else { preconditionFailure("a generation is made, or an error thrown") }
        return made
    }

    /// Compares new rows with those that they are to replace.
    func report(
        on environment: Environment, against old: Result<StoredRows?, any Error>
    ) throws -> RebuildReport {
        guard let new = try StoredRows(environment) else {
            throw ViewsError.damaged("the new generation cannot be read")
        }
        let (modules, comparison): ([ModuleDigest], RebuildReport.Comparison)
        do {
            let rows = try old.get()
            let found = try Inspection(new: new, old: rows).inspect()
            (modules, comparison) = (found.0, rows == nil ? .none : .compared(found.1))
        } catch  where isFault(error) {
            modules = try Inspection(new: new, old: nil).inspect().0
            comparison = .unreadable(error)
        }
        return RebuildReport(
            size: new.meta.size, root: new.meta.root, modules: modules, comparison: comparison)
    }

    /// The stored rows once they have absorbed all that the log holds now; nil where there are none
    /// that this version reads.
    private func caughtUp(with log: Log) throws -> StoredRows? {
        guard let rows = try storedRows() else { return nil }
        try log.read {
            let views = try ViewSet(of: $0, over: rows)
            guard views.tail > 0 else { return }
            try store(views, try views.end(in: $0))
        }
        return try storedRows()
    }

    /// The generation in use, where this process has it open.
    var openGeneration: Environment? {
        state.withLock { state in
            guard let opened = state.opened, opened.generation == folder.current,
                opened.environment.isInPlace
            else { return nil }
            return opened.environment
        }
    }

    func current() throws -> Environment? {
        try state.withLock { state in
            while let generation = folder.current {
                // A folder that was removed may have been made again under the same name.
                if let opened = state.opened, opened.generation == generation,
                    opened.environment.isInPlace
                {
                    return opened.environment
                }
                state.opened = nil
                if let environment = try folder.open(generation, access) {
                    state.opened = (generation, environment)
                    return environment
                }
                // It can be replaced between reading its name and opening it: look again.
                if generation == folder.current { return try folder.requireNone(generation) }
            }
            return nil
        }
    }
}
