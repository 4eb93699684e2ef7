import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import TransparencyLog
import Views

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List what was recorded, in order.")

    @OptionGroup var options: LedgerOptions
    @Option(help: "The first position to list.") var from: Position = Position(1)

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let report = try ledger.read { log, views in
                var recorded: [RecordedAct] = []
                let first = max(from, Position(1))
                if first < log.size.end {
                    try forEachAct(in: first..<log.size.end, of: log) { recorded.append($0) }
                }
                return LogOutput(
                    recorded: recorded, committees: try views.committees(),
                    documents: try views.documents(), isRehearsal: ledger.log.founding.isRehearsal)
            }
            options.print(report)
        }
    }
}

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one entry, and whether its signature holds.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The entry's position.") var position: Position

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let founding = ledger.log.founding
            let report = try ledger.read { log, views in
                guard position < log.size.end else {
                    throw Rejection.unknownEntry(position, size: log.size)
                }
                let leaf = Hash.leaf(try log.bytes(at: position))
                return try log.entry(at: position) { entry in
                    let act = position > Position(0) ? try recordedAct(entry, in: log).act : nil
                    let names = Names(
                        try views.committees(), try views.documents(),
                        on: act?.effective ?? .endOfCalendar, known: position)
                    return EntryOutput(
                        entry, founding, leaf: leaf, isSigned: entry.isSigned(by: founding.founder),
                        act: act, names: names,
                        turns: try views.corrections(of: position).turns)
                }
            }
            options.print(report)
        }
    }
}
