import ArgumentParser
import Coordinates
import Handlingsplan

struct IndicatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator", abstract: "Indicators, targets and observations (nyckeltal).",
        subcommands: [Define.self, SetTarget.self, Observe.self])

    struct Define: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "define", abstract: "An indicator is defined.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "What is counted or measured.") var name: String
        @Option(
            help: ArgumentHelp(
                "The policy or plan that it belongs to.", valueName: "slug"))
        var document: DocumentSlug
        @Option(help: "In what, such as personer or %.") var unit: String?
        @Option(
            help: ArgumentHelp(
                "The number of the goal that it tells about.", valueName: "number"))
        var goal: GoalNumber?
        @Option(
            help: ArgumentHelp(
                "The number of the action that it tells about.", valueName: "number"))
        var action: ActionNumber?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .defineIndicator(
                document, NewIndicator(name: name, unit: unit, goal: goal, action: action))
        }
    }

    struct SetTarget: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "target", abstract: "Say what it is to be in a period.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The indicator's number.") var indicator: IndicatorNumber
        @Argument(help: "At least, at most, or exactly this.") var bound: Target.Bound
        @Argument(help: "The value, such as 30 or 12,5.") var value: Quantity
        @Option(
            name: .customLong("for"),
            help: ArgumentHelp("The period, such as 2018 or 2015/2018.", valueName: "period"))
        var period: Period
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .setTarget(indicator, Target(period: period, bound: bound, value: value))
        }
    }

    struct Observe: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "observe", abstract: "Say what it was in a period, and who says so.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The indicator's number.") var indicator: IndicatorNumber
        @Argument(help: "The value, such as 1171 or 12,5.") var value: Quantity
        @Option(
            name: .customLong("for"),
            help: ArgumentHelp("The period or day, such as 2015 or 2016-03.", valueName: "period"))
        var period: Period
        @Flag(help: "The source says about (cirka).") var approximate = false
        @Option(help: "Where the figure is from.") var source: String
        @Option(
            help: ArgumentHelp(
                "The date that the source bears.", valueName: "date"))
        var sourceDate: CalendarDate?
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
