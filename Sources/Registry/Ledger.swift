package import Annexes
package import Checkpoints
package import Coordinates
package import EntryLog
package import Failures
import Files
package import Handlingsplan
package import PlanLog
package import Publication
import Sharing
import TransparencyLog
package import Views

/// One ledger: the log, the views beside it, and the calendar by which its dates are read.
///
/// A ledger is a directory with the log in `log/`, the views in `views/`, in `annexes/` the files
/// that were attached, and in `checkpoints/` what the ledger signed of itself.
package final class Ledger: Sendable {
    package let log: Log
    package let views: ViewStore
    /// The files attached to what was decided.
    package let annexes: AnnexFolder
    /// What kind of copy of a ledger this is; nil for the ledger itself.
    package let copy: CopyMark?
    /// The checkpoints that the ledger signed.
    package let checkpoints: CheckpointFolder
    /// The ledger's directory.
    package let directory: String
    let tell: @Sendable (ViewsTrouble) -> Void

    package var isCopy: Bool { copy != nil }

    package var isRehearsal: Bool { log.founding.isRehearsal }

    init(
        _ log: Log, directory: String, writable: Bool,
        tell: @escaping @Sendable (ViewsTrouble) -> Void = { _ in }
    ) throws {
        self.log = log
        self.tell = tell
        self.directory = directory
        annexes = AnnexFolder(path: directory + "/annexes")
        copy = try CopyMark(on: directory)
        checkpoints = CheckpointFolder(path: directory + "/checkpoints")
        views = ViewStore(path: Self.viewsPath(directory), writable: writable)
    }

    /// Opens a ledger, to read only or also to record.
    /// - Parameters:
    ///   - writingViews: whether rows are to be written even where nothing is recorded.
    ///   - tell: is told where something is wrong with the stored rows, which hinders nothing.
    /// - Throws: `ClosedLedger` for whoever may not; `OpenToAll`; `EntryLogError.notALedger`,
    ///   `.newerFormat`, `.damaged`; `CopyIsNotRecordedIn`; `UnknownTimeZone`; `LMDBError`.
    package static func open(
        at directory: String, _ access: Log.Access, writingViews: Bool = false,
        tell: @escaping @Sendable (ViewsTrouble) -> Void = { _ in }
    ) throws -> Ledger {
        let use: LedgerUse =
            access == .readWrite ? .recording : writingViews ? .keepingViews : .looking
        try use.require(of: directory)
        try Audience.requireLimited(places(directory))
        let log = try naming(directory) { try Log.open(at: logPath(directory), access) }
        let ledger = try Ledger(
            log, directory: directory, writable: access == .readWrite || writingViews,
            tell: tell)
        if access == .readWrite { try ledger.requireOriginal() }
        return ledger
    }

    /// What is said of a ledger names its directory, as people do, and not that of its log.
    static func naming<Result>(
        _ directory: String, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch EntryLogError.notALedger {
            throw EntryLogError.notALedger(path: directory)
        } catch EntryLogError.alreadyFounded {
            throw EntryLogError.alreadyFounded(path: directory)
        }
    }

    /// The folders and files that what is said of a ledger rests on.
    static func places(_ directory: String) -> [String] {
        let log = logPath(directory)
        return [directory, log, log + "/data.mdb", log + "/lock.mdb"]
            + ["views", "annexes", "checkpoints"].map { directory + "/" + $0 }
    }

    /// Refuses a copy.
    /// - Throws: `CopyIsNotRecordedIn`.
    package func requireOriginal() throws(CopyIsNotRecordedIn) {
        if let copy { throw CopyIsNotRecordedIn(path: directory, kind: copy) }
    }

    /// The views of the ledger in a directory, for whoever keeps them and may not reach its log.
    package static func keptViews(at directory: String) -> ViewStore {
        ViewStore(path: viewsPath(directory), writable: true)
    }

    static func logPath(_ directory: String) -> String { directory + "/log" }
    static func viewsPath(_ directory: String) -> String { directory + "/views" }
}

