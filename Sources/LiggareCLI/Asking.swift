import Answers
import ArgumentParser
import EntryLog
import Handlingsplan
import Registry
import Reports
import Views

/// A command that asks: all it has to say of itself is what, and of which moment.
protocol AskingCommand: ParsableCommand {
    associatedtype Asked: Question where Asked.Found: Output

    var options: LedgerOptions { get }

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> Asked

    func moment(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> Moment
}

extension AskingCommand {
    func run() throws {
        try reporting { try ask() }
    }

    /// Runs what asks.
    func reporting(_ body: () throws -> Void) throws {
        try options.reporting(asTables: Asked.Found.self is any TabularOutput.Type, body)
    }

    /// Finds the answer and prints it.
    @discardableResult
    func ask() throws -> Asked.Found {
        let ledger = try options.open(.readOnly)
        let (answer, caveats) = try ledger.read { log, views in
            let answer = try question(in: ledger, log, views).answer(
                at: moment(in: ledger, log, views), of: ledger.log.founding, in: log, views)
            return (answer, try ledger.caveats(in: views))
        }
        options.print(answer, caveats)
        return answer
    }

    /// Of now.
    func moment(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> Moment {
        try ledger.moment(effective: nil, known: nil, now: Surroundings.now(), in: log, views)
    }
}

/// A command that asks what held on a day, and as known when.
protocol TimedCommand: AskingCommand {
    var times: TimeOptions { get }
}

extension TimedCommand {
    func moment(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> Moment {
        try times.moment(in: ledger, log, views)
    }
}
