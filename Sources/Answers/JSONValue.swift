/// Any JSON.
indirect enum JSONValue: Hashable, Codable, Sendable {
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
    /// A text of JSON without the white space between its tokens (RFC 8259 section 2).
    static func withoutSpace(_ text: String) -> [UInt8] {
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

/// A text in JSON, the same only where its bytes are; Swift's own strings are when they look the same.
struct JSONText: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (one: JSONText, other: JSONText) -> Bool {
        one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
