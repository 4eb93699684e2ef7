package import Coordinates

/// What an entry corrects, and where it was itself turned by corrections.
package struct EntryCorrections: Hashable, Sendable {
    /// The entries that this one corrects.
    package var targets: [Position] = []
    /// Where this one was turned, ascending: the first took it away, the second brought it back.
    package var turns: [Position] = []

    /// Whether the entry is in force: turned never, or an even number of times.
    package var isUpright: Bool { turns.count.isMultiple(of: 2) }

    package init() {}
}
