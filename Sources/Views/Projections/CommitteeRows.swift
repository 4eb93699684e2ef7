package import CBOR
package import Handlingsplan
import PlanLog

/// The committee register: one row a committee, by its number.
package enum CommitteeRows: StoryProjection {
    package typealias Row = CommitteeStory
    package static let name = "committees"
    package static let version = 2

    static func key(of subject: Subject) -> UInt64? {
        if case .committee(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2...5: the timelines of naming, standing, reports back, annexes}`.
extension CommitteeStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> CommitteeStory in
            CommitteeStory(
                number: try fields.required(1), naming: try fields.timeline(2),
                standing: try fields.timeline(3), reportsBack: try fields.timeline(4),
                annexes: try fields.timeline(5))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.timeline(2, naming)
            $0.timeline(3, standing)
            $0.timeline(4, reportsBack)
            $0.timeline(5, annexes)
        }
    }
}

/// `true` for established; for dissolved `[]`, or with a successor `[number]`; for split
/// `[false, number ...]`.
extension CommitteeStory.Standing: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard try reader.peekType() == .array else {
            guard try reader.bool() else { throw reader.error(.outOfRange) }
            self = .established
            return
        }
        let count = try reader.array()
        if count > 0, try reader.peekType() == .simple {
            guard try !reader.bool() else { throw reader.error(.outOfRange) }
            var parts: [CommitteeNumber] = []
            for _ in 1..<count { parts.append(try CommitteeNumber(from: &reader)) }
            self = .split(into: parts)
        } else {
            guard count <= 1 else { throw reader.error(.outOfRange) }
            self = .dissolved(successor: count == 0 ? nil : try CommitteeNumber(from: &reader))
        }
    }

    package func encode(to encoder: inout Encoder) {
        switch self {
        case .established: encoder.bool(true)
        case .dissolved(let successor): (successor.map { [$0] } ?? []).encode(to: &encoder)
        case .split(let parts):
            encoder.array(parts.count + 1) {
                $0.bool(false)
                for part in parts { part.encode(to: &$0) }
            }
        }
    }
}
