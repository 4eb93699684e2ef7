import Answers
import Checkpoints
import Coordinates
import EntryLog
package import Extracts
package import Handlingsplan
import PlanLog
import Tables

/// The answer of an extract in words, with what it follows from.
package func extractReading(
    _ answer: ExtractAnswer, at moment: Moment, _ verification: Verification,
    in words: any Wording
) throws -> String {
    guard let founding = verification.founding, let state = verification.state,
        let checkpoint = verification.checkpoint
    else { preconditionFailure("only what was verified is worded") }
    let entries = verification.entries
    return [
        words.extractHeading(founding, verification.ledger, checkpoint), answer.text(in: words),
        words.extractEntries(entries.positions.count),
        try entryTable(entries, founding, state, upTo: moment.known, words),
        words.whatAnExtractShows,
    ].joined(separator: "\n\n")
}

extension ExtractAnswer {
    /// As `action show` and `board` print it.
    package func text(in words: any Wording) -> String {
        switch self {
        case .action(let answer): answer.text(in: words)
        case .board(let answer): answer.text(in: words)
        }
    }
}

/// The entries, and who signed them.
private func entryTable(
    _ entries: SelectedEntries, _ founding: Founding, _ state: LedgerState, upTo known: Position,
    _ words: any Wording
) throws -> String {
    var table = Table([
        .init(words.heading(.position), isNumber: true, rank: 0), .init(words.heading(.recorded)),
        .init(words.heading(.effective)),
        .init(words.heading(.what), wrapsAt: 60, rank: 0), .init(words.heading(.counts)),
        .init(words.heading(.signedBy), rank: 2),
    ])
    let zero = Position(0)
    try entries.entry(at: zero) { entry in
        table.add([
            .number(zero.index), .time(entry.recordedAt), .empty, .text(words.founds(founding)),
            .empty, .text(entry.keyID.description),
        ])
    }
    let acts = entries.positions.filter { $0 > zero }
    for line in try History(acts, upTo: known, in: entries, state, { _ in true }).lines {
        table.add([
            .number(line.position.index), .time(line.recordedAt), .day(line.act.effective),
            .list(line.act.events.map { words.event($0, line.names) }),
            .text(words.turns(line.turns)), .text(line.signer.description),
        ])
    }
    return table.text()
}
