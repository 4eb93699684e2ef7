package import CBOR
package import Handlingsplan

/// A projection module: one kind of rows, derived from the acts and from nothing else.
///
/// A module has a name and a version, which together name its table. Whoever changes what its rows
/// say, or how they are encoded, raises the version; rows of another version are not read.
package protocol Projection {
    associatedtype Row: CBORCodable, Hashable, Sendable

    static var name: String { get }
    static var version: Int { get }

    /// Changes the rows that an act concerns.
    /// - Throws: `ImpossibleEvent`; what reading stored rows throws.
    static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws
}

extension Projection {
    static var tableName: String { "\(name).\(version)" }
}

/// A projection whose rows are stories, one for each dense number of its kind.
protocol StoryProjection: Projection where Row: Story {
    /// The row that holds a subject's story; nil for subjects of another kind.
    static func key(of subject: Subject) -> UInt64?
}

extension StoryProjection {
    package static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws {
        for event in recorded.act.events {
            for key in event.subjects.compactMap(key(of:)) {
                try rows.update(key) { row in
                    try Row.evolve(&row, event, at: recorded.stamp)
                }
            }
        }
        for turned in recorded.turned {
            for key in Set(turned.act.events.flatMap(\.subjects).compactMap(key(of:))) {
                try rows.update(key) { row in
                    row?.turn(itemsFrom: turned.position, at: recorded.position)
                }
            }
        }
    }
}
