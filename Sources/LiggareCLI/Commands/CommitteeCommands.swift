import ArgumentParser
import Handlingsplan
import Reports

struct CommitteeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .committee, subcommands: [Add.self, Rename.self, Merge.self, Split.self, Dissolve.self])

    struct Add: RecordingCommand {
        static let configuration = CommandConfiguration(.committeeAdd)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.committeeAddCode)) var code: CommitteeCode
        @Argument(help: .of(.committeeAddName)) var name: String
        @Option(help: .of(.committeeAddKind)) var kind = CommitteeKind.committee
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .establishCommittee(Naming(code: code, name: name), kind) }
    }

    struct Rename: RecordingCommand {
        static let configuration = CommandConfiguration(.committeeRename)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.committeeRenameCode)) var code: CommitteeCode
        @Argument(help: .of(.committeeRenameName)) var name: String
        @Option(help: .of(.committeeRenameNewCode, "code")) var newCode: CommitteeCode?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command {
            .renameCommittee(code, to: Naming(code: newCode ?? code, name: name))
        }
    }

    struct Merge: RecordingCommand {
        static let configuration = CommandConfiguration(.committeeMerge)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.committeeMergeCodes)) var codes: [CommitteeCode]
        @Option(help: .of(.committeeMergeInto)) var into: Destination
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .mergeCommittees(codes, into: into) }
    }

    struct Split: RecordingCommand {
        static let configuration = CommandConfiguration(.committeeSplit)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.endedCommittee)) var code: CommitteeCode
        @Option(parsing: .upToNextOption, help: .of(.committeeSplitInto)) var into: [Destination]
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .splitCommittee(code, into: into) }
    }

    struct Dissolve: RecordingCommand {
        static let configuration = CommandConfiguration(.committeeDissolve)

        @OptionGroup var options: LedgerOptions
        @Argument(help: .of(.endedCommittee)) var code: CommitteeCode
        @Option(help: .of(.committeeDissolveSuccessor, "code")) var successor: CommitteeCode?
        @OptionGroup var recording: RecordingOptions

        func command() -> Command { .dissolveCommittee(code, successor: successor) }
    }
}
