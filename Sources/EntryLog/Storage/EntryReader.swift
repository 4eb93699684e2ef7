package import Coordinates
package import TransparencyLog

/// Where entries are read from: a log, or wherever some of its entries are kept.
///
/// A reader may be a transaction: it is only borrowed, and never outlives the call it is given to.
package protocol EntryReader: ~Copyable {
    /// Decodes one entry, lent to `body`.
    /// - Throws: `EntryLogError.damagedEntry` where it is missing, malformed, or says that it
    ///   belongs elsewhere.
    borrowing func entry<Result>(
        at position: Position, _ body: (borrowing Entry) throws -> Result
    ) throws -> Result

    /// The leaf hash of an entry's stored bytes.
    borrowing func leaf(at position: Position) throws -> Hash
}

extension LogSnapshot: EntryReader {
    package func leaf(at position: Position) throws -> Hash {
        Hash.leaf(try bytes(at: position))
    }
}

extension Entry {
    /// Lends the entry that `bytes` are at a position.
    /// - Throws: `EntryLogError.damagedEntry` where they are malformed or belong elsewhere.
    package static func lend<Result>(
        _ bytes: RawSpan, at position: Position, _ body: (borrowing Entry) throws -> Result
    ) throws -> Result {
        let entry: Entry
        do {
            entry = try Entry(decoding: bytes)
        } catch {
            throw EntryLogError.damagedEntry(position, error.description)
        }
        guard entry.position == position else {
            throw EntryLogError.damagedEntry(
                position, "it says that its position is \(entry.position)")
        }
        return try body(entry)
    }
}
