import ArgumentParser
import Exchange
import Handlingsplan

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Action plans (handlingsplaner).",
        subcommands: [Adopt.self, Import.self])

    struct Adopt: RecordingCommand {
        static let configuration = CommandConfiguration(abstract: "A plan is adopted.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "A short name for the plan, such as integration-2013.") var slug:
            DocumentSlug
        @Option(help: "The plan's title.") var title: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .adoptPlan(slug, title: title, actions: []) }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adopt the plan found in a steering document, with all its actions.",
            discussion: """
                Reads text or Markdown. In the section headed Handlingsplan each bullet is an \
                action; what it has in bold at its end, or as a last sentence that begins with \
                "Klart", is its deadline, kept word for word. The plan and its actions are one \
                command: all of it is recorded, or nothing.
                """)

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The document, in UTF-8.") var file: String
        @Option(help: "A short name for the plan, such as integration-2013.") var plan: DocumentSlug
        @Option(help: "The plan's title.") var title: String
        @Option(
            parsing: .upToNextOption,
            help: "The codes of the committees that answer for each action.")
        var committee: [CommitteeCode] = []
        @Flag(help: "Record the actions although there are lines that could not be placed.")
        var skipUnread = false
        @OptionGroup var recording: RecordingOptions

        func run() throws {
            try options.reporting {
                let document = try read()
                if !document.unplaced.isEmpty, !skipUnread, !recording.dryRun {
                    throw UnplacedLines(file: file, lines: document.unplaced)
                }
                let actions = document.actions.map {
                    NewAction(
                        title: $0.title, responsible: .committees(committee),
                        deadline: $0.deadline)
                }
                try record(
                    .adoptPlan(plan, title: title, actions: actions), recording, options
                ) { trial, isRehearsal in
                    PlanTrialOutput(document, trial, file: file, isRehearsal: isRehearsal)
                }
            }
        }

        private func read() throws -> PlanDocument {
            let text = try readText(file)
            do {
                return try PlanDocument(reading: text)
            } catch {
                throw UnreadPlan(file: file, reason: error)
            }
        }
    }
}

/// A document without a plan that could be read.
struct UnreadPlan: Error {
    let file: String
    let reason: PlanDocumentError
}

/// Lines of a document that are neither an action nor a heading.
struct UnplacedLines: Error {
    let file: String
    let lines: [PlanDocument.FoundLine]
}
