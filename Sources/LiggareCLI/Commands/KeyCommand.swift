import ArgumentParser

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Keys that sign what is recorded, and who may record what.",
        discussion: """
            A steward may record anything. A registrar (registrator) may record what speaks for \
            committees that the right names: status, forecast, report-back, follow-up hold, \
            guideline answer, an annex of the committee's own, and corrections of these.
            """,
        subcommands: [
            KeyNewCommand.self, KeyListCommand.self, KeyGrantCommand.self, KeyRevokeCommand.self,
        ])
}
