import Coordinates
package import Handlingsplan

/// An entry that has no effect, for programs.
package struct VoidContent: Encodable {
    package let position: UInt64
    /// The reason's kind.
    package let reason: String
    /// The entry by which a steward dealt with it; left out where none did.
    package let dealtWithAt: UInt64?

    /// In the order of their positions.
    package static func list(_ voids: VoidEntries) -> [VoidContent] {
        voids.positions.compactMap { position in
            voids[position].map {
                VoidContent(
                    position: position.index, reason: $0.kind,
                    dealtWithAt: voids.dealtWithAt(position)?.index)
            }
        }
    }
}
