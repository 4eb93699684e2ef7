import Answers
import ArgumentParser
import Checkpoints
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import Reports
import Tables
import Views

/// Which ledger, and how to print. Accepted before and after the command's name.
struct LedgerOptions: ParsableArguments {
    /// Of its options, all of which take a value.
    static let names = ["ledger", "format", "wait"]

    enum Format: ExpressibleByArgument, CaseIterable, Equatable {
        case text, json
        case table(TableFormat)
        /// An entry with its receipt.
        case cose

        static let allCases = [text, json] + TableFormat.allCases.map(Format.table) + [cose]

        init?(argument: String) {
            guard let format = Self.allCases.first(where: { $0.word == argument }) else {
                return nil
            }
            self = format
        }

        var word: String {
            switch self {
            case .text: "text"
            case .json: "json"
            case .table(let format): format.rawValue
            case .cose: "cose"
            }
        }

        static var allValueStrings: [String] { allCases.map(\.word) }
        var defaultValueDescription: String { word }
    }

    @Option(help: .of(.ledger, "dir")) var ledger: String?

    @Option(help: .of(.format)) var format: Format = .text

    @Option(help: .of(.wait, "seconds")) var wait: UInt16?

    var words: any Wording { Surroundings.wording() }

    func directory() throws -> String {
        guard let directory = ledger ?? Surroundings.variable("LIGGARE_LEDGER"),
            !directory.isEmpty
        else { throw UsageError.noLedger }
        return directory
    }

    /// Opens the ledger, unless it is not what was seen of it before.
    /// - Parameter writingViews: whether its views are to be written, even where its log is not.
    func open(_ access: Log.Access, writingViews: Bool = false) throws -> Ledger {
        let ledger = try Ledger.open(
            at: try directory(), access, writingViews: writingViews,
            tell: { remark(words.trouble($0)) })
        if !ledger.isCopy, let failure = try seen()?.check(ledger.log) {
            remark(words.unremembered(failure))
        }
        return ledger
    }

    /// What was last seen of ledgers. Where there is no place to remember it, that is said.
    func seen() -> SeenCheckpoints? {
        let seen = Surroundings.seen()
        if seen == nil { remark(words.unremembered) }
        return seen
    }
}

/// What every question takes: which day, and as known when.
struct TimeOptions: ParsableArguments {
    @Option(help: .of(.heldOn, "date")) var effective: CalendarDate?

    @Option(help: .of(.knownBy, "date")) var known: CalendarDate?

    func moment(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> Moment {
        try ledger.moment(
            effective: effective, known: known, now: Surroundings.now(), in: log, views)
    }
}

/// What every recording command takes.
struct RecordingOptions: ParsableArguments {
    @Option(help: .of(.holdsFrom, "date")) var effective: CalendarDate?

    @Option(help: .of(.decision, "text")) var decision: String?

    @Option(help: .of(.dnr, "text")) var dnr: String?

    @Option(help: .of(.note, "text")) var note: String?

    @Option(help: .of(.commandID, "id")) var commandID: String?

    @Option(help: .of(.expect, "position")) var expect: UInt64?

    @Option(help: .of(.recorded, "timestamp")) var recorded: String?

    @Flag(help: .of(.clockChecked)) var clockChecked = false

    @Flag(help: .of(.dryRun)) var dryRun = false

    @OptionGroup var keys: KeyOptions

    var reference: Reference { Reference(decision: decision, dnr: dnr, note: note) }

    func proposal(_ command: Command) -> Proposal {
        Proposal(command, effective: effective, reference: reference)
    }

    func request(_ proposals: [Proposal], in ledger: Ledger) throws -> Request {
        Request(
            proposals, commandID: try Surroundings.commandID(commandID),
            expected: expect.map { Position($0) },
            time: try Surroundings.recordingTime(recorded, isChecked: clockChecked) {
                try ledger.calendar().noon(of: $0)
            })
    }
}
