import ArgumentParser
import Handlingsplan

struct CommitteeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee", abstract: "Committees (nämnder).",
        subcommands: [Add.self, Rename.self, Dissolve.self])

    struct Add: RecordingCommand {
        static let configuration = CommandConfiguration(abstract: "A committee is established.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "Its code, such as KS.") var code: CommitteeCode
        @Argument(help: "Its name, such as Kommunstyrelsen.") var name: String
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .establishCommittee(Naming(code: code, name: name)) }
    }

    struct Rename: RecordingCommand {
        static let configuration = CommandConfiguration(
            abstract: "A committee is renamed. It stays the same committee.")

        @OptionGroup var options: LedgerOptions
        @Argument(help: "The code that it has.") var code: CommitteeCode
        @Argument(help: "Its new name.") var name: String
        @Option(help: "Its new code, if that changes too.") var newCode: CommitteeCode?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .renameCommittee(code, to: Naming(code: newCode ?? code, name: name))
        }
    }

    struct Dissolve: RecordingCommand {
        static let configuration = CommandConfiguration(
            abstract: "A committee is dissolved.",
            discussion: """
                A successor answers for its actions from that day. Without one they stay on its \
                board until they are transferred or assigned anew.
                """)

        @OptionGroup var options: LedgerOptions
        @Argument(help: "Its code.") var code: CommitteeCode
        @Option(help: "The code of the committee that succeeds it.") var successor: CommitteeCode?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .dissolveCommittee(code, successor: successor) }
    }
}
