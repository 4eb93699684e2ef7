package import Coordinates
import FoundationEssentials
package import Handlingsplan

/// One line of a file of events (NDJSON): a JSON object with an `event`, the fields that it has,
/// and perhaps `effective`, `decision`, `dnr` and `note`.
///
/// The names are those that `log --format json` prints. Numbers that the ledger gives itself, such
/// as `action` in an ActionDecided, need not be there; where one is, it must be the one that the
/// ledger gives. An event is judged as the command that leads to it is.
///
///     {"event":"StatusReported","action":1,"committee":"SN","status":"ongoing"}
package struct EventLine: Hashable, Sendable {
    /// Counted from 1.
    package let number: Int
    package let command: Command
    /// The number that what the event begins is to get; nil where the line does not say.
    package let begins: UInt32?
    package let effective: CalendarDate?
    package let reference: Reference
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
    }

    /// Counted from 1; 0 for a file without events.
    package let line: Int
    package let problem: Problem

    package init(line: Int, problem: Problem) {
        self.line = line
        self.problem = problem
    }
}

extension EventLine {
    /// All events of a file, in order. Blank lines are passed over.
    package static func lines(of text: String) throws(EventLineError) -> [EventLine] {
        var events: [EventLine] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            events.append(try EventLine(number: index + 1, String(line)))
        }
        if events.isEmpty { throw EventLineError(line: 0, problem: .noEvent) }
        return events
    }

    private init(number: Int, _ line: String) throws(EventLineError) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8)),
            case .object(let object) = value
        else { throw EventLineError(line: number, problem: .notAnObject) }
        var fields = EventFields(line: number, object)
        let name = try fields.text("event")
        command = try fields.command(for: name)
        begins = fields.begun
        effective = try fields.ifPresent("effective", EventFields.day)
        reference = Reference(
            decision: try fields.ifPresent("decision", EventFields.text),
            dnr: try fields.ifPresent("dnr", EventFields.text),
            note: try fields.ifPresent("note", EventFields.text))
        try fields.end()
        self.number = number
    }
}
