package import Coordinates
package import EntryLog
package import TransparencyLog

/// Some entries of a log, as their bytes are, without the others.
package struct SelectedEntries: EntryReader, Sendable {
    private var bytesByPosition: [Position: [UInt8]] = [:]

    package init() {}

    package mutating func insert(_ bytes: [UInt8], at position: Position) {
        bytesByPosition[position] = bytes
    }

    /// Ascending.
    package var positions: [Position] { bytesByPosition.keys.sorted() }

    package func bytes(at position: Position) -> [UInt8]? { bytesByPosition[position] }

    /// - Throws: `EntryLogError.damagedEntry` also for one that is not among these.
    package func entry<Result>(
        at position: Position, _ body: (borrowing Entry) throws -> Result
    ) throws -> Result {
        let bytes = try stored(at: position)
        return try Entry.lend(bytes.span.bytes, at: position, body)
    }

    /// - Throws: as ``entry(at:_:)``.
    package func leaf(at position: Position) throws -> Hash {
        let bytes = try stored(at: position)
        return Hash.leaf(bytes.span.bytes)
    }

    private func stored(at position: Position) throws -> [UInt8] {
        guard let bytes = bytesByPosition[position] else {
            throw EntryLogError.damagedEntry(position, "it is not among those that are here")
        }
        return bytes
    }
}
