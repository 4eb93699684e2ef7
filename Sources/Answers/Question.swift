import Coordinates
package import EntryLog
package import Handlingsplan

/// What can be asked of a ledger: whose it is to say how the answer is found.
///
/// It is found by what was folded from the entries, wherever that is kept, and by the entries that it
/// names: the same answer from stored rows, from a replay's fold, and from the few entries of an
/// extract.
package protocol Question: Sendable {
    associatedtype Found: Answer

    /// The kind of answer and what it is about, such as `board KS`.
    var name: String { get }

    /// - Parameter moment: what held on a day, as it was known at a position.
    /// - Throws: `NoSuchCommittee` and the like for what is not there; what reading throws.
    func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> Found
}

/// What a question has found: names resolved, and no wording. Encoded, it is what programs get.
package protocol Answer: Encodable, Sendable {
    /// The kind of answer, in kebab-case.
    static var kind: String { get }
    var isRehearsal: Bool { get }
}
