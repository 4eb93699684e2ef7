import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Failures
import Files
import Glibc
import Handlingsplan
import PlanLog
import Registry
import Reports
import TransparencyLog
import Views

struct LogCommand: AskingCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List what was recorded, in order.",
        discussion: """
            What several options ask for must all be so. With --follow, what they name need not be \
            there yet.
            """)

    @OptionGroup var options: LedgerOptions
    @Option(
        help: ArgumentHelp(
            "The first position to list.", valueName: "position"))
    var from: Position = Position(1)
    @Option(
        help: ArgumentHelp(
            "The last position to list.", valueName: "position"))
    var to: Position?
    @Option(
        help: ArgumentHelp(
            "Only what was recorded on this day or later.", valueName: "date"))
    var since: CalendarDate?
    @Option(
        help: ArgumentHelp(
            "Only what was recorded by the end of this day.", valueName: "date"))
    var until: CalendarDate?
    @Option(
        help: ArgumentHelp(
            "Only what names this committee.", valueName: "code"))
    var committee: CommitteeCode?
    @Option(
        help: ArgumentHelp(
            "Only what is about this policy or plan and what belongs to it, but for actions.",
            valueName: "slug"))
    var document: DocumentSlug?
    @Option(
        help: ArgumentHelp(
            "Only what is about this action.", valueName: "number"))
    var action: ActionNumber?
    @Option(help: "Only events of this kind, as --format json names it: StatusReported.")
    var event: String?
    @Option(help: "Only decisions with these words in them.") var decision: String?
    @Flag(
        help: """
            Stay, and list each entry once it is recorded, until interrupted; as JSON, one object a \
            line. Not with --to or --until.
            """)
    var follow = false

    func run() throws {
        try options.reporting(asTables: !follow) { if follow { try stay() } else { try ask() } }
    }

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> LogQuestion {
        try asked()
    }

    private func asked() throws -> LogQuestion {
        let kind = try event.map { name in
            guard let kind = EventKind(rawValue: name) else { throw UsageError.unknownEvent(name) }
            return kind
        }
        var question = LogQuestion()
        (question.from, question.to) = (from, to)
        (question.since, question.until) = (since, until)
        (question.committee, question.document) = (committee, document)
        (question.action, question.event, question.decision) = (action, kind, decision)
        return question
    }
}

// MARK: Following

extension LogCommand {
    /// Lists what there is and then what comes, each entry by itself.
    private func stay() throws {
        if to != nil || until != nil { throw UsageError.endOfFollowing }
        // Held back to the end, so that no line is cut.
        let signals = HeldSignals([SIGINT, SIGTERM, SIGPIPE])
        let ledger = try options.open(.readOnly)
        var follower = try Follower(of: ledger.log, from: from)
        var selection = try selection(in: ledger) { options.remark(options.words.sentence($0)) }
        if options.format == .text {
            if ledger.isRehearsal { print(options.words.rehearsal) }
            try printAndFlush(FollowedAnswer.heading(in: options.words))
        }
        func isStopped() -> Bool { signals.haveCome || isOutputUnread() }
        try follower.follow(until: isStopped) { entry in
            if entry.position >= selection.size.end { selection = try self.selection(in: ledger) }
            guard selection.isMeant(entry) else { return }
            try options.printAtOnce(
                FollowedAnswer(
                    line: selection.line(of: entry), ledger: ledger.log.id,
                    isRehearsal: ledger.isRehearsal))
        }
    }

    /// What is meant, as far as the ledger is known now: nothing, where that is not there yet.
    private func selection(
        in ledger: Ledger, isMissing: (any Error) -> Void = { _ in }
    ) throws -> LogSelection {
        try ledger.read { _, views in
            do {
                return try asked().selection(of: ledger.log.founding, views)
            } catch {
                guard FailureKind(of: error).category == .missing else { throw error }
                isMissing(error)
                return try LogSelection(in: views) { _ in { _ in false } }
            }
        }
    }
}

struct ShowCommand: AskingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one entry, and whether its signature holds.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The entry's position.") var position: Position

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> EntryQuestion {
        EntryQuestion(position)
    }
}
