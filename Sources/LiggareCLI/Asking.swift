import ArgumentParser
import EntryLog
import Registry
import Views

/// A command that asks: all it has to say of itself is how it finds the answer.
protocol Question: ParsableCommand {
    associatedtype Answer: Output

    var options: LedgerOptions { get }

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> Answer
}

extension Question {
    func run() throws {
        try options.reporting { try ask() }
    }

    /// Finds the answer and prints it.
    @discardableResult
    func ask() throws -> Answer {
        let ledger = try options.open(.readOnly)
        let answer = try ledger.read { try self.answer(in: ledger, $0, $1) }
        options.print(answer)
        return answer
    }
}
