import Coordinates
import Cores
package import Failures
import FoundationEssentials
package import Handlingsplan

/// One line of a file of events (NDJSON): a JSON object with an `event` and the fields that it has,
/// or with several such objects as `events`; and perhaps `effective`, `decision`, `dnr` and `note`.
///
/// The names are those that `log --format json` prints. Numbers that the ledger gives itself, such
/// as `action` in an ActionDecided, need not be there; where one is, it must be the one that the
/// ledger gives. An event is judged as the command that leads to it is.
///
///     {"event":"StatusReported","action":1,"committee":"SN","status":"ongoing"}
///     {"events":[{"event":"ActionClosed","action":1},{"event":"ActionClosed","action":2}]}
package struct EventLine: Hashable, Sendable {
    /// Counted from 1.
    package let number: Int
    /// With the command that leads to each event as a step; at least one.
    package let proposal: Proposal
}

/// What is wrong with a file of events, and on which line.
package struct EventLineError: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        case notAnObject
        case noEvent
        case unknownEvent(String)
        case missing(field: String)
        case missingOne(of: [String])
        /// The value is not what the field is for.
        case unread(field: String, needed: String)
        /// A field that the event does not have.
        case unknown(field: String)
        /// A field that an object has twice: whoever reads takes one, and which was meant?
        case repeated(field: String)
    }

    /// Counted from 1; 0 for a file without events.
    package let line: Int
    /// Which of the line's `events`, counted from 1; nil where it is not of one of these.
    package let event: Int?
    package let problem: Problem

    package init(line: Int, event: Int? = nil, problem: Problem) {
        self.line = line
        self.event = event
        self.problem = problem
    }
}

extension EventLine {
    /// All events of a file, in order. Blank lines are passed over.
    package static func lines(of text: String) throws(EventLineError) -> [EventLine] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }
        let read = concurrentMap(lines, stripe: 64) { index, line in
            Result { () throws(EventLineError) in
                try EventLine(number: index + 1, String(line))
            }
        }
        var events: [EventLine] = []
        for line in read { events.append(try line.get()) }
        if events.isEmpty { throw EventLineError(line: 0, problem: .noEvent) }
        return events
    }

    private init(number: Int, _ line: String) throws(EventLineError) {
        // With a zero byte it may be JSON in UTF-16 or UTF-32, which the decoder reads unasked.
        guard !line.utf8.contains(0),
            let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8)),
            case .object(let object) = value
        else { throw EventLineError(line: number, problem: .notAnObject) }
        if let field = line.repeatedJSONKey {
            throw EventLineError(line: number, problem: .repeated(field: field))
        }
        var fields = EventFields(line: number, object)
        let effective = try fields.ifPresent("effective", EventFields.day)
        var steps: [Proposal.Step] = []
        if let events = try fields.ifPresent("events", EventFields.objects) {
            if events.isEmpty { throw fields.error(.noEvent) }
            for (index, event) in events.enumerated() {
                var fields = EventFields(line: number, event: index + 1, event)
                steps.append(try fields.step(on: effective))
                try fields.end()
            }
        } else {
            steps = [try fields.step(on: effective)]
        }
        let reference = Reference(
            decision: try fields.ifPresent("decision", EventFields.text),
            dnr: try fields.ifPresent("dnr", EventFields.text),
            note: try fields.ifPresent("note", EventFields.text))
        try fields.end()
        self.number = number
        proposal = Proposal(steps, effective: effective, reference: reference)
    }
}

extension EventLineError: Failing {
    package var failureKind: FailureKind { problem.failureKind }
}

extension EventLineError.Problem {
    fileprivate var failureKind: FailureKind {
        switch self {
        case .notAnObject: .refused("not-an-object")
        case .noEvent: .refused("no-event")
        case .unknownEvent: .refused("unknown-event")
        case .missing, .missingOne: .refused("missing-field")
        case .unread: .refused("unread-field")
        case .unknown: .refused("unknown-field")
        case .repeated: .refused("repeated-field")
        }
    }
}
