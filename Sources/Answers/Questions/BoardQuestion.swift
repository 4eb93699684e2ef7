import Coordinates
package import EntryLog
package import Handlingsplan

/// A committee's actions, perhaps as a committee had been told of them.
package struct BoardQuestion: Question {
    package let committee: CommitteeCode
    /// Whose knowledge is shown; nil for what the ledger holds.
    package let listener: CommitteeCode?

    package init(_ committee: CommitteeCode, told listener: CommitteeCode? = nil) {
        self.committee = committee
        self.listener = listener
    }

    package var name: String { "board \(committee)" + (listener.map { " told \($0)" } ?? "") }

    package func answer<Reader: EntryReader & ~Copyable, Views: LedgerReading>(
        at moment: Moment, of founding: Founding, in log: borrowing Reader, _ views: Views
    ) throws -> BoardAnswer {
        let number = try views.committee(committee, at: moment).number
        let told = try listener.map { try views.committee($0, at: moment).number }
        return BoardAnswer(
            board: try views.board(of: number, told: told, at: moment), listener: listener,
            isRehearsal: founding.isRehearsal)
    }
}

package struct BoardAnswer: Answer {
    package static let schema = AnswerSchema("board", 1)

    package let board: Board
    package let listener: CommitteeCode?
    package let isRehearsal: Bool

    package init(board: Board, listener: CommitteeCode? = nil, isRehearsal: Bool) {
        self.board = board
        self.listener = listener
        self.isRehearsal = isRehearsal
    }

    package func encode(to encoder: any Encoder) throws {
        try BoardContent(board, isRehearsal: isRehearsal).encode(to: encoder)
    }
}
