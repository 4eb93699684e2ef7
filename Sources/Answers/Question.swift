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

extension Question {
    /// The answer as programs get it; or why there is none, which is an answer too where two are compared.
    package func told<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> String {
        do {
            return json(
                PublishedAnswer(try answer(at: moment, of: founding, in: log, views)))
        } catch let error as NoSuchCommittee {
            return "\(error)"
        } catch let error as Rejection {
            return "\(error)"
        }
    }
}

/// What a question has found: names resolved, and no wording. Encoded, it is what programs get.
package protocol Answer: Encodable, Sendable {
    /// Which fields it has.
    static var schema: AnswerSchema { get }
    /// The names of fields that came after schema number 1, each with its number.
    static var laterFields: [String: Int] { get }
    var isRehearsal: Bool { get }
}

extension Answer {
    package static var laterFields: [String: Int] { [:] }
}

/// The fields that an answer has, such as `board/1`. They only grow: a number stands for its own fields
/// and for those of all numbers below it.
package struct AnswerSchema: Hashable, Sendable, CustomStringConvertible {
    /// In kebab-case.
    package let kind: String
    package let number: Int

    package init(_ kind: String, _ number: Int) {
        self.kind = kind
        self.number = number
    }

    /// Nil for what ``description`` never gives.
    init?(_ text: String) {
        let words = text.split(separator: "/", omittingEmptySubsequences: false)
        guard words.count == 2, let number = Int(words[1]), number > 0 else { return nil }
        self.init(String(words[0]), number)
        guard description == text else { return nil }
    }

    package var description: String { "\(kind)/\(number)" }
}

/// An answer with the schema that its fields are of.
package struct PublishedAnswer<Published: Answer>: Encodable {
    private let answer: Published
    private let caveats: Caveats

    package init(_ answer: Published, _ caveats: Caveats = .none) {
        self.answer = answer
        self.caveats = caveats
    }

    package func encode(to encoder: any Encoder) throws {
        try answer.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Published.schema.description, forKey: .schema)
        if !caveats.isEmpty { try container.encode(caveats, forKey: .caveats) }
    }

    private enum CodingKeys: CodingKey { case schema, caveats }
}
