import FoundationEssentials

/// An answer as somebody states it, in JSON, to be held against one that was derived.
package struct StatedAnswer: Sendable {
    /// Nil where it does not say.
    package let schema: AnswerSchema?
    private let value: JSONValue

    /// - Throws: `MalformedAnswer` for all but a JSON object as ``json(_:style:)`` writes it, white space
    ///   aside: of two fields with one name, readers differ on which counts.
    package init(_ text: String) throws(MalformedAnswer) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)),
            case .object(let fields) = value, value.bytes == withoutSpace(text)
        else { throw MalformedAnswer() }
        self.value = value
        schema =
            if case .string(let name)? = fields[JSONText("schema")] {
                AnswerSchema(name.text)
            } else {
                nil
            }
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

/// A text that is no JSON object as this program writes them.
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

/// JSON without the white space between its tokens, of which there is none that is no ASCII.
private func withoutSpace(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var (isInString, isEscaped) = (false, false)
    for byte in text.utf8 {
        if isInString {
            if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        } else if byte == UInt8(ascii: "\"") {
            isInString = true
        } else if [0x20, 0x09, 0x0a, 0x0d].contains(byte) {
            continue
        }
        bytes.append(byte)
    }
    return bytes
}

/// A text of JSON, the same only where its bytes are: Swift's own takes "K" for the sign of a kelvin.
private struct JSONText: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (one: JSONText, other: JSONText) -> Bool {
        one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

/// Any JSON.
private indirect enum JSONValue: Hashable, Codable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(JSONText)
    case array([JSONValue])
    case object([JSONText: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // The most frequent first: each that fails makes an error.
        if let value = try? container.decode(String.self) {
            self = .string(JSONText(value))
        } else if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let values = try? container.decode([JSONValue].self) {
            self = .array(values)
        } else {
            let fields = try container.decode([String: JSONValue].self)
            self = .object(
                Dictionary(uniqueKeysWithValues: fields.map { (JSONText($0.key), $0.value) }))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value.text)
        case .array(let values): try container.encode(values)
        case .object(let fields):
            // What Swift takes for one name was one before it was read, too.
            try container.encode(
                Dictionary(fields.map { ($0.key.text, $0.value) }) { first, _ in first })
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
            .object(
                fields.filter { !names.contains($0.key.text) }.mapValues { $0.without(names) })
        default: self
        }
    }

    /// The same as of a schema.
    func naming(_ schema: AnswerSchema) -> JSONValue {
        guard case .object(var fields) = self else { return self }
        fields[JSONText("schema")] = .string(JSONText(schema.description))
        return .object(fields)
    }

    func difference(from derived: JSONValue, at path: String) -> AnswerDifference? {
        switch (self, derived) {
        case (.object(let mine), .object(let theirs)):
            let names = Set(mine.keys).union(theirs.keys).sorted { $0.text < $1.text }
            for name in names {
                let place = path.isEmpty ? name.text : path + "." + name.text
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

    var bytes: [UInt8] { Array(text.utf8) }
}
