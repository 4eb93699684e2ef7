package import CBOR
package import Handlingsplan
import PlanLog

/// The committee register: one row a committee, by its number.
package enum CommitteeRows: StoryProjection {
    package typealias Row = CommitteeStory
    package static let name = "committees"
    package static let version = 1

    static func key(of subject: Subject) -> UInt64? {
        if case .committee(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2: naming timeline, 3: standing timeline}`.
extension CommitteeStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> CommitteeStory in
            CommitteeStory(
                number: try fields.required(1), naming: try fields.required(2),
                standing: try fields.required(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.field(2, naming)
            $0.field(3, standing)
        }
    }
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

/// `true` for established; for dissolved `[]`, or with a successor `[number]`.
extension CommitteeStory.Standing: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard try reader.peekType() == .array else {
            guard try reader.bool() else { throw reader.error(.outOfRange) }
            self = .established
            return
        }
        let successors = try [CommitteeNumber](from: &reader)
        guard successors.count <= 1 else { throw reader.error(.outOfRange) }
        self = .dissolved(successor: successors.first)
    }

    package func encode(to encoder: inout Encoder) {
        switch self {
        case .established: encoder.bool(true)
        case .dissolved(let successor): (successor.map { [$0] } ?? []).encode(to: &encoder)
        }
    }
}
