import Coordinates
package import EntryLog
package import Handlingsplan
import PlanLog

/// What is not in order with a ledger as a whole, of which everybody is told who gets an answer of it.
package struct Caveats: Encodable, Sendable {
    /// Entries that have no effect, and that nobody has dealt with.
    package let voids: VoidEntries
    /// Time zones that this system does not know: days are those of the zone before, or of UTC.
    package let unknownTimeZones: [String]

    /// There are none.
    package static let none = Caveats(voids: VoidEntries(), unknownTimeZones: [])

    private init(voids: VoidEntries, unknownTimeZones: [String]) {
        self.voids = voids
        self.unknownTimeZones = unknownTimeZones
    }

    package init<Views: LedgerReading>(of founding: Founding, in views: Views) throws {
        self.init(
            voids: try views.voids(),
            unknownTimeZones: try views.calendar(of: founding).unknownZones)
    }

    package var isEmpty: Bool { voids.open.isEmpty && unknownTimeZones.isEmpty }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let open = VoidContent.list(voids).filter { $0.dealtWithAt == nil }
        if !open.isEmpty { try container.encode(open, forKey: .voidEntries) }
        if !unknownTimeZones.isEmpty {
            try container.encode(unknownTimeZones, forKey: .unknownTimeZones)
        }
    }

    private enum CodingKeys: CodingKey { case voidEntries, unknownTimeZones }
}
