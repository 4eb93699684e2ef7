package import CBOR
import Coordinates
package import Handlingsplan

// How what is said of an action stands in the log. Specified in act.cddl.

extension DecidedAction: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> DecidedAction in
            DecidedAction(
                document: try fields.required(1), title: try fields.required(2),
                localNumber: try fields.optional(3), areas: try fields.optionalAscending(4),
                goals: try fields.optionalAscending(5))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, document)
            $0.field(2, title)
            $0.field(3, ifPresent: localNumber)
            $0.field(4, ifPresent: areas.isEmpty ? nil : areas)
            $0.field(5, ifPresent: goals.isEmpty ? nil : goals)
        }
    }
}

/// A map with one field, whose key says what is changed.
extension Amendment: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Amendment in
            if let text: String = try fields.optional(1) { return .title(text) }
            if let text: String = try fields.optional(2) { return .localNumber(text) }
            if let number: DocumentNumber = try fields.optional(3) { return .document(number) }
            if let numbers: [AreaNumber] = try fields.optional(4) {
                guard numbers.isAscending else { throw fields.error(.outOfRange) }
                return .areas(numbers)
            }
            if let numbers: [GoalNumber] = try fields.optional(5) {
                guard numbers.isAscending else { throw fields.error(.outOfRange) }
                return .goals(numbers)
            }
            return .comment(try fields.required(6))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            switch self {
            case .title(let text): $0.field(1, text)
            case .localNumber(let text): $0.field(2, text)
            case .document(let number): $0.field(3, number)
            case .areas(let numbers): $0.field(4, numbers)
            case .goals(let numbers): $0.field(5, numbers)
            case .comment(let text): $0.field(6, text)
            }
        }
    }
}

/// `{1: committees}`, or `{2: true}` for all, or `{3: date}` for all as of a day; 4, the lead.
extension Responsible: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Responsible in
            let who: Who
            if let numbers: [CommitteeNumber] = try fields.optional(1) {
                guard numbers.isAscending else { throw fields.error(.outOfRange) }
                who = .committees(numbers)
            } else if let all: Bool = try fields.optional(2) {
                guard all else { throw fields.error(.outOfRange) }
                who = .all
            } else {
                who = .allAsOf(try fields.required(3))
            }
            return Responsible(who, lead: try fields.optional(4))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            switch who {
            case .committees(let numbers):
                precondition(numbers.isAscending, "the committees are in order, each once")
                $0.field(1, numbers)
            case .all: $0.field(2, true)
            case .allAsOf(let day): $0.field(3, day)
            }
            $0.field(4, ifPresent: lead)
        }
    }
}

extension StatusReport: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> StatusReport in
            StatusReport(
                try fields.required(1), period: try fields.optional(2),
                comment: try fields.optional(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, status)
            $0.field(2, ifPresent: period)
            $0.field(3, ifPresent: comment)
        }
    }
}

extension Forecast: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> Forecast in
            Forecast(
                try fields.required(1), period: try fields.required(2),
                comment: try fields.optional(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, expectation)
            $0.field(2, period)
            $0.field(3, ifPresent: comment)
        }
    }
}

/// `{1: position}`, and 2 for a plan's actions, or 3 for certain ones.
extension ReportBack: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> ReportBack in
            let from: Position = try fields.required(1)
            if let document: DocumentNumber = try fields.optional(2) {
                return ReportBack(from: from, scope: .document(document))
            }
            let actions: [ActionNumber] = try fields.optionalAscending(3)
            return ReportBack(
                from: from, scope: actions.isEmpty ? .everything : .actions(actions))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, from)
            switch scope {
            case .everything: break
            case .document(let number): $0.field(2, number)
            case .actions(let numbers): $0.field(3, numbers)
            }
        }
    }
}

extension Status: ListedValue {
    static let list: [Status] = [.notStarted, .ongoing, .delayed, .paused, .completed]
}

extension Forecast.Expectation: ListedValue {
    static let list: [Forecast.Expectation] = [.expected, .uncertain, .notExpected]
}
