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
extension PlanNumber: CBORCodable {}
extension ActionNumber: CBORCodable {}

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
        guard let code = CommitteeCode(text), code.description == text else {
            throw reader.error(.outOfRange)
        }
        self = code
    }

    package func encode(to encoder: inout Encoder) { encoder.text(description) }
}

extension PlanSlug: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard let slug = PlanSlug(try reader.text()) else { throw reader.error(.outOfRange) }
        self = slug
    }

    package func encode(to encoder: inout Encoder) { encoder.text(description) }
}

/// The committees' numbers, or `true` for all committees.
extension Responsible: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        if try reader.peekType() == .array {
            let numbers = try [CommitteeNumber](from: &reader)
            guard isAscending(numbers) else { throw reader.error(.outOfRange) }
            self = .committees(numbers)
        } else {
            guard try reader.bool() else { throw reader.error(.outOfRange) }
            self = .all
        }
    }

    package func encode(to encoder: inout Encoder) {
        switch self {
        case .committees(let numbers):
            precondition(isAscending(numbers), "the committees are in order, each once")
            numbers.encode(to: &encoder)
        case .all: encoder.bool(true)
        }
    }
}

private func isAscending(_ numbers: [CommitteeNumber]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
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

extension Status: ListedValue {
    static let list: [Status] = [.notStarted, .ongoing, .delayed, .paused, .completed]
}
