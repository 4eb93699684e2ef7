import ArgumentParser
import Reports

/// The command `liggare`: flags in, texts or JSON out, exit codes. No rules live here.
///
/// Every command states its name. Made from the name of its type, as the parser can, it took a
/// third of the time to start.
@main
struct Liggare: ParsableCommand {
    static let configuration = CommandConfiguration(
        .liggare, version: programVersion,
        groupedSubcommands: [
            CommandGroup(.setUp, [InitCommand.self, KeyCommand.self, ShareCommand.self]),
            CommandGroup(
                .record,
                [
                    CommitteeCommand.self, PolicyCommand.self, AreaCommand.self,
                    GoalCommand.self, PlanCommand.self, ActionCommand.self, AssignCommand.self,
                    TransferCommand.self, DeadlineCommand.self, StatusCommand.self,
                    ForecastCommand.self, ReportBackCommand.self, FollowUpCommand.self,
                    GuidelineCommand.self, IndicatorCommand.self, PartnerCommand.self,
                    AttachCommand.self, CorrectCommand.self, AnnulCommand.self,
                    DisregardCommand.self, WrongClockCommand.self, RaiseFormatCommand.self,
                    SettingCommand.self, AppendCommand.self,
                ]),
            CommandGroup(
                .look,
                [
                    CommitteesCommand.self, DocumentsCommand.self, BoardCommand.self,
                    SummaryCommand.self, OverdueCommand.self, DeadlinesCommand.self,
                    LogCommand.self, ShowCommand.self,
                ]),
            CommandGroup(
                .audit,
                [
                    ReplayCommand.self, KnownCommand.self, AuditCommand.self,
                    CheckpointCommand.self, WitnessCommand.self, PublishCommand.self,
                    ProveCommand.self, ExtractCommand.self, VerifyCommand.self,
                ]),
            CommandGroup(
                .keep,
                [
                    BackupCommand.self, RestoreCommand.self, RepairCommand.self,
                    RecoverCommand.self,
                    SeenCommand.self, RebuildCommand.self, DoctorCommand.self,
                ]),
        ])

    @OptionGroup var options: LedgerOptions
}
