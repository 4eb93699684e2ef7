import ArgumentParser
import Handlingsplan

struct CommitteeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee", abstract: "Committees (nämnder).",
        subcommands: [Add.self, Rename.self, Merge.self, Split.self, Dissolve.self])

    struct Add: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "A committee is established.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "Its code, such as KS.") var code: CommitteeCode
        @Argument(help: "Its name, such as Kommunstyrelsen.") var name: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .establishCommittee(Naming(code: code, name: name)) }
    }

    struct Rename: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "rename", abstract: "A committee is renamed. It stays the same committee.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The code that it has.") var code: CommitteeCode
        @Argument(help: "Its new name.") var name: String
        @Option(
            help: ArgumentHelp(
                "Its new code, if that changes too.", valueName: "code"))
        var newCode: CommitteeCode?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .renameCommittee(code, to: Naming(code: newCode ?? code, name: name))
        }
    }

    struct Merge: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge",
            abstract: "Committees become part of another, which answers for their actions.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The codes of the committees that end.") var codes: [CommitteeCode]
        @Option(
            help: "The code of the committee that they become, or CODE=NAME for a new one.")
        var into: Destination
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .mergeCommittees(codes, into: into) }
    }

    struct Split: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "split", abstract: "A committee ends, and several follow it.",
            discussion: """
                Which of them is to answer for an action, nobody can tell from the split: each \
                action stays on the board of the committee that was split until it is handed over \
                with transfer. The receipt and doctor list those left.
                """)

        @OptionGroup var options: LedgerOptions
        @Argument(help: "Its code.") var code: CommitteeCode
        @Option(
            parsing: .upToNextOption,
            help: "The codes of the committees that follow it, or CODE=NAME for new ones.")
        var into: [Destination]
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .splitCommittee(code, into: into) }
    }

    struct Dissolve: RecordingCommand {
        static let configuration = CommandConfiguration(
            commandName: "dissolve", abstract: "A committee is dissolved.",
            discussion: """
                A successor answers for its actions from that day. Without one they stay on its \
                board until they are transferred or assigned anew.
                """)

        @OptionGroup var options: LedgerOptions
        @Argument(help: "Its code.") var code: CommitteeCode
        @Option(
            help: ArgumentHelp(
                "The code of the committee that succeeds it.", valueName: "code"))
        var successor: CommitteeCode?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .dissolveCommittee(code, successor: successor) }
    }
}
