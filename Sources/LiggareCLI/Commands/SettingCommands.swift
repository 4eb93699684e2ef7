import ArgumentParser
import Coordinates
import Handlingsplan
import Reports

struct SettingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setting", abstract: "What the ledger settles about days and words.",
        discussion: "A setting holds from its effective day, as all else does.",
        subcommands: [SetTimeZone.self, SetCutOffs.self, SetSeasons.self, SetBefore.self])

    struct SetTimeZone: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "time-zone", abstract: "The time zone in which dates are days.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "Its IANA name, such as Europe/Stockholm.") var name: String
        @OptionGroup var recording: RecordingOptions

        func command() throws -> Command {
            .change(.timeZone(try CivilTimeZone(name).identifier))
        }
    }

    struct SetCutOffs: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "cut-offs",
            abstract: "The days of each year up to which committees report (avstämningsdatum).")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The days, as MM-DD.") var days: [String]
        @OptionGroup var recording: RecordingOptions

        func command() throws -> Command {
            guard let cutOffs = CutOffs(days) else { throw UsageError.badCutOffs(days) }
            return .change(.cutOffs(cutOffs))
        }
    }

    struct SetSeasons: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "seasons", abstract: "The first month of each season, as a number.")

        @OptionGroup var options: LedgerOptions
        @Option(
            help: ArgumentHelp(
                "The month in which spring begins, 1 to 12.", valueName: "number"))
        var spring: Int
        @Option(
            help: ArgumentHelp(
                "The month in which summer begins, 1 to 12.", valueName: "number"))
        var summer: Int
        @Option(
            help: ArgumentHelp(
                "The month in which autumn begins, 1 to 12.", valueName: "number"))
        var autumn: Int
        @Option(
            help: ArgumentHelp(
                "The month in which winter begins, 1 to 12.", valueName: "number"))
        var winter: Int
        @OptionGroup var recording: RecordingOptions

        func command() throws -> Command {
            guard
                let seasons = SeasonBoundaries(
                    spring: spring, summer: summer, autumn: autumn, winter: winter)
            else { throw UsageError.badSeasons }
            return .change(.seasons(seasons))
        }
    }

    struct SetBefore: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "before",
            abstract: "Whether \"innan januari\" ends before January, or includes it.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "How it is read.") var reading: ReadingRules.Before
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .change(.before(reading)) }
    }
}
