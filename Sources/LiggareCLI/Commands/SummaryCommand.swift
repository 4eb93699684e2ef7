import Answers
import ArgumentParser
import Coordinates
import EntryLog
import Handlingsplan
import Registry
import Views

struct SummaryCommand: TimedCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "Compile how far all committees have come, per area and committee.",
        discussion: """
            In the whole and in each area, an action counts once, with a status compiled from its \
            committees'; for a committee, its own share counts. Unreported is what nobody has said \
            anything of since the last follow-up period began (see setting cut-offs).
            """)

    @OptionGroup var options: LedgerOptions
    @Argument(help: "Only this plan, or what is done under this policy.") var document:
        DocumentSlug?
    @OptionGroup var times: TimeOptions
    @Option(
        help: ArgumentHelp(
            "Show what has changed since the end of this day, too.", valueName: "date"))
    var compare: CalendarDate?

    func question(
        in ledger: Ledger, _ log: borrowing LogSnapshot, _ views: ViewSet
    ) throws -> SummaryQuestion {
        SummaryQuestion(
            document,
            since: try compare.map { day in
                try ledger.moment(
                    effective: day, known: day, now: Surroundings.now(), in: log, views)
            })
    }
}
