package import CBOR
package import Handlingsplan
import PlanLog

/// The guidelines and their answers: one row a guideline, by its number.
package enum GuidelineRows: StoryProjection {
    package typealias Row = GuidelineStory
    package static let name = "guidelines"
    package static let version = 1

    static func key(of subject: Subject) -> UInt64? {
        if case .guideline(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2: guideline timeline, 3: answers}`.
extension GuidelineStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> GuidelineStory in
            GuidelineStory(
                number: try fields.required(1), guideline: try fields.timeline(2),
                answers: try fields.timeline(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.timeline(2, guideline)
            $0.timeline(3, answers)
        }
    }
}
