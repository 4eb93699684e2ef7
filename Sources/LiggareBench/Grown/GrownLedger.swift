import EntryLog
import FoundationEssentials
import Registry
import TransparencyLog
import Views

/// A generated ledger of so many events: ten years of them.
///
/// It is made without fsync of each entry, since many are committed at a time.
struct GrownLedger {
    let path: String
    let events: Int
    static let seed: UInt64 = 1
    static let key = generatorKey

    init(events: Int, in place: String) throws {
        path = place + "/grown-\(events)"
        self.events = events
        // Let go of at once: a process has a log open once only.
        _ = try generateLog(at: path + "/log", events: events, seed: Self.seed)
    }

    func openLog() throws -> Log { try Log.open(at: path + "/log", .readWrite) }

    func open() throws -> Ledger { try Ledger.open(at: path, .readOnly) }

    /// Derives the views from the log.
    func rebuildViews(from log: Log) throws {
        _ = try ViewStore(path: viewsPath, writable: true).rebuild(from: log)
    }

    private var viewsPath: String { path + "/views" }
}
