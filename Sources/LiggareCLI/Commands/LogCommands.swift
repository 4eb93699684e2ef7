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
    static let configuration = CommandConfiguration(.log)

    @OptionGroup var options: LedgerOptions
    @Option(help: .of(.logFrom, "position")) var from: Position = Position(1)
    @Option(help: .of(.logTo, "position")) var to: Position?
    @Option(help: .of(.logSince, "date")) var since: CalendarDate?
    @Option(help: .of(.logUntil, "date")) var until: CalendarDate?
    @Option(help: .of(.logCommittee, "code")) var committee: CommitteeCode?
    @Option(help: .of(.logDocument, "slug")) var document: DocumentSlug?
    @Option(help: .of(.logAction, "number")) var action: ActionNumber?
    @Option(help: .of(.logEvent)) var event: String?
    @Option(help: .of(.logDecision)) var decision: String?
    @Flag(help: .of(.logFollow)) var follow = false

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
        var follower = try Follower(of: ledger, from: from)
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
    static let configuration = CommandConfiguration(.show)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.entryPosition)) var position: Position

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> EntryQuestion {
        EntryQuestion(position)
    }
}
