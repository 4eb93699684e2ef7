import Answers
import Checkpoints
import Coordinates
import EntryLog
import Extracts
import Handlingsplan
import PlanLog

/// The answer of an extract in words, with what it follows from.
func extractReading(
    _ answer: ExtractAnswer, at moment: Moment, _ verification: Verification
) throws -> String {
    guard let founding = verification.founding, let state = verification.state,
        let checkpoint = verification.checkpoint
    else { preconditionFailure("only what was verified is worded") }
    let entries = verification.entries
    return [
        Texts.extractHeading(founding, verification.ledger, checkpoint), answer.text,
        Texts.extractEntries(entries.positions.count),
        try entryTable(entries, founding, state, upTo: moment.known),
        Texts.whatAnExtractShows,
    ].joined(separator: "\n\n")
}

extension ExtractAnswer {
    /// As `action show` and `board` print it.
    var text: String {
        switch self {
        case .action(let answer): answer.text
        case .board(let answer): answer.text
        }
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
