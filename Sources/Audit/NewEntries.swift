package import Coordinates
package import EntryLog
package import Handlingsplan
import TransparencyLog
package import Views

/// What was found of the entries of a copy that had not been verified before.
package struct NewEntries: Sendable {
    /// How many had been.
    package fileprivate(set) var before = TreeSize(0)
    package fileprivate(set) var entryCount = 0
    package fileprivate(set) var eventCount = 0
    /// The annexes that they name, and the first entry that does.
    package fileprivate(set) var annexes: [Annex: Position] = [:]
    package fileprivate(set) var findings: [Finding] = []
    /// What the whole copy says of its log.
    package fileprivate(set) var story = LogStory()
}

/// Verifies the entries of a copy beyond those that its views stand for. Where the views cannot be
/// read, or are of something else, all entries are verified.
/// - Parameter storing: whether the views are to stand for the new entries, too, where nothing is
///   wrong with them.
/// - Throws: what reading and writing throw.
package func auditNewEntries(
    of log: Log, _ views: ViewStore, storing: Bool = true
) throws -> NewEntries {
    let rows = try verifiedRows(of: views)
    return try log.read { snapshot in
        guard let rows,
            let verified = try? ViewSet(of: snapshot, over: rows, upTo: TreeSize(1))
        else {
            var verifier = LogVerifier()
            let new = try verify(with: &verifier, from: Position(0), in: snapshot)
            if new.findings.isEmpty, storing { _ = try views.rebuild(from: log) }
            return new
        }
        var verifier = try LogVerifier(resuming: snapshot, over: verified)
        var new = try verify(with: &verifier, from: verified.size.end, in: snapshot)
        new.before = verified.size
        if new.findings.isEmpty, storing, let state = verifier.state {
            try views.flush(state, of: snapshot)
        }
        return new
    }
}

/// Nil where they say nothing that can be relied on.
private func verifiedRows(of views: ViewStore) throws -> StoredRows? {
    do {
        return try views.storedRows()
    } catch  where views.isFault(error) {
        return nil
    }
}

private func verify<Fold: ActFold>(
    with verifier: inout LogVerifier<Fold>, from first: Position, in log: borrowing LogSnapshot
) throws -> NewEntries {
    try log.forEachRecord(from: first) { position, bytes in
        try verifier.take(position, bytes, in: log)
    }
    try verifier.end(expecting: log.size, in: log)
    var new = NewEntries()
    new.entryCount = Int(log.size.count - first.index)
    new.eventCount = verifier.eventCount
    new.annexes = verifier.annexes
    new.findings = verifier.findings
    new.story = try verifier.folded.logStory()
    return new
}
