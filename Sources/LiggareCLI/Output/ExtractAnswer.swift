import Answers
import Checkpoints
import Coordinates
import EntryLog
import Extracts
import Handlingsplan
import PlanLog

/// The answer of an extract in words: from what its entries say, and nothing else. It is written, and
/// derived again to be compared, by this alone.
func extractAnswer(
    _ question: Extract.Question, _ verification: Verification
) throws -> String {
    guard let founding = verification.founding, let state = verification.state,
        let checkpoint = verification.checkpoint
    else { preconditionFailure("only what was verified is rendered") }
    let entries = verification.entries
    let answer = try answer(to: question, entries, state, of: founding)
    let head = Texts.extractHeading(founding, verification.ledger, checkpoint)
    return
        ([head, answer, Texts.extractEntries(entries.positions.count)]
        + [
            try entryTable(entries, founding, state, upTo: question.moment.known),
            Texts.whatAnExtractShows,
        ]).joined(separator: "\n\n")
}

/// As `action show` and `board` print it.
private func answer(
    to question: Extract.Question, _ entries: SelectedEntries, _ state: LedgerState,
    of founding: Founding
) throws -> String {
    let moment = question.moment
    switch question.subject {
    case .action(let number):
        return try ActionQuestion(number).answer(at: moment, of: founding, in: entries, state).text
    case .committee(let code):
        return try BoardQuestion(code).answer(at: moment, of: founding, in: entries, state).text
    }
}

/// The entries, and who signed them.
private func entryTable(
    _ entries: SelectedEntries, _ founding: Founding, _ state: LedgerState, upTo known: Position
) throws -> String {
    var table = Table([
        .init(heading: "Position", isNumber: true), .init(heading: "Recorded"),
        .init(heading: "Effective"), .init(heading: "What", wrapsAt: 60),
        .init(heading: "Counts"), .init(heading: "Signed by"),
    ])
    let zero = Position(0)
    try entries.entry(at: zero) { entry in
        table.add([
            zero.description, entry.recordedAt.rfc3339, "", Texts.founds(founding), "",
            entry.keyID.description,
        ])
    }
    let acts = entries.positions.filter { $0 > zero }
    for line in try History(acts, upTo: known, in: entries, state, { _ in true }).lines {
        table.add([
            line.position.description, line.recordedAt.rfc3339, line.act.effective.description,
            line.act.events.map { Texts.event($0, line.names) }.joined(separator: "\n"),
            Texts.turns(line.turns), line.signer.description,
        ])
    }
    return table.text
}
