import Coordinates
package import EntryLog
package import Handlingsplan
package import TransparencyLog
package import Views

/// The boards as they were known at a position, derived from the entries up to it and from nothing
/// else, and what was found on the way.
package struct ReplayReport: Hashable, Sendable {
    package let moment: Moment
    /// The root of the tree over the entries up to the moment's position, as they give it.
    package let root: Hash
    /// Empty where the entries could not be folded to the end.
    package let boards: [Board]
    package let findings: [Finding]

    package var isVerified: Bool { findings.isEmpty }
}

/// Replays the log up to a moment, checks each entry on the way, and compares the root with the
/// log's and the boards with those that the views show for the same moment.
///
/// - Parameter code: only this committee's board; else those of all that have one.
/// - Throws: `NoSuchCommittee`; `LMDBError`.
package func replay(
    _ log: Log, _ views: ViewStore, at moment: Moment, only code: CommitteeCode? = nil
) throws -> ReplayReport {
    // Before the log, so that they cannot be ahead of it while others append.
    let rows = Result { try views.storedRows() }
    return try log.read { try replay($0, rows, views, at: moment, only: code) }
}

private func replay(
    _ log: borrowing LogSnapshot, _ rows: Result<StoredRows?, any Error>, _ views: ViewStore,
    at moment: Moment, only code: CommitteeCode?
) throws -> ReplayReport {
    var verifier = LogVerifier()
    try log.forEachRecord(upTo: moment.known) { position, bytes in
        try verifier.take(position, bytes, in: log)
    }
    let size = moment.known.treeSize
    try verifier.end(expecting: size, in: log)
    var findings = verifier.findings
    let computed = verifier.frontier.root
    if findings.isEmpty {
        let stated = try log.root(of: size)
        if stated != computed {
            findings.append(Finding(.rootDiffers(stated: stated, computed: computed)))
        }
    }
    var boards: [Board] = []
    if let state = verifier.state {
        boards = try state.boards(only: code, at: moment)
        findings += try differences(
            between: boards, and: rows, in: views, of: log, at: moment, only: code)
    }
    return ReplayReport(moment: moment, root: computed, boards: boards, findings: findings)
}

extension LedgerReading {
    fileprivate func boards(only code: CommitteeCode?, at moment: Moment) throws -> [Board] {
        guard let code else { return try boards(at: moment) }
        let register = CommitteeRegister(try committees(), at: moment)
        return [try board(of: register.required(code).number, at: moment)]
    }
}

private func differences(
    between boards: [Board], and rows: Result<StoredRows?, any Error>, in views: ViewStore,
    of log: borrowing LogSnapshot, at moment: Moment, only code: CommitteeCode?
) throws -> [Finding] {
    try whatIsWrong(with: views) {
        let shown = try ViewSet(of: log, over: rows.get(), upTo: moment.known.treeSize)
            .boards(only: code, at: moment)
        let added = shown.filter { board in !boards.contains { $0.number == board.number } }
        return (boards.filter { !shown.contains($0) } + added)
            .map { .boardDiffers($0.committee.code) }
    }
}
