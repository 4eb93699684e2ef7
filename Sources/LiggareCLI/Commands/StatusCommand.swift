import ArgumentParser
import Coordinates
import Handlingsplan
import Reports

struct StatusCommand: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "A committee reports how far it has come.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The action's number.") var action: ActionNumber
    @Argument(help: "How far it has come.") var status: Status
    @Option(
        help: ArgumentHelp(
            "Who reports; may be left out where only one committee answers for the action.",
            valueName: "code"))
    var committee: CommitteeCode?
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "The period that it is the outcome of, such as 2018 or 2018-T2; it must be over.",
            valueName: "period"))
    var period: Period?
    @Option(help: "What else the committee says.") var comment: String?
    @OptionGroup var recording: RecordingOptions

    func command() -> Command {
        .reportStatus(
            action, StatusReport(status, period: period, comment: comment), by: committee)
    }
}

struct ForecastCommand: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "A committee says how far it expects to come (prognos).",
        discussion: "Kept apart from what then comes of it, which is reported with status --for.")

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The action's number.") var action: ActionNumber
    @Argument(help: "Whether it is expected to be completed.") var expectation: Forecast.Expectation
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "The period by whose end, such as 2018 or 2018-T2; it must not be over.",
            valueName: "period"))
    var period: Period
    @Option(
        help: ArgumentHelp(
            "Who says so; may be left out where only one committee answers for the action.",
            valueName: "code"))
    var committee: CommitteeCode?
    @Option(help: "What else the committee says.") var comment: String?
    @OptionGroup var recording: RecordingOptions

    func command() -> Command {
        .giveForecast(
            action, Forecast(expectation, period: period, comment: comment), by: committee)
    }
}

struct ReportBackCommand: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "report-back",
        abstract: "A committee was told how things stood (återrapport).",
        discussion: """
            Recorded with the day of the meeting as --effective and its paragraph as --decision. \
            The report shows what the ledger held at a position: by default the last one recorded \
            by the end of that day.
            """)

    @OptionGroup var options: LedgerOptions
    @Argument(help: "The code of the committee that was told.") var committee: CommitteeCode
    @Option(
        help: ArgumentHelp(
            "The last entry that the report took into account.", valueName: "position"))
    var from: Position?
    @Option(
        help: ArgumentHelp(
            "Only the actions of this plan.", valueName: "slug"))
    var plan: DocumentSlug?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Only these actions.", valueName: "number"))
    var action: [ActionNumber] = []
    @OptionGroup var recording: RecordingOptions

    func command() throws -> Command {
        guard plan == nil || action.isEmpty else { throw UsageError.planOrActions }
        let scope: NewScope =
            plan.map { .document($0) } ?? (action.isEmpty ? .everything : .actions(action))
        return .reportBack(committee, from: from, scope)
    }
}
