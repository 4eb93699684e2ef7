package import CBOR
package import Handlingsplan
import PlanLog

/// The plans: one row a plan, by its number.
package enum PlanRows: StoryProjection {
    package typealias Row = PlanStory
    package static let name = "plans"
    package static let version = 1

    static func key(of subject: Subject) -> UInt64? {
        if case .plan(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2: slug, 3: title timeline}`.
extension PlanStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> PlanStory in
            PlanStory(
                number: try fields.required(1), slug: try fields.required(2),
                title: try fields.required(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.field(2, slug)
            $0.field(3, title)
        }
    }
}
