package import CBOR
package import Handlingsplan
import PlanLog

/// The action stories: one row an action, by its number.
package enum ActionRows: StoryProjection {
    package typealias Row = ActionStory
    package static let name = "actions"
    package static let version = 1

    static func key(of subject: Subject) -> UInt64? {
        if case .action(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2: plan, 3...7: the timelines of standing, title, deadline, responsible, reports}`.
extension ActionStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> ActionStory in
            ActionStory(
                number: try fields.required(1), plan: try fields.required(2),
                standing: try fields.required(3), title: try fields.required(4),
                deadline: try fields.required(5), responsible: try fields.required(6),
                reports: try fields.required(7))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.field(2, plan)
            $0.field(3, standing)
            $0.field(4, title)
            $0.field(5, deadline)
            $0.field(6, responsible)
            $0.field(7, reports)
        }
    }
}

/// `true` for open.
extension ActionStory.Standing: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.bool() ? .open : .closed
    }

    package func encode(to encoder: inout Encoder) { encoder.bool(self == .open) }
}

/// `[committee, status]`.
extension ActionStory.Report: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        guard try reader.array() == 2 else { throw reader.error(.outOfRange) }
        self.init(
            committee: try CommitteeNumber(from: &reader), status: try Status(from: &reader))
    }

    package func encode(to encoder: inout Encoder) {
        encoder.array(2) {
            committee.encode(to: &$0)
            status.encode(to: &$0)
        }
    }
}
