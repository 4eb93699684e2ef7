import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import PlanLog
import Registry
import TransparencyLog
import Views

struct LogCommand: Question {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List what was recorded, in order.",
        discussion: "What several options ask for must all be so.")

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

    func answer(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> LogOutput {
        let calendar = try ledger.calendar(in: views)
        let now = Moment(effective: .endOfCalendar, known: log.size.last ?? Position(0))
        let names = Names(CommitteeRegister(try views.committees(), at: now), try views.documents())
        let isMeant = try filter(views, names)
        let end = min(log.size.end, to.map { Position($0.index + 1) } ?? log.size.end)
        let first = max(from, Position(1))
        var recorded: [RecordedAct] = []
        if first < end {
            try forEachAct(in: first..<end, of: log) { entry in
                let day = calendar.date(of: entry.recordedAt)
                if since.map({ day >= $0 }) ?? true, until.map({ day <= $0 }) ?? true,
                    isMeant(entry)
                {
                    recorded.append(entry)
                }
            }
        }
        return LogOutput(recorded: recorded, names: names, isRehearsal: ledger.isRehearsal)
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
