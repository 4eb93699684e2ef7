import ArgumentParser
import Coordinates
import Handlingsplan
import Reports

struct SettingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .setting, subcommands: [SetTimeZone.self, SetCutOffs.self, SetSeasons.self, SetBefore.self])

    struct SetTimeZone: RecordingCommand {
        static let configuration = CommandConfiguration(.settingTimeZone)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.settingTimeZoneName)) var name: String
        @OptionGroup var recording: RecordingOptions

        func command() throws -> Command {
            .change(.timeZone(try CivilTimeZone(name).identifier))
        }
    }

    struct SetCutOffs: RecordingCommand {
        static let configuration = CommandConfiguration(.settingCutOffs)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.settingCutOffsDays)) var days: [String]
        @OptionGroup var recording: RecordingOptions

        func command() throws -> Command {
            guard let cutOffs = CutOffs(days) else { throw UsageError.badCutOffs(days) }
            return .change(.cutOffs(cutOffs))
        }
    }

    struct SetSeasons: RecordingCommand {
        static let configuration = CommandConfiguration(.settingSeasons)

        @OptionGroup var options: LedgerOptions
        @Option(help: .of(.settingSeasonsSpring, "number")) var spring: Int
        @Option(help: .of(.settingSeasonsSummer, "number")) var summer: Int
        @Option(help: .of(.settingSeasonsAutumn, "number")) var autumn: Int
        @Option(help: .of(.settingSeasonsWinter, "number")) var winter: Int
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
        static let configuration = CommandConfiguration(.settingBefore)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.settingBeforeReading)) var reading: ReadingRules.Before
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .change(.before(reading)) }
    }
}
