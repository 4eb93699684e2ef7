package import Failures
import Files
import Publication

/// Where entries may be had from, beside the damaged log itself.
package enum RepairPlace: Sendable {
    /// The directory of a ledger, a backup or an auditor's copy; or a folder with a log alone.
    case ledger(String)
    /// Published files, by directory or address.
    case published(String)

    /// By what lies there. What an address has shows when it is asked.
    /// - Throws: `NothingToTake`; `FileFailure`.
    package init(_ name: String) throws {
        if try Folder.isThere(name + "/log") || Folder.isThere(name + "/data.mdb") {
            self = .ledger(name)
            return
        }
        if case .directory(let path) = PublishedSource(name, fetchingInto: ""),
            try !Folder.isThere(path + "/checkpoint")
        {
            throw NothingToTake(place: name)
        }
        self = .published(name)
    }

    /// - Parameter folder: where files of a server may be put for a moment.
    func source(fetchingInto folder: String) throws(FileFailure) -> any EntrySource {
        switch self {
        case .ledger(let path):
            let log = try Folder.isThere(path + "/log") ? path + "/log" : path
            return LogFile(log, checkpoints: path + "/checkpoints", called: path)
        case .published(let place):
            return PublishedFiles(PublishedSource(place, fetchingInto: folder), called: place)
        }
    }
}

/// A place that was named has neither a log nor a published ledger.
package struct NothingToTake: Error, Hashable, Sendable {
    package let place: String
}

extension NothingToTake: Failing {
    package var failureKind: FailureKind { .missing("nothing-to-take") }
}
