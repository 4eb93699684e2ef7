import FoundationEssentials

/// An answer as somebody states it, in JSON, to be held against one that was derived.
package struct StatedAnswer: Sendable {
    /// Nil where it does not say.
    package let schema: AnswerSchema?
    private let value: JSONValue

    /// - Throws: `MalformedAnswer`.
    package init(_ text: String) throws(MalformedAnswer) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)),
            case .object(let fields) = value
        else { throw MalformedAnswer() }
        self.value = value
        schema = if case .string(let name)? = fields["schema"] { AnswerSchema(name) } else { nil }
    }

    /// Whether ``difference(from:)`` knows the fields: those of an answer of that type, up to now.
    package func isKnown(to type: (some Answer).Type) -> Bool {
        schema.map { $0.kind == type.schema.kind && $0.number <= type.schema.number } ?? false
    }

    /// The first field, in the order of the names, that is not the same: of the fields that the stated
    /// schema has.
    /// - Precondition: the schema is known to the answer's type.
    package func difference<Derived: Answer>(from answer: Derived) -> AnswerDifference? {
        guard let schema, isKnown(to: Derived.self) else {
            preconditionFailure("an answer of another schema is not compared")
        }
        let text = json(PublishedAnswer(answer))
        guard let derived = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
            preconditionFailure("our own JSON can be read")
        }
        let later = Set(Derived.laterFields.filter { $0.value > schema.number }.keys)
        return value.difference(from: derived.without(later).naming(schema), at: "")
    }
}

/// A text that is no JSON object.
package struct MalformedAnswer: Error, Equatable, Sendable {}

/// Where a stated answer and a derived one part: a path such as `actions[2].status`, and what stands
/// there, as JSON; nil for nothing.
package struct AnswerDifference: Equatable, Sendable {
    package let path: String
    package let stated: String?
    package let derived: String?

    package init(path: String, stated: String?, derived: String?) {
        self.path = path
        self.stated = stated
        self.derived = derived
    }
}

/// Any JSON.
private indirect enum JSONValue: Hashable, Codable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let values = try? container.decode([JSONValue].self) {
            self = .array(values)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let fields): try container.encode(fields)
        }
    }
}

extension JSONValue {
    /// The same without fields of these names, wherever they are.
    func without(_ names: Set<String>) -> JSONValue {
        if names.isEmpty { return self }
        return switch self {
        case .array(let values): .array(values.map { $0.without(names) })
        case .object(let fields):
            .object(fields.filter { !names.contains($0.key) }.mapValues { $0.without(names) })
        default: self
        }
    }

    /// The same as of a schema.
    func naming(_ schema: AnswerSchema) -> JSONValue {
        guard case .object(var fields) = self else { return self }
        fields["schema"] = .string(schema.description)
        return .object(fields)
    }

    func difference(from derived: JSONValue, at path: String) -> AnswerDifference? {
        switch (self, derived) {
        case (.object(let mine), .object(let theirs)):
            for name in Set(mine.keys).union(theirs.keys).sorted() {
                let place = path.isEmpty ? name : path + "." + name
                if let found = Self.difference(mine[name], theirs[name], at: place) { return found }
            }
            return nil
        case (.array(let mine), .array(let theirs)):
            for index in 0..<max(mine.count, theirs.count) {
                func item(_ items: [JSONValue]) -> JSONValue? {
                    items.indices.contains(index) ? items[index] : nil
                }
                let place = "\(path)[\(index)]"
                if let found = Self.difference(item(mine), item(theirs), at: place) { return found }
            }
            return nil
        default:
            return self == derived
                ? nil : AnswerDifference(path: path, stated: text, derived: derived.text)
        }
    }

    private static func difference(
        _ stated: JSONValue?, _ derived: JSONValue?, at path: String
    ) -> AnswerDifference? {
        if let stated, let derived { return stated.difference(from: derived, at: path) }
        return stated == derived
            ? nil : AnswerDifference(path: path, stated: stated?.text, derived: derived?.text)
    }

    private var text: String { json(self, style: []) }
}
