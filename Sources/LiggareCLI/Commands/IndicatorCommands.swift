import ArgumentParser
import Coordinates
import Handlingsplan
import Reports

struct IndicatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .indicator, subcommands: [Define.self, SetTarget.self, Observe.self])

    struct Define: RecordingCommand {
        static let configuration = CommandConfiguration(.indicatorDefine)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.indicatorDefineName)) var name: String
        @Option(help: .of(.bearerDocument, "slug")) var document: DocumentSlug
        @Option(help: .of(.indicatorDefineUnit)) var unit: String?
        @Option(help: .of(.indicatorDefineGoal, "number")) var goal: GoalNumber?
        @Option(help: .of(.indicatorDefineAction, "number")) var action: ActionNumber?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .defineIndicator(
                document, NewIndicator(name: name, unit: unit, goal: goal, action: action))
        }
    }

    struct SetTarget: RecordingCommand {
        static let configuration = CommandConfiguration(.indicatorTarget)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.indicatorNumber)) var indicator: IndicatorNumber
        @Argument(help: .of(.indicatorTargetBound)) var bound: Target.Bound
        @Argument(help: .of(.indicatorTargetValue)) var value: Quantity
        @Option(name: .customLong("for"), help: .of(.indicatorTargetPeriod, "period"))
        var period: Period
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .setTarget(indicator, Target(period: period, bound: bound, value: value))
        }
    }

    struct Observe: RecordingCommand {
        static let configuration = CommandConfiguration(.indicatorObserve)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.indicatorNumber)) var indicator: IndicatorNumber
        @Argument(help: .of(.indicatorObserveValue)) var value: Quantity
        @Option(name: .customLong("for"), help: .of(.indicatorObservePeriod, "period"))
        var period: Period
        @Flag(help: .of(.indicatorObserveApproximate)) var approximate = false
        @Option(help: .of(.indicatorObserveSource)) var source: String
        @Option(help: .of(.indicatorObserveSourceDate, "date")) var sourceDate: CalendarDate?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .observe(
                indicator,
                Observation(
                    period: period, value: value, isApproximate: approximate, source: source,
                    sourceDate: sourceDate))
        }
    }
}
