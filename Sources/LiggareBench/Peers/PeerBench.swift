import FoundationEssentials
import Registry

/// Other systems with the same events and questions, after their answers were compared with ours.
/// Ours of the appends is measured just before, and the rest, of the same ledger, before that.
///
/// Bulk is what each does best: ours one command of 20,000 events, theirs all events in one
/// transaction, with their indexes.
func measurePeers(
    _ grown: Grown, _ bulk: BulkAppends, _ script: String, appends: Int, in place: String
) throws -> (figures: [Figure], remarks: [String]) {
    let peers = PeerRun(script: script, place: place, appends: appends)
    let ledger = grown.ledger
    try ledger.writeEvents(to: place + "/events.tsv")
    try writeQuestions(grown.questions, to: place + "/boards.tsv")
    let compared = try peers.compareAnswers(with: try ledger.open())
    let ours = [
        "append.durable": try timeSealedAppends(appends, in: place),
        "append.bulk": bulk.rates,
        "board.past": grown.boards.all,
        "rebuild": grown.rebuilds.ours.rates(of: ledger.events),
    ]
    let results = try peers.measure()
    let figures = results.figures.compactMap { theirs in
        ours[theirs.figure].map { values in
            Figure(
                "peers.\(theirs.figure)", values, in: theirs.unit, against: theirs.peer,
                theirs.values)
        }
    }
    return (
        figures,
        [
            "The peers have a ledger of \(ledger.events) events. Their answers were compared with "
                + "ours: \(compared) rows, all equal."
        ] + results.skipped.map { "Skipped: \($0.peer), \($0.reason)" }
    )
}
