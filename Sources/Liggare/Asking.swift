import Answers
import Coordinates
import EntryLog
import FoundationEssentials
import Handlingsplan
import Registry

/// What can be asked of a ledger. Committees are named by code, documents by slug, days as YYYY-MM-DD.
public enum Question: Hashable, Sendable {
    /// A committee's actions; perhaps as another committee had been told of them.
    case board(committee: String, told: String? = nil)
    case committees
    /// Policies and plans.
    case documents
    case document(String)
    /// An action with its whole story.
    case action(UInt32)
    /// How far all actions have come, or those of one document.
    case summary(document: String? = nil)
    case overdue(document: String? = nil)
    /// What is due from one day to another.
    case deadlines(from: String, through: String)
    /// What a committee holds itself, or had been told of.
    case known(to: String)
    /// Who may record.
    case keys
    /// One entry, and who signed it.
    case entry(UInt64)
    /// All entries from a position on.
    case log(from: UInt64 = 1)
}

/// What a question has found, in JSON: names resolved, keys sorted, no wording.
public struct Answer: Sendable {
    /// Which fields it has, such as `board/1`: they only grow.
    public let schema: String
    public let json: String

    /// As a type of your own, which takes the fields that it needs.
    public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws(LedgerError)
        -> Value
    {
        try telling { try JSONDecoder().decode(type, from: Data(json.utf8)) }
    }

    init<Found: Answers.Answer>(_ found: Found, _ caveats: Caveats = .none) {
        schema = Found.schema.description
        json = Answers.json(PublishedAnswer(found, caveats))
    }
}

extension Ledger {
    /// Answers a question bitemporally: by what held on a day (valid time), as it was known at the end
    /// of a day (transaction time).
    /// - Parameters:
    ///   - day: by default today.
    ///   - known: by default now.
    public func ask(
        _ question: Question, on day: String? = nil, known: String? = nil
    ) throws(LedgerError) -> Answer {
        try telling {
            let now = Timestamp(Date())
            let asked = try question.asked(now: now)
            let (effective, known) = (try day.map(calendarDate), try known.map(calendarDate))
            return try inner.read { log, views in
                if case .action(let number) = question {
                    try views.requireAction(ActionNumber(number))
                }
                let moment = try inner.moment(
                    effective: effective, known: known, now: now, in: log, views)
                return Answer(
                    try asked.answer(at: moment, of: inner.log.founding, in: log, views),
                    try Caveats(of: inner.log.founding, in: views))
            }
        }
    }
}

extension Question {
    fileprivate func asked(now: Timestamp) throws -> any Answers.Question {
        switch self {
        case .board(let committee, let told):
            BoardQuestion(try code(committee), told: try told.map(code))
        case .committees: CommitteesQuestion()
        case .documents: DocumentsQuestion()
        case .document(let text): DocumentQuestion(try slug(text), withHistory: true)
        case .action(let number):
            ActionQuestion(
                try argument(
                    "\(number)", "an action's number", number > 0 ? ActionNumber(number) : nil))
        case .summary(let document): SummaryQuestion(try document.map(slug))
        case .overdue(let document): OverdueQuestion(try document.map(slug))
        case .deadlines(let first, let last):
            DeadlinesQuestion(from: try calendarDate(first), through: try calendarDate(last))
        case .known(let committee): KnownQuestion(try code(committee))
        case .keys: KeysQuestion(asOf: now)
        case .entry(let position): EntryQuestion(Position(position))
        case .log(let first): LogQuestion(from: Position(first))
        }
    }

    private func code(_ text: String) throws -> CommitteeCode {
        try argument(text, "a committee's code", CommitteeCode(text))
    }

    private func slug(_ text: String) throws -> DocumentSlug {
        try argument(text, "a document's slug", DocumentSlug(text))
    }
}

private func calendarDate(_ text: String) throws -> CalendarDate {
    try argument(text, "a day, YYYY-MM-DD", CalendarDate(text))
}
