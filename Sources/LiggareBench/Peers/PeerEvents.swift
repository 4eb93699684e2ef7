import Coordinates
import FoundationEssentials
import Handlingsplan

// The generated events and the questions about them as tools/peers.py reads them: a line each, its
// fields between tabs.

extension GrownLedger {
    /// The same events as the log holds, made again from the same seed.
    func writeEvents(to path: String) throws {
        var acts = GeneratedActs(events: events, seed: Self.seed)
        var lines: [UInt8] = []
        var position = Position(0)
        while acts.eventCount < events {
            position = position.treeSize.end
            let recordedAt = acts.recordedAt.milliseconds
            let act = acts.next()
            for (index, event) in act.events.enumerated() {
                let fields = PeerEvent(event).fields
                lines += "\(position)\t\(index)\t\(recordedAt)\t\(act.effective)\t\(fields)\n".utf8
            }
        }
        try Data(lines).write(to: URL(filePath: path))
    }
}

func writeQuestions(_ questions: [BoardQuestion], to path: String) throws {
    let lines = questions.map { question in
        "\(question.committee)\t\(question.moment.effective)\t\(question.moment.known)\n"
    }
    try Data(lines.joined().utf8).write(to: URL(filePath: path))
}

/// As much of an event as the peers answer from. Mergers are not among it: a peer does not know that
/// one committee answers for another.
private struct PeerEvent {
    let kind: String
    var action: ActionNumber?
    var first = ""
    var second = ""

    var fields: String {
        "\(kind)\t\(action.map { "\($0)" } ?? "")\t\(first)\t\(second)"
    }

    init(_ event: Event) {
        switch event {
        case .actionDecided(let number, _):
            (kind, action) = ("decided", number)
        case .responsibilityAssigned(let number, let now),
            .responsibilityTransferred(let number, _, let now):
            (kind, action, first) = ("assigned", number, now.numbers)
        case .deadlineSet(let number, let deadline):
            (kind, action, first) = ("deadline", number, deadline.text)
            second = deadline.reading?.latest.map { "\($0)" } ?? ""
        case .statusReported(let number, let committee, let report):
            (kind, action, first) = ("status", number, "\(committee)")
            second = report.status.rawValue
        case .entryCorrected(let position, _):
            (kind, first) = ("corrected", "\(position)")
        case .actionAmended(let number, _), .actionClosed(let number),
            .forecastGiven(let number, _, _):
            (kind, action) = ("other", number)
        default:
            kind = "other"
        }
    }
}

extension Responsible {
    fileprivate var numbers: String {
        guard case .committees(let numbers) = who else {
            preconditionFailure("nothing generated is laid on all")
        }
        return numbers.map { "\($0)" }.joined(separator: ",")
    }
}
