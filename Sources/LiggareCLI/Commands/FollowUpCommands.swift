import ArgumentParser
import Coordinates
import Handlingsplan

struct FollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: "Follow-ups of policies and plans (uppföljning).",
        subcommands: [Cycle.self, Hold.self])

    struct Cycle: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "cycle", abstract: "Say who follows a policy or plan up, and how often.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The policy or plan.") var document: DocumentSlug
        @Argument(help: "How often, in the words of the document, such as \"årligen\".")
        var text: String
        @Option(
            help: ArgumentHelp(
                "The code of the committee that does.", valueName: "code"))
        var by: CommitteeCode
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .setFollowUpCycle(document, by: by, text: text) }
    }

    struct Hold: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "hold", abstract: "A follow-up was held.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The policy or plan.") var document: DocumentSlug
        @Option(
            name: .customLong("for"),
            help: ArgumentHelp("The period, such as 2016 or 2016-T2.", valueName: "period"))
        var period: Period
        @Option(
            help: ArgumentHelp(
                "Who held it; by default whoever follows it up.", valueName: "code"))
        var by: CommitteeCode?
        @Option(help: "What came of it.") var summary: String?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .holdFollowUp(document, by: by, period, summary: summary)
        }
    }
}

struct GuidelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guideline", abstract: "Guidelines that come of follow-ups (riktlinjer).",
        subcommands: [Issue.self, Answer.self])

    struct Issue: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "issue", abstract: "Committees are asked to do something better.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "What is asked.") var text: String
        @Option(
            help: ArgumentHelp(
                "The policy or plan that it is about.", valueName: "slug"))
        var document: DocumentSlug
        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp("The codes of the committees that are to answer.", valueName: "code")
        )
        var to: [CommitteeCode]
        @Option(
            help: ArgumentHelp(
                "Who asks; by default whoever follows the document up.", valueName: "code"))
        var by: CommitteeCode?
        @Option(
            name: .customLong("for"),
            help: ArgumentHelp(
                "The period of the follow-up that it comes from.", valueName: "period"))
        var period: Period?
        @Option(help: "When it is to be answered, in words.") var deadline: String?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .issueGuideline(
                NewGuideline(
                    document: document, issuer: by, addressees: to, text: text, period: period,
                    deadline: deadline))
        }
    }

    struct Answer: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer", abstract: "A committee answers.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The guideline's number.") var guideline: GuidelineNumber
        @Argument(help: "What it answers.") var text: String
        @Option(
            help: ArgumentHelp(
                "Who answers; may be left out where it went to one committee.", valueName: "code"))
        var by: CommitteeCode?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .answerGuideline(guideline, by: by, text: text) }
    }
}
