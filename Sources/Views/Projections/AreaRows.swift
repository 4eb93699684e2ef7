package import CBOR
package import Handlingsplan
import PlanLog

/// The prioritised areas: one row an area, by its number.
package enum AreaRows: StoryProjection {
    package typealias Row = AreaStory
    package static let name = "areas"
    package static let version = 1

    static func key(of subject: Subject) -> UInt64? {
        if case .area(let number) = subject { UInt64(number.value) } else { nil }
    }
}

/// `{1: number, 2: document, 3: title timeline}`.
extension AreaStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> AreaStory in
            AreaStory(
                number: try fields.required(1), document: try fields.required(2),
                title: try fields.timeline(3))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.field(1, number)
            $0.field(2, document)
            $0.timeline(3, title)
        }
    }
}
