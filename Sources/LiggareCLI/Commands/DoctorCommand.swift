import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import Reports
import Views

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(.doctor)

    @OptionGroup var options: LedgerOptions
    @OptionGroup var times: TimeOptions

    func run() throws {
        try options.reporting {
            let ledger = try options.open(.readOnly)
            let (found, caveats) = try ledger.read {
                (try look(into: ledger, $0, $1), try ledger.caveats(in: $1))
            }
            options.print(found)
            options.remark(on: caveats)
            if found.isOfConcern || !caveats.isEmpty { throw ExitCode.foundWrong }
        }
    }

    private func look(
        into ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> DoctorOutput {
        let moment = try times.moment(in: ledger, log, views)
        return DoctorOutput(
            files: try FileConcerns(ofLedgerAt: try options.directory()),
            concerns: try views.concerns(at: moment),
            entries: try Self.entryConcerns(upTo: moment.known, in: log, views),
            storage: StorageUse(try ledger.occupancy(), tail: views.tail), moment: moment,
            isRehearsal: ledger.isRehearsal)
    }

    /// What hangs on single entries: how they say where they were decided, and what their texts
    /// have in them. Entries that no longer count are passed over, but for what is personal.
    private static func entryConcerns(
        upTo known: Position, in log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> [EntryConcern] {
        var concerns: [EntryConcern] = []
        let story = try views.logStory()
        let later = try story.firstPosition(recordedAfter: Surroundings.now(), in: log)
        if let later, later <= known {
            let warning = Warning.datedAhead(try story.time(of: later, in: log))
            concerns.append(EntryConcern(position: later, warning: warning))
        }
        try forEachAct(in: Position(1)..<known.treeSize.end, of: log, passing: story.voids) {
            entry in
            let turns = try views.corrections(of: entry.position).turns.filter { $0 <= known }
            var warnings = isUpright(turns, at: known) ? entry.act.referenceWarnings : []
            warnings += entry.act.texts.flatMap(\.personalData)
            for (index, warning) in warnings.enumerated()
            where !warnings[..<index].contains(warning) {
                concerns.append(EntryConcern(position: entry.position, warning: warning))
            }
        }
        return concerns
    }
}
