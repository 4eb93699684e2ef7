import ArgumentParser
import Coordinates
import Handlingsplan
import Reports

struct StatusCommand: RecordingCommand {
    static let configuration = CommandConfiguration(.status)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.actionNumber)) var action: ActionNumber
    @Argument(help: .of(.statusStatus)) var status: Status
    @Option(help: .of(.statusCommittee, "code")) var committee: CommitteeCode?
    @Option(name: .customLong("for"), help: .of(.statusPeriod, "period")) var period: Period?
    @Option(help: .of(.committeeComment)) var comment: String?
    @OptionGroup var recording: RecordingOptions

    func command() -> Command {
        .reportStatus(
            action, StatusReport(status, period: period, comment: comment), by: committee)
    }
}

struct ForecastCommand: RecordingCommand {
    static let configuration = CommandConfiguration(.forecast)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.actionNumber)) var action: ActionNumber
    @Argument(help: .of(.forecastExpectation)) var expectation: Forecast.Expectation
    @Option(name: .customLong("for"), help: .of(.forecastPeriod, "period")) var period: Period
    @Option(help: .of(.forecastCommittee, "code")) var committee: CommitteeCode?
    @Option(help: .of(.committeeComment)) var comment: String?
    @OptionGroup var recording: RecordingOptions

    func command() -> Command {
        .giveForecast(
            action, Forecast(expectation, period: period, comment: comment), by: committee)
    }
}

struct ReportBackCommand: RecordingCommand {
    static let configuration = CommandConfiguration(.reportBack)

    @OptionGroup var options: LedgerOptions
    @Argument(help: .of(.reportBackCommittee)) var committee: CommitteeCode
    @Option(help: .of(.reportBackFrom, "position")) var from: Position?
    @Option(help: .of(.reportBackPlan, "slug")) var plan: DocumentSlug?
    @Option(parsing: .upToNextOption, help: .of(.reportBackAction, "number"))
    var action: [ActionNumber] = []
    @OptionGroup var recording: RecordingOptions

    func command() throws -> Command {
        guard plan == nil || action.isEmpty else { throw UsageError.planOrActions }
        let scope: NewScope =
            plan.map { .document($0) } ?? (action.isEmpty ? .everything : .actions(action))
        return .reportBack(committee, from: from, scope)
    }
}
