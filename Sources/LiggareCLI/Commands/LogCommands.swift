import ArgumentParser
import Coordinates
import EntryLog
import Glibc
import Handlingsplan
import PlanLog
import Registry
import TransparencyLog
import Views

struct LogCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List what was recorded, in order.",
        discussion: """
            What several options ask for must all be so. With --follow, what they name need not be \
            there yet.
            """)

    @OptionGroup var options: LedgerOptions
    @Option(help: "The first position to list.") var from: Position = Position(1)
    @Option(help: "The last position to list.") var to: Position?
    @Option(help: "Only what was recorded on this day or later.") var since: CalendarDate?
    @Option(help: "Only what was recorded by the end of this day.") var until: CalendarDate?
    @Option(help: "Only what names this committee.") var committee: CommitteeCode?
    @Option(help: "Only what is about this policy or plan and what belongs to it, but for actions.")
    var document: DocumentSlug?
    @Option(help: "Only what is about this action.") var action: ActionNumber?
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
        try options.reporting { if follow { try stay() } else { try ask() } }
    }

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> LogOutput {
        let selection = try selection(in: ledger, views)
        let end = min(log.size.end, to.map { Position($0.index + 1) } ?? log.size.end)
        let first = max(from, Position(1))
        var lines: [LogLine] = []
        if first < end {
            try forEachAct(in: first..<end, of: log) { entry in
                if selection.isMeant(entry) { lines.append(selection.line(of: entry)) }
            }
        }
        return LogOutput(lines: lines, isRehearsal: ledger.isRehearsal)
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
        var selection = try selection(in: ledger) { options.remark($0.sentence) }
        if options.format == .text {
            if ledger.isRehearsal { print(Texts.rehearsal) }
            try printAndFlush(FollowedOutput.heading)
        }
        func isStopped() -> Bool { signals.haveCome || isOutputUnread() }
        try follower.follow(until: isStopped) { entry in
            if entry.position >= selection.size.end { selection = try self.selection(in: ledger) }
            guard selection.isMeant(entry) else { return }
            try options.printAtOnce(
                FollowedOutput(
                    line: selection.line(of: entry), isRehearsal: ledger.isRehearsal))
        }
    }

    /// What is meant, as far as the ledger is known now: nothing, where that is not there yet.
    private func selection(
        in ledger: Ledger, isMissing: (Failure) -> Void = { _ in }
    ) throws -> LogSelection {
        try ledger.read { _, views in
            do {
                return try selection(in: ledger, views)
            } catch {
                let failure = Failure(error)
                guard failure.exitCode == .missing else { throw error }
                isMissing(failure)
                return try LogSelection(in: views) { _ in { _ in false } }
            }
        }
    }
}

// MARK: What is meant

/// Which entries are listed, and what they speak of is called, as far as a ledger is known.
private struct LogSelection {
    let size: TreeSize
    let isMeant: (RecordedAct) -> Bool
    private let names: Names

    init(in views: ViewSet, _ isMeant: (Names) throws -> (RecordedAct) -> Bool) throws {
        size = views.size
        let now = Moment(effective: .endOfCalendar, known: views.size.last ?? Position(0))
        names = Names(CommitteeRegister(try views.committees(), at: now), try views.documents())
        self.isMeant = try isMeant(names)
    }

    func line(of entry: RecordedAct) -> LogLine {
        LogLine(
            entry: entry,
            names: names.on(entry.act.effective, known: entry.position))
    }
}

extension LogCommand {
    private func selection(in ledger: Ledger, _ views: ViewSet) throws -> LogSelection {
        let calendar = try ledger.calendar(in: views)
        return try LogSelection(in: views) { names in
            let isMeant = try filter(views, names)
            return { entry in
                let day = calendar.date(of: entry.recordedAt)
                return since.map { day >= $0 } ?? true && until.map { day <= $0 } ?? true
                    && isMeant(entry)
            }
        }
    }

    /// Whether an entry is meant by what it says.
    private func filter(_ views: ViewSet, _ names: Names) throws -> (RecordedAct) -> Bool {
        if let event, !EventContent.kinds.contains(event) { throw UsageError.unknownEvent(event) }
        let number = try committee.map { try names.register.required($0).number }
        let subjects = try document.map { slug in
            let number = try views.document(slug, at: names.register.moment).number
            return Set(try views.belongings(of: number).subjects + [.document(number)])
        }
        if let action, try views.action(action) == nil {
            throw Rejection.unknownAction(action, count: views.counts().actions)
        }
        return { entry in
            let events = entry.act.events
            let turned = entry.turned.flatMap(\.act.events)
            func anyEvent(_ isMeant: (Event) -> Bool) -> Bool {
                (events + turned).contains(where: isMeant)
            }
            return number.map { number in anyEvent { $0.committees.contains(number) } } ?? true
                && subjects.map { subjects in
                    anyEvent { $0.subjects.contains(where: subjects.contains) }
                } ?? true
                && action.map { action in anyEvent { $0.subjects.contains(.action(action)) } }
                    ?? true
                && event.map { kind in events.contains { EventContent($0, names).event == kind } }
                    ?? true
                && decision.map { words in entry.act.reference.decision?.contains(words) ?? false }
                    ?? true
        }
    }
}

struct ShowCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one entry, and whether its signature holds.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The entry's position.") var position: Position

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> EntryOutput {
        let founding = ledger.log.founding
        let writers = try views.keys().writers(founder: Writer(founding.founder), known: position)
        guard position < log.size.end else {
            throw Rejection.unknownEntry(position, size: log.size)
        }
        let leaf = Hash.leaf(try log.bytes(at: position))
        return try log.entry(at: position) { entry in
            let act = position > Position(0) ? try recordedAct(entry, in: log).act : nil
            let then = Moment(effective: act?.effective ?? .endOfCalendar, known: position)
            let names = Names(
                CommitteeRegister(try views.committees(), at: then), try views.documents())
            return EntryOutput(
                entry, founding, leaf: leaf,
                isSigned: writers.compactMap(\.publicKey).contains { entry.isSigned(by: $0) },
                act: act, names: names, turns: try views.corrections(of: position).turns)
        }
    }
}
