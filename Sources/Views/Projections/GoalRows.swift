package import CBOR
package import Handlingsplan
import PlanLog

/// The goals: one row a goal, by its number.
package enum GoalRows: StoryProjection {
    package typealias Row = GoalStory
    package static let name = "goals"
    package static let version = 1

    static func key(of subject: Subject) -> UInt64? {
        if case .goal(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2: goal timeline}`.
extension GoalStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> GoalStory in
            GoalStory(number: try fields.required(1), goal: try fields.timeline(2))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.timeline(2, goal)
        }
    }
}
