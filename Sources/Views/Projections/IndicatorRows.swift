package import CBOR
package import Handlingsplan
import PlanLog

/// The indicators with their targets and observations: one row an indicator, by its number.
package enum IndicatorRows: StoryProjection {
    package typealias Row = IndicatorStory
    package static let name = "indicators"
    package static let version = 1

    static func key(of subject: Subject) -> UInt64? {
        if case .indicator(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2: indicator timeline, 3: targets, 4: observations}`.
extension IndicatorStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> IndicatorStory in
            IndicatorStory(
                number: try fields.required(1), indicator: try fields.timeline(2),
                targets: try fields.timeline(3), observations: try fields.timeline(4))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.timeline(2, indicator)
            $0.timeline(3, targets)
            $0.timeline(4, observations)
        }
    }
}
