import Coordinates
import FoundationEssentials
import Handlingsplan

/// The fields of one event that are still to be taken.
struct EventFields {
    private let line: Int
    /// Which of several events on the line, counted from 1.
    private let number: Int?
    private var fields: [String: JSONValue]
    /// The number that what the event begins is to get, where the line says so.
    var begun: UInt32?
    /// The day that the line says its events hold from.
    private(set) var effective: CalendarDate?

    init(line: Int, event number: Int? = nil, _ fields: [String: JSONValue]) {
        self.line = line
        self.number = number
        self.fields = fields.filter { $0.value != .null }
    }

    /// The command that leads to the event, on a line whose events hold from a day.
    mutating func step(on effective: CalendarDate?) throws(EventLineError) -> Proposal.Step {
        self.effective = effective
        let command = try command(for: try text("event"))
        return Proposal.Step(command, begins: begun)
    }

    /// How a kind of value is read, and what it is called in an error.
    struct Kind<Value>: Sendable {
        let name: String
        let read: @Sendable (JSONValue) -> Value?
    }

    mutating func take<Value>(_ field: String, _ kind: Kind<Value>) throws(EventLineError) -> Value
    {
        guard let value = try ifPresent(field, kind) else { throw error(.missing(field: field)) }
        return value
    }

    mutating func ifPresent<Value>(
        _ field: String, _ kind: Kind<Value>
    ) throws(EventLineError) -> Value? {
        guard let value = fields.removeValue(forKey: field) else { return nil }
        guard let read = kind.read(value) else {
            throw error(.unread(field: field, needed: kind.name))
        }
        return read
    }

    mutating func text(_ field: String) throws(EventLineError) -> String {
        try take(field, Self.text)
    }

    func has(_ field: String) -> Bool { fields[field] != nil }

    /// No field may be left: what nobody reads might be what somebody meant.
    func end() throws(EventLineError) {
        if let field = fields.keys.min() { throw error(.unknown(field: field)) }
    }

    func error(_ problem: EventLineError.Problem) -> EventLineError {
        EventLineError(line: line, event: number, problem: problem)
    }
}

// MARK: Kinds of values

extension EventFields {
    static let text = Kind<String>(name: "a text") { $0.text }
    static let flag = Kind<Bool>(name: "true or false") {
        if case .bool(let value) = $0 { value } else { nil }
    }
    static let day = word("a day, YYYY-MM-DD") { CalendarDate($0) }
    static let code = word("a committee's code") { CommitteeCode($0) }
    static let slug = word("the short name of a policy or plan") { DocumentSlug($0) }
    static let period = word("a period, such as 2018 or 2018-T2") { Period($0) }
    static let status = word(list(Status.self)) { Status(rawValue: $0) }
    static let expectation = word(list(Forecast.Expectation.self)) {
        Forecast.Expectation(rawValue: $0)
    }
    static let bound = word(list(Target.Bound.self)) { Target.Bound(rawValue: $0) }
    static let before = word(list(ReadingRules.Before.self)) { ReadingRules.Before(rawValue: $0) }
    static let texts = list("a list of texts") { $0.text }
    static let codes = list("a list of committees' codes") { $0.text.flatMap { CommitteeCode($0) } }
    static let objects = list("a list of objects") { value -> [String: JSONValue]? in
        if case .object(let fields) = value { fields } else { nil }
    }
    static let position = Kind<Position>(name: "a position") { value in
        if case .integer(let number) = value {
            UInt64(exactly: number).map { Position($0) }
        } else {
            nil
        }
    }
    static let writer = word("a public key, 32 bytes in base64") { text in
        Data(base64Encoded: text).flatMap { Writer(bytes: Array($0)) }
    }
    static let digest = word("a SHA-256, 32 bytes in base64") { text in
        Data(base64Encoded: text).flatMap { Digest256(Array($0)) }
    }
    static let format = Kind<UInt64>(name: "a number") { value in
        if case .integer(let number) = value { UInt64(exactly: number) } else { nil }
    }
    static let committeeKind = word(list(CommitteeKind.self)) { CommitteeKind(rawValue: $0) }
    static let time = word("a time, as 2027-01-31T22:59:59.999Z") { Timestamp(rfc3339: $0) }
    static let isRegistrar = word("one of steward, registrar") {
        ["steward": false, "registrar": true][$0]
    }
    static let month = Kind<Int>(name: "a month, 1 to 12") { value in
        if case .integer(let number) = value { Int(number) } else { nil }
    }
    /// `1171`, or `"12.5"`: a text keeps its decimals.
    static let quantity = Kind<Quantity>(name: "a decimal number") { value in
        switch value {
        case .integer(let number): Quantity(significand: number, decimals: 0)
        case .text(let text): readDecimal(text).flatMap { Quantity($0) }
        default: nil
        }
    }
    /// The words of a deadline, also within what is printed of one.
    static let deadline = Kind<String>(name: "the words of a deadline") { value in
        if case .object(let due) = value { due["text"]?.text } else { value.text }
    }

    static let given = Kind<UInt32>(name: "a number") { value in
        if case .integer(let number) = value { UInt32(exactly: number) } else { nil }
    }

    static func number<Number: DenseNumber>(_: Number.Type = Number.self) -> Kind<Number> {
        Kind(name: "a number") { $0.denseNumber() }
    }

    static func numbers<Number: DenseNumber>(_: Number.Type = Number.self) -> Kind<[Number]> {
        list("a list of numbers") { $0.denseNumber() }
    }

    private static func word<Value>(
        _ name: String, _ read: @escaping @Sendable (String) -> Value?
    ) -> Kind<Value> {
        Kind(name: name) { $0.text.flatMap(read) }
    }

    private static func list<Value>(
        _ name: String, _ read: @escaping @Sendable (JSONValue) -> Value?
    ) -> Kind<[Value]> {
        Kind(name: name) { value in
            guard case .list(let items) = value else { return nil }
            let read = items.map(read)
            return read.contains { $0 == nil } ? nil : read.compactMap(\.self)
        }
    }

    private static func list<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> String
    where Word.RawValue == String {
        "one of " + Word.allCases.map(\.rawValue).joined(separator: ", ")
    }
}

extension JSONValue {
    fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }

    fileprivate func denseNumber<Number: DenseNumber>() -> Number? {
        guard case .integer(let value) = self, let number = UInt32(exactly: value), number > 0
        else { return nil }
        return Number(number)
    }
}