// MARK: Reading

extension Ledger {
    /// Runs `body` on the log and the views, both as they are at one moment; again where writers were
    /// quicker than a reader who may not hold them back.
    ///
    /// Where a stored row is not what it was stored as, or cannot come from this log, all that `body`
    /// made of the rows is dropped, and it runs again on what the log alone gives. The rows of an
    /// auditor's copy say how far it was verified, so there it is an error.
    package func read<Result>(
        _ body: (borrowing LogSnapshot, ViewSet) throws -> Result
    ) throws -> Result {
        for _ in 0..<5 {
            var rows: StoredRows?
            do {
                rows = try views.storedRows()
                let result = try log.read { log in
                    let views = try ViewSet(of: log, over: rows)
                    if copy == .published, views.tail > 0 {
                        throw UnverifiedCopy(verified: views.storedSize)
                    }
                    return try body(log, views)
                }
                if rows?.isOvertaken != true { return result }
            } catch {
                if rows?.isOvertaken == true { continue }
                guard views.isFault(error), copy != .published, !views.isDistrusted else {
                    throw error
                }
                return try log.read { log in
                    let derived = try ViewSet(of: log, over: nil)
                    distrustViews(because: error)
                    return try body(log, derived)
                }
            }
        }
        throw EntryLogError.overtaken
    }

    /// From now on the log alone is asked.
    func distrustViews(because error: any Error) {
        views.distrust()
        tell(.distrusted(error))
    }

    /// The ledger's calendar as it is settled now.
    /// - Throws: `UnknownTimeZone`, for one whose rules cannot be read.
    package func calendar<Views: LedgerReading>(in views: Views) throws -> LedgerCalendar {
        try views.calendar(of: log.founding)
    }

    package func calendar() throws -> LedgerCalendar { try read { try calendar(in: $1) } }

    /// The moment that a question is about: what held on a day, by default today, as it was known
    /// at the end of a day, by default now.
    /// - Throws: `NothingRecorded` for a day before the ledger was founded.
    package func moment<Views: LedgerReading>(
        effective: CalendarDate?, known: CalendarDate?, now: Timestamp,
        in log: borrowing LogSnapshot, _ views: Views
    ) throws -> Moment {
        let calendar = try calendar(in: views)
        return try log.moment(
            effective: effective ?? calendar.date(of: now), known: known, by: calendar,
            by: try views.logStory())
    }

    /// Derives the views again from the log alone.
    /// - Parameter attest: what is to be kept of the report, beside the rows that it speaks of.
    /// - Throws: `CopyIsNotRecordedIn`: the rows of a copy stand as far as it was verified.
    package func rebuild(
        attest: ((RebuildReport) -> [UInt8])? = nil,
        progress: @escaping @Sendable (UInt64, UInt64) -> Void = { _, _ in }
    ) throws -> RebuildReport {
        try requireOriginal()
        return try views.rebuild(from: log, attest: attest, progress: progress)
    }
}

/// What is wrong with the stored rows, where what was asked for was done without them.
package enum ViewsTrouble {
    /// They are not what the log gives, and are not read any more: all is derived from the log alone.
    case distrusted(any Error)
    /// They could not be stored: who reads next derives them again.
    case unstored(any Error)
}

/// A copy follows the ledger that it was made of, and nothing of its own is recorded in it.
package struct CopyIsNotRecordedIn: Error, Hashable, Sendable {
    package let path: String
    package let kind: CopyMark
}

/// Entries of a copy beyond those that were verified: nothing is shown that rests on them.
package struct UnverifiedCopy: Error, Hashable, Sendable {
    package let verified: TreeSize

    package init(verified: TreeSize) { self.verified = verified }
}

extension CopyIsNotRecordedIn: Failing {
    package var failureKind: FailureKind { .notPermitted("copy-is-not-recorded-in") }
}

extension UnverifiedCopy: Failing {
    package var failureKind: FailureKind { .refused("unverified-copy") }
}
