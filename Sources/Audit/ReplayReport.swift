import Answers
package import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog
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
    /// Whether there are stored views, which answers were compared with.
    package let hasViews: Bool
    package let findings: [Finding]

    package var isVerified: Bool { findings.isEmpty }
}

/// Replays the log up to the end of a day, checks each entry on the way, and compares the root with the
/// log's and the boards with those that the views show for the same moment.
///
/// Where the day ends is the ledger's to say, which has settled its time zone in entries, and may have
/// done so later on: so the whole log is verified and folded first, and no row is asked.
/// - Parameters:
///   - effective: what held on this day; by default the same.
///   - code: only this committee's board; else those of all that have one.
/// - Throws: `NothingRecorded`; `NoSuchCommittee`; `UnknownTimeZone`; `LMDBError`.
package func replay(
    _ log: Log, _ views: ViewStore, to day: CalendarDate, effective: CalendarDate? = nil,
    only code: CommitteeCode? = nil
) throws -> ReplayReport {
    // Before the log, so that they cannot be ahead of it while others append.
    let rows = Result { try views.storedRows() }
    let founding = log.founding
    return try log.read { log in
        let whole = try verified(log, upTo: log.size.last ?? Position(0))
        // Where an entry is missing, all that is known ends there.
        let end = whole.folded.size
        let moment = try log.moment(
            effective: effective ?? day, known: day, by: whole.folded.calendar(of: founding),
            within: end, by: whole.folded.logStory())
        let verifier =
            moment.known.treeSize == log.size
            ? whole : try verified(log, upTo: moment.known, knowing: whole.folded.voids())
        let otherSettings = try whatIsWrong(with: views) {
            guard whole.state != nil else { return [] }
            let shown = try ViewSet(of: log, over: rows.get())
            // Rows that took an entry in before it was changed differ for that alone.
            guard try whole.findings.isEmpty || shown.voids() == whole.folded.voids() else {
                return []
            }
            return try shown.settings() == whole.folded.settings() ? [] : [SettingsRows.differ]
        }
        return try report(
            verifier, whole.findings + otherSettings, rows, views, of: founding, log, at: moment,
            only: code)
    }
}

/// Replays the log up to a position, as `replay(_:_:to:effective:only:)` does once it knows which.
package func replay(
    _ log: Log, _ views: ViewStore, at moment: Moment, only code: CommitteeCode? = nil
) throws -> ReplayReport {
    let rows = Result { try views.storedRows() }
    let founding = log.founding
    return try log.read { log in
        try report(
            verified(log, upTo: moment.known), [], rows, views, of: founding, log, at: moment,
            only: code)
    }
}

/// - Parameter voids: of more entries, where void ones were dealt with later.
private func verified(
    _ log: borrowing LogSnapshot, upTo last: Position, knowing voids: VoidEntries = VoidEntries()
) throws -> LogVerifier<LedgerState> {
    var verifier = LogVerifier()
    try log.forEachRecord(upTo: last) { position, bytes in
        try verifier.take(position, bytes, in: log)
    }
    try verifier.end(expecting: last.treeSize, in: log, knowing: voids)
    return verifier
}

/// - Parameter found: what is wrong with what the moment rests on.
private func report(
    _ verifier: LogVerifier<LedgerState>, _ found: [Finding],
    _ rows: Result<StoredRows?, any Error>, _ views: ViewStore, of founding: Founding,
    _ log: borrowing LogSnapshot, at moment: Moment, only code: CommitteeCode?
) throws -> ReplayReport {
    var findings = found + verifier.findings.filter { !found.contains($0) }
    let computed = verifier.frontier.root
    if verifier.state != nil {
        let stated = try log.root(of: moment.known.treeSize)
        if stated != computed {
            findings.append(Finding(.rootDiffers(stated: stated, computed: computed)))
        }
    }
    var boards: [Board] = []
    if let state = verifier.state {
        boards = try state.boards(only: code, at: moment)
        let others = try differences(
            between: boards, state, and: rows, in: views, of: founding, log, at: moment, only: code)
        findings += others.filter { !findings.contains($0) }
    }
    let hasViews = if case .success(.none) = rows { false } else { true }
    return ReplayReport(
        moment: moment, root: computed, boards: boards, hasViews: hasViews, findings: findings)
}

extension SettingsRows {
    fileprivate static var differ: Problem { .rowDiffers(module: name, key: only) }
}

extension LedgerReading {
    fileprivate func boards(only code: CommitteeCode?, at moment: Moment) throws -> [Board] {
        guard let code else { return try boards(at: moment) }
        let register = CommitteeRegister(try committees(), at: moment)
        return [try board(of: register.required(code).number, at: moment)]
    }
}

/// Where the boards, or without `code` any other answer, are otherwise in the views.
private func differences(
    between boards: [Board], _ state: LedgerState, and rows: Result<StoredRows?, any Error>,
    in views: ViewStore, of founding: Founding, _ log: borrowing LogSnapshot, at moment: Moment,
    only code: CommitteeCode?
) throws -> [Finding] {
    try whatIsWrong(with: views) {
        let shown = try ViewSet(of: log, over: rows.get(), upTo: moment.known.treeSize)
        let shownBoards = try shown.boards(only: code, at: moment)
        let added = shownBoards.filter { board in
            !boards.contains { $0.number == board.number }
        }
        let problems = (boards.filter { !shownBoards.contains($0) } + added)
            .map { Problem.boardDiffers($0.committee.code) }
        // A board that differs would be named again by all answers that it is part of.
        guard code == nil, problems.isEmpty else { return problems }
        let now = try state.logStory().time(of: moment.known, in: log)
        return try state.everyQuestion(at: moment, asOf: now).compactMap { question in
            let derived = try question.told(at: moment, of: founding, in: log, state)
            let stored = try question.told(at: moment, of: founding, in: log, shown)
            return derived == stored ? nil : .answerDiffers(to: question.name)
        }
    }
}
