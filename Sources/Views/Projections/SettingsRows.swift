package import CBOR
package import Handlingsplan
import PlanLog

/// What the ledger has settled about itself: one row, once something has been.
package enum SettingsRows: StoryProjection {
    package typealias Row = SettingsStory
    package static let name = "settings"
    package static let version = 1

    /// The key of the one row.
    static let only: UInt64 = 1

    static func key(of subject: Subject) -> UInt64? { subject == .settings ? only : nil }
}

/// `{1...4: the timelines of time zone, cut-offs, seasons, before}`.
extension SettingsStory: CBORCodable {
    package init(from reader: inout Reader) throws(CBORError) {
        self = try reader.fields { (fields) throws(CBORError) -> SettingsStory in
            SettingsStory(
                timeZone: try fields.timeline(1), cutOffs: try fields.timeline(2),
                seasons: try fields.timeline(3), before: try fields.timeline(4))
        }
    }

    package func encode(to encoder: inout Encoder) {
        encoder.map {
            $0.timeline(1, timeZone)
            $0.timeline(2, cutOffs)
            $0.timeline(3, seasons)
            $0.timeline(4, before)
        }
    }
}
