package import CBOR
package import Coordinates
package import Handlingsplan

// How the domain's values stand in the log, and in the rows of the views. Specified in act.cddl.

extension DenseNumber {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let value = UInt32(exactly: try reader.unsigned()), value > 0 else {
            throw reader.error(.outOfRange)
        }
        self.init(value)
    }

    package func encode(to encoder: inout Encoder) { encoder.unsigned(UInt64(value)) }
}

extension CommitteeNumber: CBORCodable {}
extension DocumentNumber: CBORCodable {}
extension AreaNumber: CBORCodable {}
extension GoalNumber: CBORCodable {}
extension ActionNumber: CBORCodable {}
extension GuidelineNumber: CBORCodable {}
extension IndicatorNumber: CBORCodable {}

/// RFC 8943: tag 100, days since 1970-01-01.
extension CalendarDate: CBORCodable {
    private static let tag: UInt64 = 100

    package init(from reader: inout Reader) throws(CBORError) {
        try reader.expectTag(Self.tag)
        guard let date = CalendarDate(daysSinceEpoch: try reader.integer()) else {
            throw reader.error(.outOfRange)
        }
        self = date
    }

    package func encode(to encoder: inout Encoder) {
        encoder.tag(Self.tag)
        encoder.integer(Int64(daysSinceEpoch))
    }
}

extension CommitteeCode: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        let text = try reader.text()
        guard let code = CommitteeCode(exactly: text) else {
            throw reader.error(.outOfRange)
        }
        self = code
    }

    package func encode(to encoder: inout Encoder) { encoder.text(description) }
}

extension DocumentSlug: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let slug = DocumentSlug(try reader.text()) else { throw reader.error(.outOfRange) }
        self = slug
    }

    package func encode(to encoder: inout Encoder) { encoder.text(description) }
}

/// `[code, name]`.
extension Naming: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard try reader.array() == 2 else { throw reader.error(.outOfRange) }
        self.init(code: try CommitteeCode(from: &reader), name: try reader.text())
    }

    package func encode(to encoder: inout Encoder) {
        encoder.array(2) {
            code.encode(to: &$0)
            $0.text(name)
        }
    }
}

/// In words of its own: `2018-T2`.
extension Period: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        let text = try reader.text()
        guard let period = Period(text), period.description == text else {
            throw reader.error(.outOfRange)
        }
        self = period
    }

    package func encode(to encoder: inout Encoder) { encoder.text(description) }
}

extension FieldReader {
    /// Numbers in ascending order, each once; at least one.
    mutating func ascending<Number: DenseNumber & CBORCodable>(
        _ key: UInt64
    ) throws(CBORError) -> [Number] {
        let numbers: [Number] = try required(key)
        guard !numbers.isEmpty, numbers.isAscending else { throw error(.outOfRange) }
        return numbers
    }

    /// Numbers in ascending order, each once; none where the field is absent.
    mutating func optionalAscending<Number: DenseNumber & CBORCodable>(
        _ key: UInt64
    ) throws(CBORError) -> [Number] {
        let numbers: [Number]? = try optional(key)
        guard let numbers else { return [] }
        guard !numbers.isEmpty, numbers.isAscending else { throw error(.outOfRange) }
        return numbers
    }
}

extension Array where Element: DenseNumber {
    var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}

/// A value of a closed set, encoded as its index in a list. The lists are released with the
/// format: they only ever grow, at the end.
protocol ListedValue: CBORCodable, Equatable {
    static var list: [Self] { get }
}

extension ListedValue {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let index = Int(exactly: try reader.unsigned()), Self.list.indices.contains(index)
        else { throw reader.error(.outOfRange) }
        self = Self.list[index]
    }

    package func encode(to encoder: inout Encoder) {
        guard let index = Self.list.firstIndex(of: self) else {
            preconditionFailure("\(self) has no number in the log's format")
        }
        encoder.unsigned(UInt64(index))
    }
}
