import Answers
import Checkpoints
import Coordinates
import EntryLog
import Extracts
import Handlingsplan
import PlanLog
import Tables

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
        .init("Position", isNumber: true, rank: 0), .init("Recorded"), .init("Effective"),
        .init("What", wrapsAt: 60, rank: 0), .init("Counts"), .init("Signed by", rank: 2),
    ])
    let zero = Position(0)
    try entries.entry(at: zero) { entry in
        table.add([
            .number(zero.index), .time(entry.recordedAt), .empty, .text(Texts.founds(founding)),
            .empty, .text(entry.keyID.description),
        ])
    }
    let acts = entries.positions.filter { $0 > zero }
    for line in try History(acts, upTo: known, in: entries, state, { _ in true }).lines {
        table.add([
            .number(line.position.index), .time(line.recordedAt), .day(line.act.effective),
            .list(line.act.events.map { Texts.event($0, line.names) }),
            .text(Texts.turns(line.turns)), .text(line.signer.description),
        ])
    }
    return table.text()
}
