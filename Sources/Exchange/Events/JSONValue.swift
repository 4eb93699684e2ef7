/// A value of JSON, before anybody knows what it is to mean.
enum JSONValue: Decodable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// No event has a field that goes deeper.
    private static let deepest = 8

    init(from decoder: any Decoder) throws {
        // What stands there is then not what any field is for, and to read on would take longer
        // with each step down.
        guard decoder.codingPath.count <= Self.deepest else {
            self = .list([])
            return
        }
        let container = try decoder.singleValueContainer()
        // The most frequent first: each that it is not costs an error made and thrown away.
        if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }
}
