import ArgumentParser
import Coordinates
import Handlingsplan
import Reports

struct FollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .followUp, subcommands: [Cycle.self, Hold.self])

    struct Cycle: RecordingCommand {
        static let configuration = CommandConfiguration(.followUpCycle)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.followedUpDocument)) var document: DocumentSlug
        @Argument(help: .of(.followUpCycleText)) var text: String
        @Option(help: .of(.followUpCycleBy, "code")) var by: CommitteeCode
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .setFollowUpCycle(document, by: by, text: text) }
    }

    struct Hold: RecordingCommand {
        static let configuration = CommandConfiguration(.followUpHold)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.followedUpDocument)) var document: DocumentSlug
        @Option(name: .customLong("for"), help: .of(.followUpHoldPeriod, "period"))
        var period: Period
        @Option(help: .of(.followUpHoldBy, "code")) var by: CommitteeCode?
        @Option(help: .of(.followUpHoldSummary)) var summary: String?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .holdFollowUp(document, by: by, period, summary: summary)
        }
    }
}

struct GuidelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .guideline, subcommands: [Issue.self, Answer.self])

    struct Issue: RecordingCommand {
        static let configuration = CommandConfiguration(.guidelineIssue)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.guidelineIssueText)) var text: String
        @Option(help: .of(.guidelineIssueDocument, "slug")) var document: DocumentSlug
        @Option(parsing: .upToNextOption, help: .of(.guidelineIssueTo, "code"))
        var to: [CommitteeCode]
        @Option(help: .of(.guidelineIssueBy, "code")) var by: CommitteeCode?
        @Option(name: .customLong("for"), help: .of(.guidelineIssuePeriod, "period"))
        var period: Period?
        @Option(help: .of(.guidelineIssueDeadline)) var deadline: String?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .issueGuideline(
                NewGuideline(
                    document: document, issuer: by, addressees: to, text: text, period: period,
                    deadline: deadline))
        }
    }

    struct Answer: RecordingCommand {
        static let configuration = CommandConfiguration(.guidelineAnswer)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.guidelineNumber)) var guideline: GuidelineNumber
        @Argument(help: .of(.guidelineAnswerText)) var text: String
        @Option(help: .of(.guidelineAnswerBy, "code")) var by: CommitteeCode?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .answerGuideline(guideline, by: by, text: text) }
    }
}
