import CBOR
package import Handlingsplan

/// A projection module: one kind of rows, derived from the acts and from nothing else.
///
/// A module has a name and a version, which together name its table. Whoever changes what its rows
/// say, or how they are encoded, raises the version; rows of another version are not read.
package protocol Projection: SendableMetatype {
    associatedtype Row: StoredRow

    static var name: String { get }
    static var version: Int { get }

    /// Changes the rows that an act concerns.
    /// - Throws: `ImpossibleEvent`; what reading stored rows throws.
    static func apply(_ recorded: RecordedAct, to rows: inout Rows<Self>) throws
}

extension Projection {
    static var tableName: String { "\(name).\(version)" }
}

/// What a row is in memory, and as the bytes that are stored.
package protocol StoredRow: Sendable {
    init(decoding bytes: RawSpan) throws
    var encoded: [UInt8] { get }
}

/// A list of what belongs together, by number.
extension Array: StoredRow where Element: DenseNumber & CBORCodable {}
